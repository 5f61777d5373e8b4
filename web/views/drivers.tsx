import { SectionView } from '../ui/section-view.tsx';

export function Drivers() {
  return <SectionView title="Drivers" sections={['assumptions']} nothing="The plan has no inputs." />;
}
