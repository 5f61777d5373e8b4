// What the answers that lead to a first plan mean: what drives it, what it runs on and how that is charged, amounts of money.

import type { Catalog } from '../catalog/catalog.ts';
import type { Product, Tariff } from '../catalog/types.ts';
import { Diagnostics } from '../diagnostics/diagnostic.ts';
import { childrenOf, type Expression } from '../formula/ast.ts';
import { standalone } from '../formula/formula-text.ts';
import { parseFormula } from '../formula/parse.ts';
import { checkName } from '../plan/names.ts';
import { literal, unitOfLiteral } from '../plan/reading.ts';
import {
  type Atom,
  currencyOf,
  dimensionsOf,
  divide,
  isMoney,
  multiply,
  one,
  type Unit,
  unitFromAtom,
  unitText,
} from '../quantity/unit.ts';
import { countable, pluralOf, UnitTable } from '../quantity/unit-table.ts';
import { tariffOn } from './catalog-options.ts';

export type Driver =
  | {
      readonly ok: true;
      readonly singular: string;
      /** Also the name of the input. */
      readonly plural: string;
      /** The plan has to declare it as a unit. */
      readonly isNew: boolean;
      readonly units: UnitTable;
    }
  | { readonly ok: false; readonly problem: string };

/** `user`, `users`, `photo`: a thing that is counted. */
export function driverOf(answer: string): Driver {
  const word = answer.trim();
  if (!/^[A-Za-z][A-Za-z0-9_]{1,39}$/.test(word))
    return { ok: false, problem: 'this is no word: letters and digits, such as `user`' };
  const known = UnitTable.builtin.lookup(word);
  const [factor, ...more] = known?.factors ?? [];
  if (known !== undefined && (factor?.atom.kind !== 'count' || factor.power !== 1 || more.length > 0))
    return { ok: false, problem: `\`${word}\` is nothing that is counted; \`user\` or \`device\` is` };
  const isPlural = factor === undefined && word.length > 2 && pluralOf(word.slice(0, -1)) === word;
  const singular = factor?.atom.name ?? (isPlural ? word.slice(0, -1) : word);
  const plural = factor?.atom.plural ?? pluralOf(singular);
  if (!isName(plural) || !isName(singular))
    return { ok: false, problem: `\`${word}\` is a word of the language; choose another` };
  const units = factor === undefined ? UnitTable.builtin.with([countable(singular)]) : UnitTable.builtin;
  return { ok: true, singular, plural, isNew: factor === undefined, units };
}

/** Whether the plan language lets something be called so. */
export function isName(word: string): boolean {
  const source = { file: '', text: word };
  return checkName(word, { source, start: 0, end: word.length }, new Diagnostics());
}

/** `500`, `15k`, `500 users`: the text with its unit; without a driver the number alone. */
export function positiveNumber(
  answer: string,
  driver: (Driver & { readonly ok: true }) | undefined,
): string | undefined {
  const read = readLiteral(answer, driver?.units ?? UnitTable.builtin);
  if (read === undefined || !(read.value > 0) || !Number.isFinite(read.value)) return undefined;
  const bare = read.unit.factors.length === 0;
  if (driver === undefined) return bare ? answer.trim() : undefined;
  if (bare) return `${answer.trim()} ${driver.plural}`;
  return unitText(read.unit) === driver.singular ? answer.trim() : undefined;
}

/** `40`, `40 EUR/month`, `480 EUR/year`. */
export function moneyPerMonth(answer: string, currency: string): string | undefined {
  const read = readLiteral(answer, UnitTable.builtin);
  if (read === undefined || !(read.value >= 0) || !Number.isFinite(read.value)) return undefined;
  if (read.unit.factors.length === 0) return `${answer.trim()} ${currency}/month`;
  const rest =
    isMoney(read.unit) && currencyOf(read.unit)?.name === currency ? perTime(read.unit) : undefined;
  return rest === true ? answer.trim() : undefined;
}

/** Money over a month, a year or the like, and over nothing else. */
function perTime(unit: Unit): boolean {
  const others = unit.factors.filter(({ atom }) => atom.kind !== 'currency');
  return (
    others.length === 1 &&
    others[0]?.power === -1 &&
    others[0].atom.kind === 'calendar' &&
    others[0].atom.name !== 'workday'
  );
}

function readLiteral(
  answer: string,
  units: UnitTable,
): { readonly value: number; readonly unit: Unit } | undefined {
  const e = parseFormula(standalone(answer.trim(), ''), units, new Diagnostics());
  return e === undefined ? undefined : literal(e);
}

export type Run =
  | { readonly kind: 'flat'; readonly product: Product; readonly currencies: readonly string[] }
  /** Bought, and then one's own. */
  | { readonly kind: 'bought'; readonly product: Product; readonly currencies: readonly string[] }
  /** Charged by quantity, of which `meter` is the unit. */
  | {
      readonly kind: 'metered';
      readonly product: Product;
      readonly meter: Unit;
      readonly currencies: readonly string[];
    }
  | { readonly kind: 'own'; readonly price: string; readonly currencies: readonly string[] }
  | { readonly kind: 'problem'; readonly problem: string };

