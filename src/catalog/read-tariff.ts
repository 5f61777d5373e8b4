// One rate card: its figures, and what must not stand together.

import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import { choiceOf, dateOf, type Filled, fill, listOf, textOf } from '../yaml/form.ts';
import { tariffFields, tierForm } from './forms.ts';
import { noProvenance, readProvenance } from './read-provenance.ts';
import { compareFigures, figureOf, moneyOf, type Reading, watched } from './reading.ts';
import { type DatedTariff, type Provenance, type Tariff, type Tier, tierModes } from './types.ts';

export const tariffKeys: readonly string[] = Object.keys(tariffFields);

/** The first key of a rate card in the block, if it has one. */
export function firstTariffKey(filled: Filled): string | undefined {
  return tariffKeys.find((key) => filled.fields.has(key));
}

/** The rate card and since when it holds. */
export function readDatedTariff(filled: Filled, above: Provenance, reading: Reading): DatedTariff {
  const { out } = reading;
  const provenance = readProvenance(filled, above, reading);
  const from = filled.fields.has('from') ? dateOf(filled, 'from', out) : provenance.date;
  const until = dateOf(filled, 'until', out);
  if (from !== undefined && until !== undefined && from > until) {
    const marks = [
      ...mark(filled, 'until', `ends on ${until}`),
      ...mark(filled, 'from', `begins on ${from}`),
    ];
    out.error('E503', 'this price ends before it begins', marks, 'swap the two days, or correct one of them');
  }
  return { from, until, tariff: readTariff(filled, reading), provenance, span: filled.node.span };
}

/** A rate card that says nothing yet. */
export const emptyTariff: Tariff = {
  rate: undefined,
  fee: undefined,
  tiers: [],
  mode: 'graduated',
  free: undefined,
  covers: undefined,
  credit: undefined,
  block: undefined,
  atLeast: undefined,
  minimum: undefined,
  setup: undefined,
  qualifier: undefined,
  unknown: undefined,
};

/** Stands where a price should be and none could be read; loud, and never nothing. */
export function unreadableTariff(span: Span): DatedTariff {
  const tariff = { ...emptyTariff, unknown: unreadable };
  return { from: undefined, until: undefined, tariff, provenance: noProvenance, span };
}

const unreadable = 'the price could not be read';

/** The rate card of a block. One that cannot be read is unknown, so that it never counts as nothing. */
export function readTariff(filled: Filled, reading: Reading): Tariff {
  const { value, failed } = watched(reading, (own) => readFigures(filled, own));
  return failed ? { ...value, unknown: value.unknown ?? unreadable } : value;
}

function readFigures(filled: Filled, reading: Reading): Tariff {
  const { out } = reading;
  checkTogether(filled, out);
  return {
    rate: moneyOf(filled, 'price', reading),
    fee: moneyOf(filled, 'fee', reading),
    tiers: readTiers(filled, reading),
    mode: choiceOf(filled, 'mode', tierModes, out) ?? 'graduated',
    free: figureOf(filled, 'free', reading),
    covers: figureOf(filled, 'covers', reading),
    credit: moneyOf(filled, 'credit', reading),
    block: figureOf(filled, 'block', reading),
    atLeast: figureOf(filled, 'at_least', reading),
    minimum: moneyOf(filled, 'minimum', reading),
    setup: moneyOf(filled, 'setup', reading),
    qualifier: choiceOf(filled, 'qualifier', ['from', 'about'], out),
    unknown: readUnknown(filled, out),
  };
}

/** Why there is no figure; a reason must be given. */
export function readUnknown(filled: Filled, out: Diagnostics): string | undefined {
  const entry = filled.fields.get('unknown');
  if (entry === undefined) return undefined;
  const reason = textOf(filled, 'unknown', out);
  if (reason === undefined || reason === '') {
    if (entry.value.kind === 'scalar') {
      out.error(
        'E104',
        '`unknown` needs a reason',
        [{ span: entry.keySpan, label: '' }],
        'say why there is no figure: `unknown: not on the price list`',
      );
    }
    return 'no reason given';
  }
  return reason;
}

