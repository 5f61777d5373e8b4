import { SectionView } from '../ui/section-view.tsx';

export function Source() {
  return <SectionView title="Source" sections={['method']} nothing="No source." />;
}
