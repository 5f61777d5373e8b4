// A driver in a calculation, `47 clerks × 100 calls/day`, against what the document says of it elsewhere: `Calls per clerk per day: 40`.
// Only where it is said in one way everywhere else.

import { nounUnit, unitWord } from '../../figures/words.ts';
import { pushTo } from '../../lists.ts';
import { said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import type { FiguresOf, Grid } from '../content/grid.ts';
import type { Entry } from '../content/ledger.ts';
import { comparedClaim } from '../content/recomputed.ts';
import type { Spoken } from '../content/spoken.ts';

/** So many of a thing, for each of another, in a time: `call|clerk|day`. */
export interface Driver {
  readonly figure: Figure;
  readonly key: string;
}

const mostRows = 60;
const mostDrivers = 1000;
const longest = 240;
const joint = /\s*(?:\/|(?<!\p{L})(?:per|pro|je|par|por|за|на)(?!\p{L}))\s*/iu;

/** Rows whose label is a rate: `Calls/day/clerk`. */
export function driverRows(grid: Grid): readonly Driver[] {
  if (grid.rows.length > mostRows) return [];
  return grid.rows.flatMap((row) => {
    const key = keyOfLabel(row.cells[0]?.passage.text ?? '');
    return key === undefined ? [] : row.cells.slice(1).flatMap((c) => driverOf(key, c.figure));
  });
}

export function driverEntries(entries: readonly (Entry | undefined)[]): readonly Driver[] {
  return entries.flatMap((entry) => {
    if (entry === undefined || entry.figures.length !== 1) return [];
    const key = keyOfLabel(entry.label);
    return key === undefined ? [] : driverOf(key, entry.figures[0]);
  });
}

function driverOf(key: string, figure: Figure | undefined): readonly Driver[] {
  return figure === undefined || figure.bound !== 'none' || figure.low !== figure.high || figure.low <= 0
    ? []
    : [{ figure, key }];
}

/** `Calls per clerk per day`, in either order. */
function keyOfLabel(label: string): string | undefined {
  const parts = label.replace(/[*_`]/g, '').split(joint);
  const [thing = '', ...rest] = parts;
  if (rest.length !== 2) return undefined;
  const noun = rest.map(nounOf).filter((n) => n !== undefined);
  const period = rest.map(periodOfWord).filter((p) => p !== undefined);
  // `Average calls`: the last word is what is counted
  const counted = nounOf(thing.trim().split(/\s+/).at(-1) ?? '');
  if (counted === undefined || noun.length !== 1 || period.length !== 1) return undefined;
  return `${counted}|${noun[0]}|${period[0]}`;
}

function atomOf(word: string): { readonly kind: string; readonly name: string } | undefined {
  const clean = word.trim().toLowerCase();
  const unit = unitWord(clean) ?? nounUnit(clean);
  const [factor, ...more] = unit.factors;
  return factor === undefined || more.length > 0 || factor.power !== 1 ? undefined : factor.atom;
}

function nounOf(word: string): string | undefined {
  const atom = atomOf(word);
  return atom?.kind === 'count' ? stem(atom.name) : undefined;
}

/** One word for one thing, whatever its case: `Mitarbeitende`, `Mitarbeitenden`. */
function stem(name: string): string {
  return name.replace(/(?<=\p{L}{4})(?:en|es|er|n|e|s|а|и|ы|ов|ей)$/u, '');
}

function periodOfWord(word: string): string | undefined {
  const atom = atomOf(word);
  return atom !== undefined && /time|calendar/.test(atom.kind) ? atom.name : undefined;
}

export function driversIn(
  spoken: readonly Spoken[],
  drivers: readonly Driver[],
  figuresOf: FiguresOf,
): readonly Claim[] {
  if (drivers.length === 0 || drivers.length > mostDrivers) return [];
  const known = new Map<string, Driver[]>();
  for (const driver of drivers) pushTo(known, driver.key, driver);
  return spoken.flatMap(({ passage, kind }): readonly Claim[] => {
    const { text } = passage;
    if (kind === 'heading' || text.length > longest || !/[×*x]/.test(text)) return [];
    const figures = figuresOf(passage).filter((f) => !f.name);
    return figures.flatMap((stated, i): readonly Claim[] => {
      const key = keyInProduct(text, stated, [figures[i - 1], figures[i + 1]]);
      const said = key === undefined ? [] : (known.get(key) ?? []);
      const [first] = said;
      const isOne = first !== undefined && said.every((d) => d.figure.high === first.figure.high);
      return isOne ? [claimOf(stated, first.figure)] : [];
    });
  });
}

/** `100 calls/day` beside `47 clerks` and a sign between them. */
function keyInProduct(
  text: string,
  stated: Figure,
  beside: readonly (Figure | undefined)[],
): string | undefined {
  if (stated.bound !== 'none' || stated.low !== stated.high) return undefined;
  const [up, down, ...more] = stated.unit.factors;
  if (up?.atom.kind !== 'count' || up.power !== 1 || down?.power !== -1 || more.length > 0) return undefined;
  if (!/time|calendar/.test(down.atom.kind)) return undefined;
  const each = beside.find((f) => {
    if (f === undefined || f.unit.factors.length !== 1 || f.unit.factors[0]?.atom.kind !== 'count')
      return false;
    const between = f.end <= stated.start ? text.slice(f.end, stated.start) : text.slice(stated.end, f.start);
    return /^[\s*_]*[×x*][\s*_]*$/.test(between);
  });
  const noun = each?.unit.factors[0]?.atom.name;
  return noun === undefined ? undefined : `${stem(up.atom.name)}|${stem(noun)}|${down.atom.name}`;
}

function claimOf(stated: Figure, other: Figure): Claim {
  return comparedClaim({
    kind: 'repeated',
    stated,
    other,
    fits: Math.abs(stated.high - other.high) <= Math.max(stated.step, other.step) / 2,
    message: `elsewhere it is ${said(other)}, not ${said(stated)}`,
    confidence: 0.72,
  });
}