/** A product of the catalog by its path, or a price of one's own. */
export function runOf(answer: string, currency: string, catalog: Catalog): Run {
  if (/^[0-9.€$£]/.test(answer)) {
    const price = moneyPerMonth(answer, currency);
    if (price !== undefined) return { kind: 'own', price, currencies: [currency] };
    return { kind: 'problem', problem: `this is no price, such as 14 ${currency}/month` };
  }
  const out = new Diagnostics();
  const found = answer === '' ? undefined : catalog.find(answer, undefined, out);
  if (found === undefined) {
    const [first] = out.all;
    const words =
      first === undefined
        ? 'this is no path'
        : [first.message, first.help].filter((w) => w !== '').join('; ');
    return { kind: 'problem', problem: words };
  }
  const { product, plan } = found;
  const sold = plan === undefined ? product.plans : [plan];
  const tariffs = sold.flatMap((p) => tariffOn(p, undefined)?.tariff ?? []);
  const currencies = [...new Set(tariffs.flatMap((tariff) => amountsOf(tariff).flatMap(currenciesIn)))];
  const meter = tariffs.map(meterOf).find((unit) => unit !== undefined);
  if (meter !== undefined) return { kind: 'metered', product, meter, currencies };
  if (sold.length > 1) {
    const paths = sold.map((p) => `${product.vendor}/${product.id}/${p.id}`);
    return { kind: 'problem', problem: `this is sold in several plans; say which: ${paths.join(', ')}` };
  }
  return { kind: tariffs.some(isOnce) ? 'bought' : 'flat', product, currencies };
}

/** A price that is not for any time. */
function isOnce({ rate, fee }: Tariff): boolean {
  const unit = rate === undefined || fee !== undefined ? undefined : unitIn(rate);
  return unit?.factors.every(({ atom }) => atom.kind === 'currency') ?? false;
}

function amountsOf(t: Tariff): readonly Expression[] {
  const tiers = t.tiers.flatMap((tier) => [tier.rate, tier.fee]);
  return [t.rate, t.fee, t.credit, t.minimum, t.setup, ...tiers].filter((e) => e !== undefined);
}

function currenciesIn(e: Expression): readonly string[] {
  const own = e.kind === 'number' ? e.unit.factors.filter(({ atom }) => atom.kind === 'currency') : [];
  return [...own.map(({ atom }) => atom.name), ...childrenOf(e).flatMap(currenciesIn)];
}

/** What a rate card counts: `emails/month`, `GB`; undefined for a flat price. */
function meterOf(t: Tariff): Unit | undefined {
  const counts = [t.covers, t.free, t.block, t.atLeast, ...t.tiers.map((tier) => tier.upTo)];
  const counted = counts
    .map((e) => (e === undefined ? undefined : unitIn(e)))
    .find((unit) => unit !== undefined);
  if (counted !== undefined) return counted;
  const rate = [t.rate, ...t.tiers.map((tier) => tier.rate)]
    .map((e) => (e === undefined ? undefined : unitIn(e)))
    .find((u) => u !== undefined);
  if (rate === undefined) return undefined;
  const below = rate.factors.filter(
    ({ atom, power: p }) => p < 0 && atom.kind !== 'time' && atom.kind !== 'calendar',
  );
  if (below.length === 0) return undefined;
  const unit = below.reduce((all, { atom, power: p }) => multiply(all, unitFromAtom(atom, -p)), one);
  const isStock = rate.factors.some(
    ({ atom, power: p }) => p < 0 && (atom.kind === 'time' || atom.kind === 'calendar'),
  );
  const month = UnitTable.builtin.lookup('month') ?? one;
  return isStock ? unit : divide(unit, month);
}

/** Of a number or a range as it is written; of a formula, the first one in it. */
function unitIn(e: Expression): Unit | undefined {
  return (
    unitOfLiteral(e) ??
    childrenOf(e)
      .map(unitIn)
      .find((unit) => unit !== undefined)
  );
}

/** A thing that is counted and that not every plan knows. */
export function isDeclared(atom: Atom): boolean {
  return atom.kind === 'count' && UnitTable.builtin.lookup(atom.name) === undefined;
}

/** `0.5`, `0.5 GB`, `8 emails/day` for what is metered in such a unit: the text with its unit. */
export function literalOf(answer: string, meter: Unit, driver: Driver): string | undefined {
  const own = meter.factors.map(({ atom }) => atom).filter(isDeclared);
  const read = readLiteral(answer, (driver.ok ? driver.units : UnitTable.builtin).with(own));
  if (read === undefined || !(read.value >= 0) || !Number.isFinite(read.value)) return undefined;
  if (read.unit.factors.length === 0) return `${answer.trim()} ${unitText(meter, true)}`;
  return kindOf(read.unit) === kindOf(meter) ? answer.trim() : undefined;
}

/** What is measured; by the day or by the month is the same, and both are not what is kept. */
function kindOf(unit: Unit): string {
  const times = ['second', 'month', 'workday'];
  const dimensions = [...dimensionsOf(unit)].map(([name, p]) =>
    times.includes(name) ? `time${p}` : `${name}${p}`,
  );
  return dimensions.sort().join(' ');
}
