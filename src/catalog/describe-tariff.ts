// A rate card in one line that a person reads: `6 USD/TB/month after the first 10 GB`.

import type { Expression } from '../formula/ast.ts';
import { grouped, roundHalfAway } from '../quantity/print-number.ts';
import { printQuantity } from '../quantity/print-quantity.ts';
import { isMoney, one, sameUnit, type Unit, unitText } from '../quantity/unit.ts';
import type { Tariff, Tier } from './types.ts';

/** The whole rate card in one line. Never empty. */
export function describeTariff(tariff: Tariff): string {
  if (tariff.unknown !== undefined) return `no price: ${tariff.unknown}`;
  const text = [charges(tariff), ...conditions(tariff)].join(', ');
  return tariff.qualifier === undefined ? text : `${tariff.qualifier} ${text}`;
}

/** What is paid each time: the fee, the usage, the credit on it. */
function charges(tariff: Tariff): string {
  const fee = tariff.fee === undefined ? undefined : figureText(tariff.fee);
  const usage = usageText(tariff);
  const both = [fee, usage].filter((part) => part !== undefined).join(' + ') || 'nothing each month';
  return tariff.credit === undefined ? both : `${both} with ${figureText(tariff.credit)} credit`;
}

function usageText(tariff: Tariff): string | undefined {
  const usage =
    tariff.tiers.length > 0
      ? tiersText(tariff)
      : tariff.rate === undefined
        ? undefined
        : figureText(tariff.rate);
  if (usage === undefined || tariff.free === undefined) return usage;
  return `${usage} after the first ${figureText(tariff.free)}`;
}

/** `0.02 USD/GB up to 10 TB, then 0.01 USD/GB`. */
function tiersText(tariff: Tariff): string {
  const tiers = tariff.tiers.map(tierText).join(', then ');
  return tariff.mode === 'graduated' ? tiers : `${tiers} (the tier reached prices everything)`;
}

function tierText(tier: Tier): string {
  const parts = [tier.fee, tier.rate].filter((part) => part !== undefined).map(figureText);
  const price = parts.join(' + ') || 'no price';
  return tier.upTo === undefined ? price : `${price} up to ${figureText(tier.upTo)}`;
}

function conditions(tariff: Tariff): readonly string[] {
  const say = (before: string, e: Expression | undefined, after = ''): readonly string[] =>
    e === undefined ? [] : [`${before}${figureText(e)}${after}`];
  return [
    ...say('covers ', tariff.covers),
    ...say('in blocks of ', tariff.block),
    ...say('at least ', tariff.atLeast),
    ...say('never less than ', tariff.minimum),
    ...say('plus ', tariff.setup, ' once'),
  ];
}

/**
 * A figure as a person reads it: `4.50 EUR/month`, `5 to 10 USD/month`, `5,000 emails/month`; a formula as it
 * was written.
 */
export function figureText(e: Expression): string {
  if (e.kind === 'number') return numberText(e.value, e.unit, e.quantum);
  if (e.kind === 'unary' && e.operator === '-' && e.operand.kind === 'number') {
    return numberText(-e.operand.value, e.operand.unit, e.operand.quantum);
  }
  if (e.kind === 'range') return rangeText(e.low, e.high);
  return e.span.source.text.slice(e.span.start, e.span.end).replace(/\s+/g, ' ').trim();
}

/** The unit once, at the end, where both ends share it. */
function rangeText(low: Expression, high: Expression): string {
  const shared = low.kind === 'number' && high.kind === 'number' && sameUnit(low.unit, high.unit);
  const bare = shared ? { ...low, unit: one, quantum: low.quantum } : low;
  return `${figureText(bare)} to ${figureText(high)}`;
}

/**
 * Money keeps the decimals that were written: a price of 0.155 USD is not 0.16 USD, and 6 USD need no cents.
 */
function numberText(value: number, unit: Unit, quantum: number): string {
  if (!isMoney(unit)) return printQuantity(value, unit);
  const decimals = Math.min(15, Math.max(0, Math.round(-Math.log10(quantum))));
  return `${grouped(roundHalfAway(value, decimals))} ${unitText(unit)}`;
}
