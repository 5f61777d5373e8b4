// The report as a document: which sections there are, in which order, and what stands above them. Sections are written from
// Answers (sections/), and rendered elsewhere (markdown.ts).

import type { BillCurrency } from '../analysis/bill.ts';
import type { Pinned } from '../analysis/cases.ts';
import { coordinates } from '../analysis/figures.ts';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { Model } from '../graph/build.ts';
import type { Grid } from '../grid/evaluate.ts';
import type { Plan } from '../plan/types.ts';
import { caseText } from './amounts.ts';
import type { Block, ReportDocument } from './blocks.ts';
import { renderMarkdown } from './markdown.ts';
import { type ReportContext, reportContext } from './report-context.ts';
import { assumedSection } from './sections/assumed.ts';
import { assumptionsSection } from './sections/assumptions.ts';
import { billSection } from './sections/bill.ts';
import { breakPointsSection } from './sections/break-points.ts';
import { checksSection } from './sections/checks.ts';
import { comparisonSection } from './sections/comparison.ts';
import { demandSection } from './sections/demand.ts';
import { introductionSection } from './sections/introduction.ts';
import { leversSection } from './sections/levers.ts';
import { limitsSection } from './sections/limits.ts';
import { marginsSection } from './sections/margins.ts';
import { methodSection } from './sections/method.ts';
import { openQuestionsSection } from './sections/open-questions.ts';
import { pricesSection } from './sections/prices.ts';
import { recommendationSection } from './sections/recommendation.ts';
import { riskSection } from './sections/risk.ts';
import { summarySection } from './sections/summary.ts';
import { tcoSection } from './sections/tco.ts';

interface SectionEntry {
  readonly title: string;
  readonly write: (ctx: ReportContext) => readonly Block[];
}

/** In the order in which they stand where the plan asks for no other. */
const sections: Readonly<Record<string, SectionEntry>> = {
  summary: { title: 'Summary', write: summarySection },
  recommendation: { title: 'Recommendation', write: recommendationSection },
  introduction: { title: 'Introduction', write: introductionSection },
  assumptions: { title: 'Assumptions', write: assumptionsSection },
  demand: { title: 'Demand', write: demandSection },
  limits: { title: 'Limits', write: limitsSection },
  bill: { title: 'Bill', write: billSection },
  comparison: { title: 'Comparison', write: comparisonSection },
  risk: { title: 'Risk', write: riskSection },
  tco: { title: 'Total cost of ownership', write: tcoSection },
  margins: { title: 'Margins', write: marginsSection },
  levers: { title: 'Levers', write: leversSection },
  'break-points': { title: 'Break points', write: breakPointsSection },
  checks: { title: 'Checks', write: checksSection },
  assumed: { title: 'Assumed and stale', write: assumedSection },
  'open-questions': { title: 'Open questions', write: openQuestionsSection },
  prices: { title: 'Prices', write: pricesSection },
  method: { title: 'Method', write: methodSection },
};

export const sectionNames: readonly string[] = Object.keys(sections);

export interface ReportWishes {
  /** Over those of the plan. */
  readonly sections?: readonly string[] | undefined;
  readonly pinned?: Pinned | undefined;
  /** Another currency than the plan's. */
  readonly currency?: BillCurrency | undefined;
}

export function buildReport(model: Model, grid: Grid, wishes: ReportWishes = {}): ReportDocument {
  const { plan } = model.graph;
  const ctx = reportContext(grid, wishes.pinned ?? new Map(), wishes.currency);
  const chosen = wishes.sections === undefined ? ofPlan(plan) : chosenSections(wishes.sections);
  const written = chosen.flatMap((id) => {
    const entry = sections[id];
    const blocks = entry?.write(ctx) ?? [];
    return entry === undefined || blocks.length === 0 ? [] : [{ id, title: entry.title, blocks }];
  });
  return { title: plan.title, subtitle: [subtitle(ctx)], sections: written };
}

/** Words that the plan wrote for its report are not dropped because it chose sections. */
function ofPlan({ report }: Plan): readonly string[] {
  const wanted = chosenSections(report.sections);
  return report.introduction === undefined || wanted.includes('introduction')
    ? wanted
    : ['introduction', ...wanted];
}

export function reportMarkdown(model: Model, grid: Grid, wishes: ReportWishes = {}): string {
  return renderMarkdown(buildReport(model, grid, wishes));
}

/** Reports names that no section has; the report itself leaves them out. */
export function checkSections(names: readonly string[], out: Diagnostics): void {
  for (const name of names) {
    if (idOf(name) !== undefined) continue;
    const help = didYouMean(name, sectionNames) || `the sections are ${sectionNames.join(', ')}`;
    out.error('E104', `a report has no section \`${name}\``, [], help);
  }
}

function chosenSections(wished: readonly string[] | undefined): readonly string[] {
  if (wished === undefined) return sectionNames;
  return [...new Set(wished.flatMap((name) => idOf(name) ?? []))];
}

/** `break-points` may be written as `break points`, and by its title. */
function idOf(name: string): string | undefined {
  const words = name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return sectionNames.find(
    (id) => id === words || sections[id]?.title.toLowerCase().replaceAll(' ', '-') === words,
  );
}

function subtitle({ plan, graph, pinned, currency, base }: ReportContext): string {
  const day = plan.asOf === undefined ? 'Prices are the newest known' : `Prices of ${plan.asOf}`;
  const at = coordinates(graph, [...pinned.keys()], base);
  const where = at.length === 0 ? '' : ` Only cases with ${caseText(at)}.`;
  return `${day}; amounts in ${currency.currency}.${where}`;
}
