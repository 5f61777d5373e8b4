// Which words are units: the built-in ones, ISO currencies, and the countables that a plan declares.

import { builtinAtoms, builtinWords } from './builtin-units.ts';
import { currencySigns, isCurrencyCode } from './currency.ts';
import {
  type Atom,
  type Dimensions,
  dimensionsOf,
  divide,
  one,
  scaleOf,
  type Unit,
  unitFromAtom,
} from './unit.ts';

/** The regular English plural; a plan can give another. */
export function pluralOf(name: string): string {
  if (/[A-Z]/.test(name.slice(-1))) return name;
  if (/(s|x|z|ch|sh)$/.test(name)) return `${name}es`;
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return `${name}s`;
}

/** A countable of its own dimension, such as `device`. */
export function countable(name: string, plural = pluralOf(name)): Atom {
  return { name, plural, kind: 'count', dimensions: new Map([[name, 1]]), numerator: 1, denominator: 1 };
}

/** An atom that is so many of another unit, such as `batch` = 500 requests. The unit must not be a pure number. */
export function derivedAtom(
  name: string,
  of: Unit,
  numerator: number,
  denominator: number,
  plural = pluralOf(name),
): Atom {
  const scale = scaleOf(of);
  const dimensions: Dimensions = dimensionsOf(of);
  const kind = of.factors.length === 1 ? (of.factors[0]?.atom.kind ?? 'count') : 'count';
  return {
    name,
    plural,
    kind,
    dimensions,
    numerator: numerator * scale.numerator,
    denominator: denominator * scale.denominator,
  };
}

/** Immutable: `with` gives a new table. Looking a word up is a map access. */
export class UnitTable {
  readonly #words: ReadonlyMap<string, Unit>;
  readonly #declared: ReadonlyMap<string, Atom>;

  private constructor(words: ReadonlyMap<string, Unit>, declared: ReadonlyMap<string, Atom>) {
    this.#words = words;
    this.#declared = declared;
  }

  static readonly builtin: UnitTable = new UnitTable(builtinTable(), new Map());

  /** The unit a word names (`users`, `GB`, `rps`, `EUR`), or undefined. */
  lookup(word: string): Unit | undefined {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    return isCurrencyCode(word) ? unitFromAtom(currencyAtom(word)) : undefined;
  }

  /** Adds atoms under their name and plural. A later one replaces an earlier of the same name. */
  with(atoms: readonly Atom[]): UnitTable {
    const words = new Map(this.#words);
    const declared = new Map(this.#declared);
    for (const atom of atoms) {
      words.set(atom.name, unitFromAtom(atom));
      words.set(atom.plural, unitFromAtom(atom));
      declared.set(atom.name, atom);
    }
    return new UnitTable(words, declared);
  }

  /** What the plan added, by name. */
  get declared(): ReadonlyMap<string, Atom> {
    return this.#declared;
  }

  /** Every word that is known, for suggestions. */
  words(): Iterable<string> {
    return this.#words.keys();
  }
}

const currencyAtoms = new Map<string, Atom>();

/** The atom of a currency; the same object every time. */
export function currencyAtom(code: string): Atom {
  let atom = currencyAtoms.get(code);
  if (atom === undefined) {
    atom = {
      name: code,
      plural: code,
      kind: 'currency',
      dimensions: new Map([[code, 1]]),
      numerator: 1,
      denominator: 1,
    };
    currencyAtoms.set(code, atom);
  }
  return atom;
}

const currencyUnits = new Map<string, Unit>();

/** The currency that a sign or a code stands for, as a unit. */
export function currencyUnit(signOrCode: string): Unit | undefined {
  const code = currencySigns.get(signOrCode) ?? signOrCode;
  let unit = currencyUnits.get(code);
  if (unit === undefined && isCurrencyCode(code)) {
    unit = unitFromAtom(currencyAtom(code));
    currencyUnits.set(code, unit);
  }
  return unit;
}

function builtinTable(): Map<string, Unit> {
  const words = new Map<string, Unit>();
  for (const atom of builtinAtoms) {
    words.set(atom.name, unitFromAtom(atom));
    words.set(atom.plural, unitFromAtom(atom));
  }
  const unit = (name: string): Unit => words.get(name) ?? one;
  for (const [word, meaning] of builtinWords) {
    const [above, below] = meaning.split('/');
    const top = unit(above ?? '');
    words.set(word, below === undefined ? top : divide(top, unit(below)));
  }
  return words;
}
