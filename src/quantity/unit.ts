// Units are types. A unit is a product of named atoms (USD, hour, GB, user) to whole powers; what an atom measures is its
// dimension. Numbers stay in the unit a person wrote, so a unit keeps its atoms and is never reduced behind anyone's back.

/** Powers of base dimensions: `second`, `month`, `workday`, `bit`, `watt`, one per countable, one per currency. */
export type Dimensions = ReadonlyMap<string, number>;

export type AtomKind = 'time' | 'calendar' | 'data' | 'power' | 'energy' | 'ratio' | 'currency' | 'count';

/** One indivisible unit name and how it measures: `1 atom = numerator / denominator` of its base dimensions. */
export interface Atom {
  readonly name: string;
  /** How more than one is written after a number: `users`; the name itself for symbols such as GB. */
  readonly plural: string;
  readonly kind: AtomKind;
  readonly dimensions: Dimensions;
  readonly numerator: number;
  readonly denominator: number;
}

export interface Factor {
  readonly atom: Atom;
  readonly power: number;
}

/** Factors in a fixed order, no power zero; `key` is equal exactly when two units are the same. */
export interface Unit {
  readonly factors: readonly Factor[];
  readonly key: string;
}

const ranks: Readonly<Record<AtomKind, number>> = {
  currency: 0,
  energy: 1,
  power: 2,
  data: 3,
  count: 4,
  ratio: 5,
  time: 6,
  calendar: 7,
};

function unitOf(powers: readonly Factor[]): Unit {
  const factors = powers.filter((f) => f.power !== 0);
  if (factors.length > 1)
    factors.sort((a, b) => ranks[a.atom.kind] - ranks[b.atom.kind] || (a.atom.name < b.atom.name ? -1 : 1));
  return { factors, key: factors.map((f) => `${f.atom.name}^${f.power}`).join(' ') };
}

/** A pure number. */
export const one: Unit = unitOf([]);

export function unitFromAtom(atom: Atom, power = 1): Unit {
  return unitOf([{ atom, power }]);
}

function combine(a: Unit, b: Unit, sign: 1 | -1): Unit {
  if (b.factors.length === 0) return a;
  const powers = [...a.factors];
  for (const { atom, power } of b.factors) {
    const at = powers.findIndex((f) => f.atom.name === atom.name);
    const held = powers[at];
    if (held === undefined) powers.push({ atom, power: sign * power });
    else powers[at] = { atom: held.atom, power: held.power + sign * power };
  }
  return unitOf(powers);
}

/** Product; equal atoms cancel by name, nothing is converted. */
export function multiply(a: Unit, b: Unit): Unit {
  return combine(a, b, 1);
}

export function divide(a: Unit, b: Unit): Unit {
  return combine(a, b, -1);
}

export function power(unit: Unit, exponent: number): Unit {
  return unitOf(unit.factors.map((f) => ({ atom: f.atom, power: f.power * exponent })));
}

export function sameUnit(a: Unit, b: Unit): boolean {
  return a.key === b.key;
}

/** What the unit measures, all atoms taken together. Powers of zero are left out. */
export function dimensionsOf(unit: Unit): Dimensions {
  const total = new Map<string, number>();
  for (const { atom, power: p } of unit.factors) {
    for (const [base, b] of atom.dimensions) total.set(base, (total.get(base) ?? 0) + b * p);
  }
  for (const [base, p] of total) if (p === 0) total.delete(base);
  return total;
}

/** The size of the unit in base dimensions, as an exact quotient where the atoms allow it. */
export function scaleOf(unit: Unit): { readonly numerator: number; readonly denominator: number } {
  let numerator = 1;
  let denominator = 1;
  for (const { atom, power: p } of unit.factors) {
    const up = p > 0 ? atom.numerator : atom.denominator;
    const down = p > 0 ? atom.denominator : atom.numerator;
    for (let i = 0; i < Math.abs(p); i++) {
      numerator *= up;
      denominator *= down;
    }
  }
  const shared = commonDivisor(numerator, denominator);
  return { numerator: numerator / shared, denominator: denominator / shared };
}

