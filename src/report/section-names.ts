// Sections of a report by the name that a plan or a flag asks for them, with their usual headings, in their usual order.

export const sectionTitles: Readonly<Record<string, string>> = {
  summary: 'Summary',
  recommendation: 'Recommendation',
  introduction: 'Introduction',
  assumptions: 'Assumptions',
  demand: 'Demand',
  limits: 'Limits',
  bill: 'Bill',
  comparison: 'Comparison',
  risk: 'Risk',
  tco: 'Total cost of ownership',
  margins: 'Margins',
  levers: 'Levers',
  sensitivity: 'Sensitivity',
  'break-points': 'Break points',
  checks: 'Checks',
  assumed: 'Assumed and stale',
  'open-questions': 'Open questions',
  prices: 'Prices',
  method: 'Method',
};

export const sectionNames: readonly string[] = Object.keys(sectionTitles);
