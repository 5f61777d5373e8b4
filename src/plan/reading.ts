// What every reader of this folder shares: single values behind keys, as formulas, words and units.

import type { Reading } from '../catalog/reading.ts';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Expression } from '../formula/ast.ts';
import { spanIn } from '../formula/formula-text.ts';
import { parseFormula } from '../formula/parse.ts';
import { readUnit } from '../quantity/read-quantity.ts';
import type { Unit } from '../quantity/unit.ts';
import { type Filled, type Form, fill, scalarOf } from '../yaml/form.ts';
import type { MapNode, Node } from '../yaml/node.ts';
import type { Word } from './types.ts';

/** A block as `fill` reads it; a block that needs nothing may also be left empty: `b:`. */
export function blockOf(node: Node, form: Form, reading: Reading): Filled | undefined {
  if (node.kind !== 'scalar' || !node.empty || needsSomething(form)) return fill(node, form, reading.out);
  const empty: MapNode = { kind: 'map', span: node.span, entries: [] };
  return { node: empty, fields: new Map(), others: [] };
}

export function needsSomething(form: Form): boolean {
  return Object.values(form.fields).some((field) => field.required === true);
}

/** The formula behind a key; undefined where the key is missing or, with an error, where nothing can be read. */
export function formulaAt(node: Node | undefined, what: string, reading: Reading): Expression | undefined {
  const scalar = scalarOf(node, what, reading.out);
  if (scalar === undefined) return undefined;
  if (!scalar.empty) return parseFormula(scalar.text, reading.units, reading.out);
  const help = 'write a value, or `unknown` where nobody knows it';
  reading.out.error('E104', `${what} is empty`, [{ span: scalar.span, label: '' }], help);
  return undefined;
}

export function formulaOf(filled: Filled, key: string, reading: Reading): Expression | undefined {
  return formulaAt(filled.fields.get(key)?.value, `\`${key}\``, reading);
}

/** `did you mean …?`, unless so much is wrong, or so much known, that looking would take longer than reading the file. */
export function guess(word: string, known: readonly string[], out: Diagnostics): string {
  return out.all.length < 100 && known.length <= 5000 ? didYouMean(word, known) : '';
}

/** A word or path that is not a formula. */
export function wordAt(node: Node | undefined, what: string, reading: Reading): Word | undefined {
  const scalar = scalarOf(node, what, reading.out);
  if (scalar === undefined) return undefined;
  const text = scalar.text.text.trim();
  if (!scalar.empty && text !== '') return { text, span: scalar.span };
  reading.out.error(
    'E104',
    `${what} is empty`,
    [{ span: scalar.span, label: '' }],
    'write a value, or leave the key out',
  );
  return undefined;
}

export function wordOf(filled: Filled, key: string, reading: Reading): Word | undefined {
  return wordAt(filled.fields.get(key)?.value, `\`${key}\``, reading);
}

export interface UnitAt {
  readonly unit: Unit | undefined;
  readonly unitSpan: Span | undefined;
}

/** The unit behind `unit:`. */
export function unitOf(filled: Filled, reading: Reading): UnitAt {
  const node = filled.fields.get('unit')?.value;
  const scalar = scalarOf(node, '`unit`', reading.out);
  if (scalar === undefined || scalar.empty) return { unit: undefined, unitSpan: undefined };
  const unit = readUnit(scalar.text.text, reading.units);
  if (!('word' in unit)) return { unit, unitSpan: scalar.span };
  const start = Math.min(unit.start, Math.max(0, scalar.text.text.length - 1));
  const span = spanIn(scalar.text, start, Math.max(start + 1, unit.end));
  const help =
    didYouMean(unit.word, reading.units.words()) || 'for example `users`, `GB/month`, `EUR per hour`';
  const message = unit.word === '' ? 'a unit is missing here' : `\`${unit.word}\` is not a unit`;
  reading.out.error('E302', message, [{ span, label: '' }], help);
  return { unit: undefined, unitSpan: undefined };
}

/** The unit of a value that is written out: a number or a range of numbers. Undefined for a formula. */
export function unitOfLiteral(e: Expression): Unit | undefined {
  if (e.kind === 'number') return e.unit;
  if (e.kind === 'unary' && e.operator === '-') return unitOfLiteral(e.operand);
  if (e.kind !== 'range') return undefined;
  const [low, high] = [unitOfLiteral(e.low), unitOfLiteral(e.high)];
  if (low === undefined || high === undefined) return undefined;
  return low.factors.length > 0 ? low : high;
}

/** A number that is written out, whole: not a range, not a formula. */
export function literal(e: Expression): { readonly value: number; readonly unit: Unit } | undefined {
  if (e.kind === 'number') return e;
  if (e.kind !== 'unary' || e.operator !== '-' || e.operand.kind !== 'number') return undefined;
  return { value: -e.operand.value, unit: e.operand.unit };
}
