import { SectionView } from '../ui/section-view.tsx';

export function Limits() {
  return <SectionView title="Limits" sections={['limits', 'demand']} nothing="The plan has no limits." />;
}
