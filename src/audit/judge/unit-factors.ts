// What a product's unit and the stated unit leave between them, as the factors that may make up for it: 1,000 GB in a TB (or
// 1,024 GiB), 730 hours in a month. Countables cancel freely, as people leave them out.

import type { Factor, Unit } from '../../quantity/unit.ts';
import { divide } from '../../quantity/unit.ts';
import { lengthsBetween } from './calendar.ts';

export interface UnitFactor {
  readonly factor: number;
  /** What was assumed, for a person: `730 hours in a month`; '' for nothing. */
  readonly assumed: string;
}

export type Residual =
  /** The factors that are right; the first is the plainest. */
  | { readonly kind: 'factors'; readonly factors: readonly UnitFactor[]; readonly explained: boolean }
  /** Two currencies meet. */
  | { readonly kind: 'currencies' }
  /** The units say nothing about each other. */
  | { readonly kind: 'open' };

const unchanged: UnitFactor = { factor: 1, assumed: '' };

/** `loose`: a factor without a unit may stand for the period that is missing (`$5/hour × 730`). */
export function residualFactors(computed: Unit, stated: Unit, loose: boolean): Residual {
  const rest = divide(computed, stated).factors.filter(
    ({ atom }) => atom.kind !== 'count' && atom.kind !== 'ratio',
  );
  const money = rest.filter((f) => f.atom.kind === 'currency');
  if (money.length > 1) return { kind: 'currencies' };
  const time = timeFactors(
    rest.filter((f) => f.atom.kind === 'time' || f.atom.kind === 'calendar'),
    loose,
  );
  const data = dataFactors(rest.filter((f) => f.atom.kind === 'data'));
  const energy = energyFactors(rest);
  if (energy !== undefined) return { kind: 'factors', factors: energy, explained: true };
  if (time === undefined || data === undefined) return { kind: 'open' };
  // power over time is energy, and what a kilowatt hour does was not read
  if (rest.some((f) => f.atom.kind === 'power') && rest.some((f) => f.atom.kind === 'time'))
    return { kind: 'open' };
  const factors = data.flatMap((d) => time.map((t) => both(d, t)));
  return { kind: 'factors', factors, explained: money.length === 0 };
}

function both(a: UnitFactor, b: UnitFactor): UnitFactor {
  const assumed = [a.assumed, b.assumed].filter((text) => text !== '').join(', ');
  return { factor: a.factor * b.factor, assumed };
}

function timeFactors(rest: readonly Factor[], loose: boolean): readonly UnitFactor[] | undefined {
  const above = rest.filter((f) => f.power > 0);
  const below = rest.filter((f) => f.power < 0);
  if (rest.length < 2) return [unchanged];
  const [top] = above;
  const [bottom] = below;
  // `50 KB × 30 days = 1.5 MB/month`, `1,030 min × $0.008 = $8/month`, `$0.90 × 8 hr × 30 d = $216/month`: so many of them are in it
  if (below.length === 0 && above.length <= 3 && above.every((f) => f.power === 1)) return [unchanged];
  if (above.length !== 1 || below.length !== 1 || top?.power !== 1 || bottom?.power !== -1) return undefined;
  const lengths = lengthsBetween(top.atom.name, bottom.atom.name);
  if (lengths.length === 0) return undefined;
  const factors = lengths.map((length) => ({ factor: length, assumed: lengthText(top, bottom, length) }));
  return loose ? [unchanged, ...factors] : factors;
}

function lengthText(top: Factor, bottom: Factor, length: number): string {
  const round = (n: number): string => String(Math.round(n * 100) / 100);
  return length >= 1
    ? `${round(length)} ${bottom.atom.plural} in a ${top.atom.name}`
    : `${round(1 / length)} ${top.atom.plural} in a ${bottom.atom.name}`;
}

/** GB against TB: 1,000 or 1,024. A data unit on one side only was left out and changes nothing. */
function dataFactors(rest: readonly Factor[]): readonly UnitFactor[] | undefined {
  if (rest.length === 0) return [unchanged];
  const power = rest.reduce((sum, f) => sum + f.power, 0);
  const bits = rest.reduce((n, f) => n * (f.atom.numerator / f.atom.denominator) ** f.power, 1);
  if (power !== 0) {
    // `50 PB × $0.08`: what the price is for was said somewhere else
    const scales = [0, 1, 2, 3, -1, -2, -3].flatMap((n) => [1000 ** n, ...(n === 0 ? [] : [1024 ** n])]);
    return rest.length === 1 ? scales.map((factor) => ({ factor, assumed: '' })) : undefined;
  }
  const steps = Math.round(Math.log(bits) / Math.log(1000));
  if (Math.abs(bits / 1000 ** steps - 1) > 0.2) return [{ factor: bits, assumed: '' }];
  return [
    { factor: 1000 ** steps, assumed: '' },
    { factor: 1024 ** steps, assumed: steps === 0 ? '' : '1,024 to the next unit' },
    // `10 PB × $0.02/GB`: 10,240 TB of 1,000 GB each
    ...(Math.abs(steps) === 2 ? [{ factor: 1_024_000 ** (steps / 2), assumed: '1,024, then 1,000' }] : []),
  ];
}

/** W × h = kWh */
function energyFactors(rest: readonly Factor[]): readonly UnitFactor[] | undefined {
  const watts = rest.find((f) => f.atom.kind === 'power');
  const energy = rest.find((f) => f.atom.kind === 'energy');
  if (watts?.power !== 1 || energy?.power !== -1) return undefined;
  // `0.05 kW × 24 hours = 1.2 kWh/day`: the hours of one of them
  const isFor = (f: Factor): boolean =>
    /time|calendar/.test(f.atom.kind) && f.power === 1 && f.atom.name !== 'hour';
  const [, ...perPeriod] = rest.filter((f) => /time|calendar/.test(f.atom.kind));
  const period = perPeriod.length === 1 ? rest.find(isFor) : undefined;
  const [time, ...times] = rest.filter((f) => f.atom.kind === 'time' && f !== period);
  if (times.length > 0 || (time !== undefined && time.power !== 1)) return undefined;
  const hours = time === undefined ? 1 : time.atom.numerator / time.atom.denominator / 3600;
  const scale = (watts.atom.numerator / (energy.atom.numerator / 3600)) * hours;
  const others = rest.filter((f) => f !== watts && f !== energy && f !== time && f !== period);
  if (others.length > 1) return undefined;
  return [{ factor: scale, assumed: '' }];
}
