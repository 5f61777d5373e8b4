import { SectionView } from '../ui/section-view.tsx';

export function Prices() {
  return <SectionView title="Prices" sections={['prices']} nothing="The plan buys nothing." />;
}
