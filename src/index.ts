// Outlay as a library: a plan in, answers out, all plain data. No files, no network, no clock: the same plan and the same
// vendor texts give the same answers, in Node.js and in a browser.

export type { Bill, BillCase, BillItem, BillShare } from './analysis/bill.ts';
export type { BreakEven } from './analysis/break-even.ts';
export type { CheckResult, CheckStatus, CheckSummary } from './analysis/check.ts';
export type { CompareCell, CompareRow, Comparison } from './analysis/compare.ts';
export type { Contest, ContestStretch, Crossing, Standing } from './analysis/contest.ts';
export type { Diff, DiffCase } from './analysis/diff.ts';
export type { ItemChange } from './analysis/diff-item.ts';
export type { Explanation } from './analysis/explain.ts';
export type { Coordinate, Figure, Ranged } from './analysis/figures.ts';
export type { Flip } from './analysis/flips.ts';
export type { LeverName, LeverSaving, Levers } from './analysis/levers.ts';
export type { LimitState, LimitsCase, LimitUse, Threshold } from './analysis/limits.ts';
export type { MarginCase, Margins, RevenueLine } from './analysis/margin.ts';
export type { Odds, OddsCase } from './analysis/odds.ts';
export type { Advice, Option, Scale } from './analysis/recommend.ts';
export type { Regret, Regrets } from './analysis/regret.ts';
export type { Risk, RiskCase } from './analysis/risk.ts';
export type { Sensitivity, SwingRow } from './analysis/sensitivity.ts';
export type { Scenario } from './analysis/situations.ts';
export type { UnitEconomics } from './analysis/unit-economics.ts';
export type { VendorFiles } from './catalog/types.ts';
export { renderDiagnostics } from './diagnostics/code-frame.ts';
export type { Diagnostic } from './diagnostics/diagnostic.ts';
export { type Completion, complete } from './editing/complete.ts';
export type { Content, Path } from './editing/content.ts';
export { applyEdits, type Edit, type Edited, type EditedFile } from './editing/edit.ts';
export { type Hover, hover } from './editing/hover.ts';
export { type Conflict, type Merged, merge, resolve, type Side } from './editing/merge.ts';
export { type Problem, type Started, starterPlan } from './editing/starter.ts';
export { type Answers, type Question, starterQuestions } from './editing/starter-questions.ts';
export type { TextChange } from './editing/text-change.ts';
export type { Known, Suggestion } from './editing/writing.ts';
export { type At, OutlayError } from './library/asking.ts';
export {
  bill,
  type CompareOptions,
  check,
  compare,
  diff,
  explain,
  levers,
  limits,
  type MarginOptions,
  margins,
  type RecommendOptions,
  recommend,
} from './library/costs.ts';
export {
  type LoadedPlan,
  type LoadOptions,
  loadPlan,
  moved,
  type PlanModel,
  type PlanText,
  type Settings,
} from './library/model.ts';
export { type BreakEvenOptions, breakEven, type SensitivityOptions, sensitivity } from './library/moving.ts';
export { type OddsOptions, odds, type RiskOptions, risk } from './library/samples.ts';
export { definePlan } from './plan/define-plan.ts';
export type { PlanDefinition } from './plan/definition.ts';
export type { PlanFiles } from './plan/types.ts';
export { printMoney, printQuantity } from './quantity/print-quantity.ts';
export { type Unit, unitText } from './quantity/unit.ts';
