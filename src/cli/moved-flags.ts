// `--on users --from 10 --to 5_000`: which input is moved, and how far.

import { placeOf } from '../analysis/cases.ts';
import type { Ranged } from '../analysis/figures.ts';
import { type MovedInput, numericInputs, type Span, usualSpanOf } from '../analysis/moved-input.ts';
import { at as markAt } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import { parseFormula } from '../formula/parse.ts';
import { adoptUnit } from '../plan/bare-number.ts';
import { printQuantity } from '../quantity/print-quantity.ts';
import { sameUnit, unitText } from '../quantity/unit.ts';
import { andList } from '../report/words.ts';
import { askFormula } from './ask.ts';
import type { Loaded } from './load.ts';
import { wordOf } from './setting-word.ts';

/** An input, or a sweep along one; where the plan has one sweep only, that needs no name. */
export function readInput(name: string | undefined, loaded: Loaded, flag = '--on'): MovedInput | undefined {
  const { grid, plan, out } = loaded;
  const inputs = numericInputs(grid.graph);
  const sweeps = plan.axes.filter((axis) => axis.kind === 'sweep');
  const names = inputs.map((input) => input.name);
  if (name === undefined) {
    const [only, another] = sweeps;
    const swept = another === undefined ? inputs.find((input) => input.name === only?.input) : undefined;
    if (swept !== undefined) return swept;
    const help =
      names.length === 0
        ? 'the plan has no input that is a figure'
        : `say on which input: ${andList(names.slice(0, 8).map((n) => `\`--on ${n}\``))}${names.length > 8 ? ', …' : ''}`;
    out.error('E701', 'a break-even needs an input', [], help);
    return undefined;
  }
  const wanted = sweeps.find((axis) => axis.name === name)?.input ?? name;
  const found = inputs.find((input) => input.name === wanted);
  if (found === undefined)
    out.error(
      'E401',
      `there is no input called \`${name}\``,
      markAt(wordOf(name, flag).span),
      helpFor(name, names, loaded),
    );
  return found;
}

function helpFor(name: string, names: readonly string[], { grid, plan }: Loaded): string {
  if (plan.axes.some((axis) => axis.name === name))
    return `\`${name}\` is an axis of options; two of its points are compared with \`--between\``;
  const kind = grid.graph.names.get(name)?.kind;
  if (kind === 'input') return `\`${name}\` is no figure that could be moved`;
  const known = kind === undefined ? '' : `\`${name}\` is no input; what it follows from can be moved; `;
  return (
    known +
    (didYouMean(name, names) ||
      `the inputs are ${names.slice(0, 12).join(', ')}${names.length > 12 ? ', …' : ''}`)
  );
}

export interface SpanFlags {
  readonly from?: string;
  readonly to?: string;
}

/** From a tenth to ten times what the input is today, as far as nobody says otherwise. */
export function readSpan(
  input: MovedInput,
  nows: readonly Ranged[],
  flags: SpanFlags,
  loaded: Loaded,
): Span | undefined {
  const { out } = loaded;
  const usual = usualSpanOf(input, nows);
  const least = flags.from === undefined ? undefined : quantityOf(flags.from, '--from', input, loaded);
  const most = flags.to === undefined ? undefined : quantityOf(flags.to, '--to', input, loaded);
  if (out.failed) return undefined;
  const from = least ?? usual?.from;
  const to = most ?? usual?.to;
  if (from === undefined || to === undefined) {
    const help = 'say how far to look with `--from` and `--to`';
    out.error('E701', `today's value of \`${input.name}\` gives no range to look at`, [], help);
    return undefined;
  }
  if (from < to) return { from, to };
  const text = (x: number): string => printQuantity(x, input.unit);
  const [given, at] = flags.to === undefined ? [flags.from ?? '', '--from'] : [flags.to, '--to'];
  const message = `a range from ${text(from)} to ${text(to)} is none`;
  out.error(
    'E701',
    message,
    markAt(wordOf(given, at).span),
    '`--from` is the smaller end, and `--to` the larger',
  );
  return undefined;
}

/** A number without a unit is in the unit of the input. */
function quantityOf(text: string, flag: string, input: MovedInput, loaded: Loaded): number | undefined {
  const { plan, model, grid, pinned, out } = loaded;
  const formula = parseFormula({ text, source: { file: flag, text }, start: 0 }, plan.units, out);
  if (formula === undefined) return undefined;
  const adopted = adoptUnit(
    formula,
    plan.inputs.find((i) => i.name === input.name),
  );
  if (!adopted.ok) {
    out.error('E701', 'this could be meant in two ways', markAt(formula.span), adopted.help);
    return undefined;
  }
  const asked = model.ask(adopted.value, out);
  if (asked === undefined) return undefined;
  const fits = asked.type.kind === 'number' && sameUnit(asked.type.unit, input.unit);
  const fitting = fits ? asked : askFormula(`(${text}) in ${unitText(input.unit) || '1'}`, flag, loaded);
  const value = fitting === undefined ? Number.NaN : grid.value(fitting.node, placeOf(grid.graph, pinned));
  if (Number.isFinite(value)) return value;
  if (!out.failed) out.error('E701', `\`${text}\` is no end of a range`, markAt(wordOf(text, flag).span));
  return undefined;
}
