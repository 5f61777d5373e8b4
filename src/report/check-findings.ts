// What `check` found, as diagnostics: a code, one sentence, the line that says it, a way out.

import type { CheckResult } from '../analysis/check.ts';
import type { Explanation } from '../analysis/explain.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { plainDecimal } from '../quantity/print-number.ts';
import { printQuantity } from '../quantity/print-quantity.ts';
import { unitText } from '../quantity/unit.ts';
import {
  caseHead,
  caseText,
  estimateText,
  figureText,
  percentRange,
  percentText,
  valueText,
} from './amounts.ts';
import type { Moved, StaleItem, Unmet } from './check-answer.ts';
import { sourceName } from './price-sources.ts';

/** Leaves that a message names; the rest is counted. */
const named = 4;

export function movedDiagnostic({ result, expectation }: Moved): Diagnostic {
  const { status } = result;
  const value = resultText(result, result.value);
  const claim = `\`${oneLine(result.that)}\`${result.at.length === 0 ? '' : ` at ${caseText(result.at)}`}`;
  const marks = [{ span: expectation.expectation.that.span, label: value }];
  if (status === 'dispute-over') {
    const stated = result.stated === undefined ? '' : ` ${resultText(result, result.stated)}`;
    return {
      code: 'F802',
      severity: 'error',
      message: `${claim} is ${value}: the disputed figure${stated} now follows`,
      marks,
      help: 'the dispute is over: expect that figure, and leave out `disputed`',
    };
  }
  if (result.chance !== undefined) {
    const { holds, needed } = result.chance;
    return {
      code: 'F801',
      severity: 'error',
      message: `${claim} holds in ${estimateText(holds)} of the samples; ${percentText(needed)} was expected`,
      marks: [{ span: expectation.expectation.that.span, label: estimateText(holds) }],
      help: '',
    };
  }
  const changed = status === 'dispute-changed';
  return {
    code: changed ? 'F802' : 'F801',
    severity: 'error',
    message: `${claim} is ${value}; ${expectedText(result)} was ${changed ? 'recorded beside the dispute' : 'expected'}`,
    marks,
    help: '',
  };
}

/** `14.20 EUR/month ± 0.01` */
export function expectedText(result: CheckResult): string {
  const text = resultText(result, result.expected);
  if (result.kind !== 'number') return text;
  const within = Math.max(...result.tolerance);
  // what is only room for float noise is no tolerance
  const noise = 1e-8 * Math.max(...result.expected.map(Math.abs));
  return !(within > noise) ? text : `${text} ± ${plainDecimal(within, 3)}`;
}

/** A value or both ends of a range, with digits enough to tell it from what is expected. */
export function resultText(result: CheckResult, [low, high]: readonly [number, number]): string {
  const { unit, kind } = result;
  if (kind === 'condition') return valueText({ type: { kind }, value: low, low, high }, () => []);
  if (kind === 'point') return result.axis[low] ?? 'unknown';
  const short = figureText({ low, mid: Number.isNaN(low) ? high : low, high, unit });
  const same = printQuantity(result.value[0], unit) === printQuantity(result.expected[0], unit);
  return same &&
    (result.status === 'fails' || result.status === 'dispute-changed') &&
    low === high &&
    low !== result.expected[0]
    ? `${plainDecimal(low)} ${unitText(unit, true)}`.trim()
    : short;
}

/** Name, value and place of what stands below, the most influential first; the rest is counted. */
export function belowRows({ below }: Moved): readonly (readonly string[])[] {
  const shown = below.slice(0, named).map((leaf) => [leaf.name, valueText(leaf, () => []), placeText(leaf)]);
  return below.length > named
    ? [...shown, [`and ${below.length - named} more: \`outlay explain\``, '', '']]
    : shown;
}

function placeText({ file, position }: Explanation): string {
  return file === undefined || position === undefined ? '' : `${file}:${position.line}`;
}

export function unmetDiagnostic({ kind, limit, cases }: Unmet, severity: Diagnostic['severity']): Diagnostic {
  const broken = cases.filter((c) => c.use.state === 'broken');
  const partly = cases.filter((c) => c.use.state === 'partly');
  const shown = broken.length > 0 ? broken : partly;
  const [first] = shown;
  const places = shown.map((c) => caseHead(c.at)).filter((text) => text !== '');
  const where =
    places.length === 0
      ? ''
      : ` at ${places.slice(0, named).join('; ')}${places.length > named ? `; and ${places.length - named} more` : ''}`;
  const state = broken.length === 0 ? 'is at risk' : kind === 'limit' ? 'is broken' : 'is exceeded';
  const { used, allowed, utilisation } = first?.use ?? {};
  const use =
    used === undefined || allowed === undefined ? '' : `${figureText(used)} of ${figureText(allowed)}`;
  const share =
    utilisation === undefined || Number.isNaN(utilisation.mid) ? '' : ` (${percentRange(utilisation)})`;
  const { because, remedy, chance } = first?.use ?? {};
  const likely =
    chance === undefined
      ? use + share
      : `holds in ${estimateText(chance.holds)} of the samples, must in ${percentText(chance.needed)}`;
  return {
    code: kind === 'limit' ? 'F803' : 'F804',
    severity: broken.length > 0 ? severity : 'warning',
    message: `the ${kind} \`${limit.limit.name}\` ${state}${where}`,
    marks: [{ span: limit.limit.that.span, label: likely }],
    help: [because === undefined ? '' : `because: ${because}`, remedy ?? '']
      .filter((t) => t !== '')
      .join('; then: '),
  };
}

export function staleDiagnostic(
  { source, stale, plan }: StaleItem,
  severity: Diagnostic['severity'],
): Diagnostic {
  const { items } = source;
  const item = [...plan.items, ...plan.revenue].find((i) => items.includes(i.name));
  const name = sourceName(source);
  const newer = stale.kind === 'newer';
  const message = newer
    ? `another price of \`${name}\` is known since ${stale.since}`
    : `the price of \`${name}\` was seen on ${stale.seen}, ${stale.days} days before ${plan.asOf ?? 'now'}`;
  return {
    code: 'W901',
    severity,
    message,
    marks: item === undefined ? [] : [{ span: item.span, label: '' }],
    help: newer
      ? `move \`as_of\` on, or try it with \`--as-of ${stale.since}\``
      : 'look it up again, and date it',
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
