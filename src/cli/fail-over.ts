// `--fail-over '5 EUR/month'`, `--fail-over 10%`: by how much a total may rise before the run fails.

import type { Diff, DiffCase } from '../analysis/diff.ts';
import { type Diagnostics, at as markAt } from '../diagnostics/diagnostic.ts';
import { parseFormula } from '../formula/parse.ts';
import type { Model } from '../graph/build.ts';
import { Grid } from '../grid/evaluate.ts';
import { basePlace } from '../grid/layout.ts';
import type { Plan } from '../plan/types.ts';
import { caseText } from '../report/amounts.ts';
import { signedMoney, signedShare } from '../report/diff-words.ts';
import { wordOf } from './setting-word.ts';

export type FailOver =
  | { readonly kind: 'share'; readonly most: number }
  | { readonly kind: 'money'; readonly most: number };

/** undefined where it is neither, with the reason in `out`. Money is read in the currency that is shown. */
export function readFailOver(
  text: string,
  { model, plan, currency }: { readonly model: Model; readonly plan: Plan; readonly currency: string },
  out: Diagnostics,
): FailOver | undefined {
  const share = /^\+?([0-9]+(?:\.[0-9]+)?) ?%$/.exec(text.trim())?.[1];
  if (share !== undefined) return { kind: 'share', most: Number(share) / 100 };
  if (!/[A-Za-z]/.test(text)) {
    const word = wordOf(text, '--fail-over');
    const help = `for example \`--fail-over "5 ${currency}/month"\` or \`--fail-over 10%\``;
    out.error('E701', `\`${text}\` is not by how much a total may rise`, markAt(word.span), help);
    return undefined;
  }
  const whole = `(${text}) in ${currency}/month`;
  const formula = parseFormula(
    { text: whole, source: { file: '--fail-over', text: whole }, start: 0 },
    plan.units,
    out,
  );
  const node = formula === undefined ? undefined : model.ask(formula, out)?.node;
  if (node === undefined) return undefined;
  return { kind: 'money', most: new Grid(model.graph).value(node, basePlace(model.graph)) };
}

/** What is said where some case rises by more, at any end of its range; undefined where none does. */
export function exceeded({ cases, currency }: Diff, limit: FailOver, text: string): string | undefined {
  const over = cases.filter((one) => isOver(one, limit));
  if (over.length === 0) return undefined;
  const shown = over.slice(0, 3).map((one) => caseRise(one, currency));
  const more = over.length > shown.length ? [`and ${over.length - shown.length} more`] : [];
  return `the total rises by more than ${text.trim()}: ${[...shown, ...more].join('; ')}`;
}

function caseRise({ at, known }: DiffCase, currency: string): string {
  const share = signedShare(known.share);
  const rise = `${signedMoney(known.change, currency)} ${currency}/month`;
  const where = at.length === 0 ? '' : ` at ${caseText(at)}`;
  return `${rise}${share === '' ? '' : ` (${share})`}${where}`;
}

/** A total of which a part became unknown may have risen by anything. */
function isOver({ total, known, items }: DiffCase, limit: FailOver): boolean {
  const lost = items.some(
    (i) => !i.optional && !Number.isNaN(i.cost.before.mid) && Number.isNaN(i.cost.after.mid),
  );
  if (lost && Number.isNaN(total.after.mid)) return true;
  const rises = (['low', 'mid', 'high'] as const).map((end) => {
    if (limit.kind === 'money') return known.change[end];
    return known.before[end] === 0 && known.change[end] > 0 ? Number.POSITIVE_INFINITY : known.share[end];
  });
  return rises.some((rise) => rise > limit.most * (1 + 1e-12));
}
