import { SectionView } from '../ui/section-view.tsx';

export function Levers() {
  return <SectionView title="Levers" sections={['levers']} nothing="The plan has no levers." />;
}
