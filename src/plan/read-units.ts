// The units that a plan declares, and what a month is in it.

import type { Reading } from '../catalog/reading.ts';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import { type Atom, unitText } from '../quantity/unit.ts';
import { countable, derivedAtom, pluralOf, UnitTable } from '../quantity/unit-table.ts';
import { fill, listOf } from '../yaml/form.ts';
import type { Node } from '../yaml/node.ts';
import { calendarForm, unitForm } from './forms/basics.ts';
import { keywords } from './names.ts';
import { blockOf, formulaAt, literal, wordAt, wordOf } from './reading.ts';
import type { Calendar, CalendarAssumption, Word } from './types.ts';

/** Each unit may use those above it, so that the table grows one by one; no plan that a person wrote has so many. */
export const maximumUnits = 500;

/** The built-in units and those under `units`, each of which may use the ones above it. */
export function readUnits(node: Node | undefined, out: Diagnostics): UnitTable {
  let units = UnitTable.builtin;
  const declare = (word: Word, body: Node | undefined): void => {
    if (!mayBeUnit(word, out)) return;
    const atom = readAtom(word, body, { units, out, names: 'allowed' });
    if (atom !== undefined && isFree(atom, word, units, out)) units = units.with([atom]);
  };
  const first = node?.kind === 'map' ? node.entries[maximumUnits]?.keySpan : listOf(node)[maximumUnits]?.span;
  if (first !== undefined) {
    out.error('E102', `a plan has at most ${maximumUnits} units of its own`, [
      { span: first, label: 'one too many' },
    ]);
  }
  if (node?.kind === 'map') {
    for (const { key, keySpan, value } of node.entries.slice(0, maximumUnits))
      declare({ text: key, span: keySpan }, value);
    return units;
  }
  for (const element of listOf(node).slice(0, maximumUnits)) {
    const word = wordAt(element, 'a unit', { units, out, names: 'allowed' });
    if (word !== undefined) declare(word, undefined);
  }
  return units;
}

function mayBeUnit(word: Word, out: Diagnostics): boolean {
  const isWord = /^[A-Za-z][A-Za-z0-9_]*$/.test(word.text);
  if (isWord && !keywords.includes(word.text) && word.text !== 'per') return true;
  const help = isWord
    ? 'it is a word of the language; choose another'
    : 'a unit is one word of letters, digits and `_`, in the singular: `mailbox`';
  out.error('E307', `\`${word.text}\` cannot be a unit`, [{ span: word.span, label: '' }], help);
  return false;
}

function readAtom(word: Word, body: Node | undefined, reading: Reading): Atom | undefined {
  if (body === undefined) return countable(word.text);
  if (body.kind === 'scalar' && !body.empty) return derived(word, body, pluralOf(word.text), reading);
  const filled = blockOf(body, unitForm, reading);
  if (filled === undefined) return undefined;
  const plural = wordOf(filled, 'plural', reading);
  if (plural !== undefined && !mayBeUnit(plural, reading.out)) return undefined;
  const is = filled.fields.get('is')?.value;
  if (is === undefined) return countable(word.text, plural?.text);
  return derived(word, is, plural?.text ?? pluralOf(word.text), reading);
}

function derived(word: Word, node: Node, plural: string, reading: Reading): Atom | undefined {
  const what = `\`${word.text}\``;
  const value = formulaAt(node, what, reading);
  if (value === undefined) return undefined;
  const found = literal(value);
  if (found !== undefined && found.unit.factors.length > 0 && found.value > 0) {
    const { numerator, denominator } = quotient(found.value);
    return derivedAtom(word.text, found.unit, numerator, denominator, plural);
  }
  const help = 'say how many of a known unit it is: `batch: 500 requests`';
  reading.out.error('E307', `${what} cannot be a unit of this size`, [{ span: value.span, label: '' }], help);
  return undefined;
}

/** A decimal as a quotient of whole numbers, so that conversions stay exact. */
function quotient(value: number): { readonly numerator: number; readonly denominator: number } {
  for (let denominator = 1; denominator <= 1e12; denominator *= 10) {
    const numerator = Math.round(value * denominator);
    if (Number.isSafeInteger(numerator) && numerator / denominator === value)
      return { numerator, denominator };
  }
  return { numerator: value, denominator: 1 };
}

/** A countable that is built in may be named again; every other known word keeps its meaning. */
function isFree(atom: Atom, word: Word, units: UnitTable, out: Diagnostics): boolean {
  if (units.declared.has(atom.name)) {
    out.error('E307', `the unit \`${atom.name}\` is declared twice`, [{ span: word.span, label: '' }]);
    return false;
  }
  for (const text of new Set([atom.name, atom.plural])) {
    const known = units.lookup(text);
    if (known === undefined) continue;
    const [factor] = known.factors;
    const same = known.factors.length === 1 && factor?.power === 1 && factor.atom.name === atom.name;
    if (same && factor.atom.kind === 'count' && isPlain(factor.atom) && isPlain(atom)) continue;
    const meaning = unitText(known, true);
    const label = meaning === text ? 'built in' : `\`${text}\` is read as \`${meaning}\``;
    out.error('E307', `\`${text}\` is a unit already`, [{ span: word.span, label }], 'choose another word');
    return false;
  }
  return true;
}

function isPlain(atom: Atom): boolean {
  return atom.numerator === 1 && atom.denominator === 1 && atom.dimensions.get(atom.name) === 1;
}

type CalendarKey = keyof Calendar;

const keyOfUnit: Readonly<Record<string, CalendarKey>> = {
  'hour^1': 'hours',
  'day^1': 'days',
  'workday^1': 'workdays',
};

/** What a month is: 730 hours and 30 days where nothing is said. */
export function readCalendar(node: Node | undefined, reading: Reading): Calendar {
  const given = new Map<CalendarKey, CalendarAssumption>();
  const filled = node === undefined ? undefined : fill(node, calendarForm, reading.out);
  for (const element of listOf(filled?.fields.get('month')?.value)) {
    readAssumption(element, given, reading);
  }
  const assumed = (value: number): CalendarAssumption => ({ value, given: false, span: undefined });
  return {
    hours: given.get('hours') ?? assumed(730),
    days: given.get('days') ?? assumed(30),
    workdays: given.get('workdays'),
  };
}

function readAssumption(node: Node, given: Map<CalendarKey, CalendarAssumption>, reading: Reading): void {
  const value = formulaAt(node, '`month`', reading);
  if (value === undefined) return;
  const found = literal(value);
  const key = found === undefined ? undefined : keyOfUnit[found.unit.key];
  if (found === undefined || key === undefined || !(found.value > 0)) {
    const help = 'for example `month: [730 hours, 30 days, 22 workdays]`';
    const message = 'a month is given in hours, days and workdays';
    reading.out.error('E104', message, [{ span: value.span, label: '' }], help);
    return;
  }
  const first = given.get(key);
  if (first !== undefined) {
    const marks: { span: Span; label: string }[] = [{ span: value.span, label: '' }];
    if (first.span !== undefined) marks.push({ span: first.span, label: 'here already' });
    reading.out.error('E106', `the ${key} of a month are given twice`, marks, 'keep the one that holds');
    return;
  }
  given.set(key, { value: found.value, given: true, span: value.span });
}
