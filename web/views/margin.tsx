import { SectionView } from '../ui/section-view.tsx';

export function Margin() {
  return <SectionView title="Margin" sections={['margins']} nothing="The plan has no revenue." />;
}
