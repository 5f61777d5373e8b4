import { SectionView } from '../ui/section-view.tsx';

export function Compare() {
  return (
    <SectionView
      title="Compare"
      sections={['comparison', 'break-points']}
      nothing="Nothing in the plan differs from case to case."
    />
  );
}