function commonDivisor(a: number, b: number): number {
  if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b)) return 1;
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x === 0 ? 1 : x;
}

/** Some currency is in it, to whatever power. */
export function hasCurrency({ factors }: Unit): boolean {
  return factors.some((f) => f.atom.kind === 'currency');
}

/** The currency in a unit such as `EUR/month`, if there is exactly one. */
export function currencyOf(unit: Unit): Atom | undefined {
  const money = unit.factors.filter((f) => f.atom.kind === 'currency');
  return money.length === 1 ? money[0]?.atom : undefined;
}

/** True for units that are money to the power one, whatever they are per. */
export function isMoney(unit: Unit): boolean {
  return (
    unit.factors.some((f) => f.atom.kind === 'currency' && f.power === 1) && currencyOf(unit) !== undefined
  );
}

/**
 * Atoms that measure the same thing and could cancel are brought together: GB/TB becomes the number 1/1000, a percentage
 * beside another unit becomes its fraction. Months and hours stay apart: only a calendar joins them.
 * Returns the tidy unit and the factor by which a value must be multiplied.
 */
export function simplify(unit: Unit): {
  readonly unit: Unit;
  readonly numerator: number;
  readonly denominator: number;
} {
  const kept: Factor[] = [];
  for (const factor of unit.factors) {
    if (factor.atom.dimensions.size === 0 && unit.factors.length === 1 && factor.power === 1) {
      kept.push(factor);
      continue;
    }
    const partner = kept.findIndex((k) => sameMeasure(k.atom, factor.atom));
    if (factor.atom.dimensions.size === 0) continue;
    const held = kept[partner];
    if (held === undefined) kept.push(factor);
    else kept[partner] = { atom: held.atom, power: held.power + factor.power };
  }
  const tidy = unitOf(withoutEnergy(kept));
  if (sameUnit(tidy, unit)) return { unit, numerator: 1, denominator: 1 };
  const before = scaleOf(unit);
  const after = scaleOf(tidy);
  const numerator = before.numerator * after.denominator;
  const denominator = before.denominator * after.numerator;
  const shared = commonDivisor(numerator, denominator);
  return { unit: tidy, numerator: numerator / shared, denominator: denominator / shared };
}

/** W·hour against kWh: an energy cancels a power and a time of the opposite sign. */
function withoutEnergy(factors: readonly Factor[]): readonly Factor[] {
  const gone = new Set<Atom>();
  for (const { atom, power: p } of factors) {
    if (atom.kind !== 'energy') continue;
    const opposite = (kind: AtomKind): Factor | undefined =>
      factors.find((f) => f.atom.kind === kind && f.power === -p);
    const [watts, time] = [opposite('power'), opposite('time')];
    if (watts === undefined || time === undefined) continue;
    for (const used of [atom, watts.atom, time.atom]) gone.add(used);
  }
  return factors.filter((f) => !gone.has(f.atom));
}

function sameMeasure(a: Atom, b: Atom): boolean {
  if (a.dimensions.size !== b.dimensions.size || a.dimensions.size === 0) return false;
  return [...a.dimensions].every(([base, p]) => b.dimensions.get(base) === p);
}

/** `USD/GB/month`, `user·hour`, `1/month`, and the empty string for a pure number. */
export function unitText(unit: Unit, plural = false): string {
  const above = unit.factors.filter((f) => f.power > 0);
  const below = unit.factors.filter((f) => f.power < 0);
  const head = above
    .map((f, i) => withPower(plural && i === above.length - 1 ? f.atom.plural : f.atom.name, f.power))
    .join('·');
  const tail = below.map((f) => `/${withPower(f.atom.name, -f.power)}`).join('');
  return head === '' && tail !== '' ? `1${tail}` : head + tail;
}

function withPower(name: string, p: number): string {
  return p === 1 ? name : `${name}^${p}`;
}
