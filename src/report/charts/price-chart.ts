// What a product cost since when, as steps along time.

import { figureText } from '../../catalog/describe-tariff.ts';
import { unitOfFigure, valueIn } from '../../catalog/reading.ts';
import type { DatedTariff, SalesPlan, Tariff } from '../../catalog/types.ts';
import type { Expression } from '../../formula/ast.ts';
import { type Unit, unitText } from '../../quantity/unit.ts';
import { daysBetween } from '../price-sources.ts';
import type { Line, LineChart } from './chart.ts';

/** A dated chart counts its days from here. */
const epoch = '1970-01-01';

/** One price of a rate card: its fee, its rate, that of a tier. */
interface Part {
  readonly name: string;
  readonly price: Expression;
}

interface Stretch {
  readonly from: string;
  /** The first day on which it held no more, or today. */
  readonly until: string;
  readonly parts: readonly Part[];
}

/** undefined where nothing has changed that can be drawn; `today` is where the last price ends so far. */
export function priceChart(path: string, plan: SalesPlan, today: string): LineChart | undefined {
  const stretches = stretchesOf(plan.prices, today);
  const last = stretches.at(-1)?.parts[0]?.price;
  const unit = last === undefined ? undefined : unitOfFigure(last);
  if (unit === undefined) return undefined;
  const lines = linesOf(stretches, unit);
  if (!lines.some(hasChanged)) return undefined;
  const told = stretches.map(
    ({ from, parts }) => `from ${from} ${parts.map(({ price }) => figureText(price)).join(', ')}`,
  );
  return {
    kind: 'lines',
    title: `Price of ${path}`,
    alt: `${told.join('; ')}.`,
    x: { name: 'day', unit: '' },
    y: { name: 'price', unit: unitText(unit) },
    dated: true,
    lines,
    marks: [],
  };
}

function hasChanged({ points }: Line): boolean {
  return new Set(points.map(({ y }) => y).filter(Number.isFinite)).size > 1;
}

function stretchesOf(prices: readonly DatedTariff[], today: string): readonly Stretch[] {
  const dated = prices.flatMap((price) => {
    const from = price.from ?? price.provenance.date;
    return from === undefined || from > today || price.tariff.unknown !== undefined ? [] : [{ from, price }];
  });
  return dated.map(({ from, price }, i): Stretch => {
    const next = dated[i + 1]?.from;
    const until = [price.until, next, today].filter((day) => day !== undefined && day >= from).sort()[0];
    return { from, until: until ?? from, parts: partsOf(price.tariff) };
  });
}

function partsOf({ rate, fee, tiers }: Tariff): readonly Part[] {
  const parts = [
    { name: 'rate', price: rate },
    { name: 'fee', price: fee },
    ...tiers.map((tier) => ({
      name: tier.upTo === undefined ? 'beyond' : `up to ${figureText(tier.upTo)}`,
      price: tier.rate ?? tier.fee,
    })),
  ];
  return parts.flatMap(({ name, price }) => (price === undefined ? [] : [{ name, price }]));
}

function linesOf(stretches: readonly Stretch[], unit: Unit): readonly Line[] {
  const known = stretches
    .flatMap(({ parts }) => parts)
    .filter(({ price }) => valueIn(price, unit) !== undefined);
  const names = [...new Set(known.map(({ name }) => name))];
  return names.map((name) => ({
    name,
    points: stretches.flatMap((stretch) => {
      const part = stretch.parts.find((one) => one.name === name);
      const y = part === undefined ? Number.NaN : (valueIn(part.price, unit) ?? Number.NaN);
      return [stretch.from, stretch.until].map((day) => ({ x: daysBetween(epoch, day), y }));
    }),
  }));
}
