import { SectionView } from '../ui/section-view.tsx';

export function Audit() {
  return <SectionView title="Audit" sections={['checks']} nothing="Nothing to audit." />;
}