/** Pairs of keys that contradict each other, with what to do about it. */
const contradictions: readonly (readonly [string, string, string])[] = [
  ['price', 'tiers', 'one price is `price`; prices by quantity are `tiers`'],
  ['covers', 'free', '`covers` where nothing is sold above the allowance, `free` where the rest is charged'],
  ['price', 'unknown', 'leave out `unknown` where there is a price'],
  ['fee', 'unknown', 'leave out `unknown` where there is a fee'],
  ['tiers', 'unknown', 'leave out `unknown` where there are prices'],
];

function checkTogether(filled: Filled, out: Diagnostics): void {
  const has = (key: string): boolean => filled.fields.has(key);
  for (const [first, second, help] of contradictions) {
    if (!has(first) || !has(second)) continue;
    const marks = [...mark(filled, second, ''), ...mark(filled, first, '')];
    out.error('E503', `\`${first}\` and \`${second}\` cannot stand together`, marks, help);
  }
  const charged = has('price') || has('tiers');
  if (!charged && !has('fee') && !has('unknown')) {
    const help = 'give `price`, `fee` or `tiers`, or say why there is none: `unknown: not on the price list`';
    out.error('E503', 'there is no price here', [{ span: firstKey(filled), label: '' }], help);
  }
  if (has('free') && !charged && !has('unknown')) {
    const help = 'give the `price` of what is above it, or write `covers` where nothing above it is sold';
    out.error('E503', '`free` needs a price for what is above it', mark(filled, 'free', ''), help);
  }
  if (has('mode') && !has('tiers')) {
    out.error(
      'E503',
      '`mode` says how tiers count, and there are no `tiers`',
      mark(filled, 'mode', ''),
      'leave it out',
    );
  }
}

function readTiers(filled: Filled, reading: Reading): readonly Tier[] {
  const entry = filled.fields.get('tiers');
  if (entry === undefined) return [];
  const nodes = listOf(entry.value);
  if (nodes.length === 0) {
    reading.out.error(
      'E503',
      '`tiers` is empty',
      [{ span: entry.keySpan, label: '' }],
      'give at least one tier: `- price: 0.02 USD/GB`',
    );
  }
  const tiers: Tier[] = [];
  for (const [index, node] of nodes.entries()) {
    const block = fill(node, tierForm, reading.out);
    if (block === undefined) continue;
    if (!block.fields.has('price') && !block.fields.has('fee')) {
      reading.out.error(
        'E503',
        'this tier has no price',
        [{ span: node.span, label: '' }],
        'give `price` per unit, or `fee` once',
      );
    }
    const last = index === nodes.length - 1;
    const open = !block.fields.has('up_to');
    if (open !== last) reportOpenEnd(last, block, reading.out);
    const upTo = figureOf(block, 'up_to', reading);
    tiers.push({
      upTo,
      rate: moneyOf(block, 'price', reading),
      fee: moneyOf(block, 'fee', reading),
      span: node.span,
    });
  }
  checkAscending(tiers, reading.out);
  return tiers;
}

function reportOpenEnd(last: boolean, block: Filled, out: Diagnostics): void {
  if (last) {
    const help = 'leave out its `up_to`, or add a tier for what is above it';
    out.error('E503', 'the last tier must have no end', mark(block, 'up_to', ''), help);
  } else {
    out.error(
      'E503',
      'only the last tier may have no end',
      [{ span: block.node.span, label: '' }],
      'give this one `up_to`',
    );
  }
}

function checkAscending(tiers: readonly Tier[], out: Diagnostics): void {
  for (const [index, tier] of tiers.entries()) {
    const before = tiers[index - 1]?.upTo;
    if (before === undefined || tier.upTo === undefined) continue;
    const order = compareFigures(before, tier.upTo);
    if (order === undefined || order < 0) continue;
    const marks = [
      { span: tier.upTo.span, label: 'not above the tier before it' },
      { span: before.span, label: '' },
    ];
    out.error('E503', 'the tiers are not in ascending order', marks, 'write the smallest tier first');
  }
}

/** A mark under a key, where the block has it. */
export function mark(
  filled: Filled,
  key: string,
  label: string,
): readonly { readonly span: Span; readonly label: string }[] {
  const entry = filled.fields.get(key);
  return entry === undefined ? [] : [{ span: entry.keySpan, label }];
}

export function firstKey(filled: Filled): Span {
  return filled.node.entries[0]?.keySpan ?? filled.node.span;
}
