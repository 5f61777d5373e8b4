import { SectionView } from '../ui/section-view.tsx';

export function Bill() {
  return <SectionView title="Bill" sections={['bill']} nothing="The plan has no items." />;
}
