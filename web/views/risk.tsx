import { SectionView } from '../ui/section-view.tsx';

export function Risk() {
  return (
    <SectionView
      title="Risk"
      sections={['risk', 'sensitivity']}
      nothing="Nothing in the plan is uncertain."
    />
  );
}
