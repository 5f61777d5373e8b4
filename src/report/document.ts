// The report as a document: which sections there are, in which order, and what stands above them. Sections are written from
// Answers (sections/), and rendered elsewhere (markdown.ts).

import type { BillCurrency } from '../analysis/bill.ts';
import type { Pinned } from '../analysis/cases.ts';
import { coordinates } from '../analysis/figures.ts';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Model } from '../graph/build.ts';
import type { Grid } from '../grid/evaluate.ts';
import type { Drawing } from '../grid/sources.ts';
import type { LiveText } from '../plan/live-text.ts';
import type { Plan, Word } from '../plan/types.ts';
import { caseText } from './amounts.ts';
import type { Block, ReportDocument } from './blocks.ts';
import { liveFigures } from './live-figures.ts';
import { renderMarkdown } from './markdown.ts';
import { ownBlocks, writtenBlocks } from './markdown-text.ts';
import { type ReportContext, reportContext } from './report-context.ts';
import { sectionNames, sectionTitles } from './section-names.ts';
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
import { sensitivitySection } from './sections/sensitivity.ts';
import { summarySection } from './sections/summary.ts';
import { tcoSection } from './sections/tco.ts';
import { slugOf } from './slug.ts';
import { fromTemplate, type Template } from './template.ts';

const sections: Readonly<Record<string, (ctx: ReportContext) => readonly Block[]>> = {
  summary: summarySection,
  recommendation: recommendationSection,
  introduction: introductionSection,
  assumptions: assumptionsSection,
  demand: demandSection,
  limits: limitsSection,
  bill: billSection,
  comparison: comparisonSection,
  risk: riskSection,
  tco: tcoSection,
  margins: marginsSection,
  levers: leversSection,
  sensitivity: sensitivitySection,
  'break-points': breakPointsSection,
  checks: checksSection,
  assumed: assumedSection,
  'open-questions': openQuestionsSection,
  prices: pricesSection,
  method: methodSection,
};

export interface ReportWishes {
  /** Over those of the plan. */
  readonly sections?: readonly string[] | undefined;
  /** In place of sections in a row: a text with room for them. */
  readonly template?: Template | undefined;
  readonly pinned?: Pinned | undefined;
  /** Another currency than the plan's. */
  readonly currency?: BillCurrency | undefined;
  /** How what is uncertain is drawn. */
  readonly drawing?: Drawing | undefined;
}

export function buildReport(model: Model, grid: Grid, wishes: ReportWishes = {}): ReportDocument {
  const { plan } = model.graph;
  const ctx = reportContext(model, grid, wishes.pinned ?? new Map(), wishes.currency, wishes.drawing);
  const figure = liveFigures(ctx);
  const blocksOf = (id: string): readonly Block[] => sections[id]?.(ctx) ?? [];
  const head = { title: plan.title, subtitle: [subtitle(ctx)] };
  if (wishes.template !== undefined) {
    const written = writtenBlocks(wishes.template.text, figure);
    return { ...head, ...fromTemplate(written, { title: titleOf, blocks: blocksOf }) };
  }
  const offered = offeredSections(plan);
  const chosen = wishes.sections === undefined ? ofPlan(plan, offered) : choose(wishes.sections, offered);
  const written = chosen.flatMap(({ id, title, text }) => {
    const own = text === undefined ? [] : ownBlocks(text, figure);
    const blocks = [...own, ...blocksOf(id)];
    return blocks.length === 0 ? [] : [{ id, title, blocks }];
  });
  return { ...head, sections: written };
}

/** A section that a report may have: one of ours, perhaps under other words, or one that is all the plan's. */
interface Offered {
  readonly id: string;
  readonly title: string;
  readonly text: LiveText | undefined;
}

function titleOf(id: string): string {
  return sectionTitles[id] ?? id;
}

/** Those of the plan first, as it has them; then the rest of ours. */
function offeredSections({ report }: Plan): readonly Offered[] {
  const wished = (report.sections ?? []).flatMap(({ section, title, text }): readonly Offered[] => {
    if (section === undefined) return title === undefined ? [] : [{ id: slugOf(title), title, text }];
    const id = idOf(section.text);
    return id === undefined ? [] : [{ id, title: title ?? titleOf(id), text }];
  });
  const ours = sectionNames.map((id) => ({ id, title: titleOf(id), text: undefined }));
  return onlyFirst([...wished, ...ours]);
}

function onlyFirst(offered: readonly Offered[]): readonly Offered[] {
  return offered.filter((one, i) => offered.findIndex((other) => other.id === one.id) === i);
}

/** Words that the plan wrote for its report are not dropped because it chose sections. */
function ofPlan({ report }: Plan, offered: readonly Offered[]): readonly Offered[] {
  if (report.sections === undefined) return choose(sectionNames, offered);
  const own = report.sections.flatMap(({ section, title }) => section?.text ?? title ?? []);
  const wanted = choose(own, offered);
  return report.introduction === undefined || wanted.some(({ id }) => id === 'introduction')
    ? wanted
    : [...choose(['introduction'], offered), ...wanted];
}

function choose(names: readonly string[], offered: readonly Offered[]): readonly Offered[] {
  return onlyFirst(names.flatMap((name) => named(name, offered) ?? []));
}

/** By the id, by our title, or by its own. */
function named(name: string, offered: readonly Offered[]): Offered | undefined {
  const id = idOf(name) ?? slugOf(name);
  return offered.find((one) => one.id === id) ?? offered.find((one) => slugOf(one.title) === id);
}

export function reportMarkdown(model: Model, grid: Grid, wishes: ReportWishes = {}): string {
  return renderMarkdown(buildReport(model, grid, wishes));
}

/** Reports names that no section has, ours or the plan's; the report itself leaves them out. */
export function checkSections(names: readonly Word[], plan: Plan, out: Diagnostics): void {
  const offered = offeredSections(plan);
  for (const { text, span } of names) {
    if (named(text, offered) === undefined) reportNoSection(text, span, offered, out);
  }
}

function reportNoSection(name: string, span: Span, offered: readonly Offered[], out: Diagnostics): void {
  const ids = offered.map((one) => one.id);
  const help = didYouMean(name, ids) || `the sections are ${ids.join(', ')}`;
  out.error('E104', `a report has no section \`${name}\``, [{ span, label: '' }], help);
}

/** Those that the plan names. */
export function sectionsNamed({ report }: Plan): readonly Word[] {
  return (report.sections ?? []).flatMap((wish) => wish.section ?? []);
}

/** `break-points` may be written as `break points`, and by its title. */
export function idOf(name: string): string | undefined {
  const words = slugOf(name);
  return sectionNames.find((id) => id === words || slugOf(titleOf(id)) === words);
}

function subtitle({ plan, graph, pinned, currency, base }: ReportContext): string {
  const day = plan.asOf === undefined ? 'Prices are the newest known' : `Prices of ${plan.asOf}`;
  const at = coordinates(graph, [...pinned.keys()], base);
  const where = at.length === 0 ? '' : ` Only cases with ${caseText(at)}.`;
  return `${day}; amounts in ${currency.currency}.${where}`;
}
