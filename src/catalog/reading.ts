// What every reader of this folder shares: units, where errors go, and the small checks of names and single
// figures.

import { Diagnostics } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { Span } from '../diagnostics/source.ts';
import { childrenOf, type Expression } from '../formula/ast.ts';
import { parseFormula } from '../formula/parse.ts';
import { convert } from '../quantity/convert.ts';
import { isMoney, type Unit, unitText } from '../quantity/unit.ts';
import type { UnitTable } from '../quantity/unit-table.ts';
import { type Filled, scalarOf } from '../yaml/form.ts';
import type { Entry, Node } from '../yaml/node.ts';

export interface Reading {
  readonly units: UnitTable;
  readonly out: Diagnostics;
  /** A plan's own price book may mention the plan's names in its figures; a vendor's file knows no plan. */
  readonly names: 'allowed' | 'refused';
}

/**
 * Reads with a collector of its own, so that it can be told whether there was a complaint; what it says goes on to `out`.
 * Counting in `out` would not do: it says a thing once, however often a file is read.
 */
export function watched<T>(
  reading: Reading,
  read: (own: Reading) => T,
): { readonly value: T; readonly failed: boolean } {
  const out = new Diagnostics();
  const value = read({ ...reading, out });
  for (const { severity, code, message, marks, help } of out.all) {
    reading.out[severity](code, message, marks, help);
  }
  return { value, failed: out.failed };
}

/** Ids stand in paths and patterns, so they are lower case and have no slash, star or space. */
const idPattern = /^[a-z0-9][a-z0-9.-]*$/;
const attributePattern = /^[A-Za-z_][A-Za-z0-9_]*$/;

export function isId(text: string): boolean {
  return idPattern.test(text);
}

/** True where the key can be an id; says so otherwise. */
export function checkId(entry: Entry, what: string, out: Diagnostics): boolean {
  if (isId(entry.key)) return true;
  const help =
    'an id has lower-case letters, digits, points and hyphens: `cloud-vps-10`; `name` takes any words';
  out.error(
    'E107',
    `\`${entry.key}\` cannot be the id of ${what}`,
    [{ span: entry.keySpan, label: '' }],
    help,
  );
  return false;
}

/** A quantity behind a key, or undefined where the key is missing or (with an error) cannot be read. */
export function figureOf(filled: Filled, key: string, reading: Reading): Expression | undefined {
  return readFigure(filled, key, reading, ['unlimited']);
}

function readFigure(
  filled: Filled,
  key: string,
  reading: Reading,
  words: readonly string[],
): Expression | undefined {
  const entry = filled.fields.get(key);
  const expression = entry === undefined ? undefined : parseNode(entry.value, `\`${key}\``, reading);
  if (expression === undefined) return undefined;
  if (expression.kind === 'name' && expression.name === 'unknown') {
    const help = 'instead of the figure, say why there is none: `unknown: not on the price list`';
    reading.out.error(
      'E503',
      `\`${key}\` cannot be \`unknown\``,
      [{ span: expression.span, label: '' }],
      help,
    );
    return undefined;
  }
  if (reading.names === 'allowed') return expression;
  const stranger = strangerIn(expression, reading.units, words);
  if (stranger === undefined) return expression;
  reportStranger(stranger, reading);
  return undefined;
}

function reportStranger({ name, span }: Name, { units, out }: Reading): void {
  const guess = didYouMean(name, units.words());
  const help =
    'a vendor’s file knows units and no other words; those of its own it declares: `units: [mailbox]`';
  out.error(
    'E302',
    `\`${name}\` is not a unit`,
    [{ span, label: '' }],
    guess === '' ? help : `${guess} (${help})`,
  );
}

type Name = Extract<Expression, { readonly kind: 'name' }>;

/** The first name in a figure that is no unit (`10 USD / month` names one) and none of the words allowed. */
function strangerIn(e: Expression, units: UnitTable, allowed: readonly string[]): Name | undefined {
  if (e.kind === 'name')
    return allowed.includes(e.name) || units.lookup(e.name) !== undefined ? undefined : e;
  for (const child of childrenOf(e)) {
    const found = strangerIn(child, units, allowed);
    if (found !== undefined) return found;
  }
  return undefined;
}

function parseNode(node: Node, what: string, reading: Reading): Expression | undefined {
  const scalar = scalarOf(node, what, reading.out);
  if (scalar === undefined) return undefined;
  if (!scalar.empty) return parseFormula(scalar.text, reading.units, reading.out);
  reading.out.error(
    'E104',
    `${what} is empty`,
    [{ span: scalar.span, label: '' }],
    'write a figure, or leave the key out',
  );
  return undefined;
}

/**
 * As figureOf, and it must be money. Only what can be seen without a plan is checked here; a formula is
 * checked later.
 */
export function moneyOf(filled: Filled, key: string, reading: Reading): Expression | undefined {
  const expression = readFigure(filled, key, reading, []);
  const unit = expression === undefined ? undefined : unitOfFigure(expression);
  if (expression === undefined || unit === undefined || isMoney(unit)) return expression;
  const label = unitText(unit) === '' ? 'this is a pure number' : `this is in \`${unitText(unit)}\``;
  reading.out.error(
    'E503',
    `\`${key}\` is money`,
    [{ span: expression.span, label }],
    'write the currency and what it is per: `4.50 EUR/month`',
  );
  return undefined;
}

/** As figureOf, and it must be a pure number or a percentage. */
export function shareOf(filled: Filled, key: string, reading: Reading): Expression | undefined {
  const expression = readFigure(filled, key, reading, []);
  const unit = expression === undefined ? undefined : unitOfFigure(expression);
  const pure = unit?.factors.every((factor) => factor.atom.dimensions.size === 0) ?? true;
  if (expression === undefined || pure) return expression;
  const label = unit === undefined ? '' : `this is in \`${unitText(unit)}\``;
  reading.out.error(
    'E503',
    `\`${key}\` is a share or a number without a unit`,
    [{ span: expression.span, label }],
    'for example `20%`',
  );
  return undefined;
}

/** What a product provides, by attribute; `unknown` and `unlimited` are the only words. */
export function readAttributes(entries: readonly Entry[], reading: Reading): ReadonlyMap<string, Expression> {
  const attributes = new Map<string, Expression>();
  for (const entry of entries) {
    if (!attributePattern.test(entry.key)) {
      const help = 'an attribute is one word of letters, digits and underscores: `traffic_in`';
      reading.out.error(
        'E107',
        `\`${entry.key}\` cannot be the name of an attribute`,
        [{ span: entry.keySpan, label: '' }],
        help,
      );
      continue;
    }
    const value = parseNode(entry.value, `\`${entry.key}\``, reading);
    if (value === undefined) continue;
    const stranger = strangerIn(value, reading.units, ['unknown', 'unlimited']);
    if (stranger === undefined) attributes.set(entry.key, value);
    else reportWord(stranger.name, stranger.span, reading.out);
  }
  return attributes;
}

function reportWord(name: string, span: Span, out: Diagnostics): void {
  const help =
    'an attribute is a quantity such as `8 GB`, or `unknown`, or `unlimited`; other facts belong in `note`';
  out.error('E104', `\`${name}\` is no quantity`, [{ span, label: '' }], help);
}

/**
 * The unit of a figure that is written out; undefined for a formula, whose unit only the checker can tell.
 */
export function unitOfFigure(e: Expression): Unit | undefined {
  if (e.kind === 'number') return e.unit;
  if (e.kind === 'unary') return unitOfFigure(e.operand);
  if (e.kind === 'range') return unitOfFigure(e.high);
  return e.kind === 'in' ? e.unit : undefined;
}

/** Negative where a < b, positive where a > b, undefined where the two cannot be compared without a plan. */
export function compareFigures(a: Expression, b: Expression): number | undefined {
  if (a.kind !== 'number' || b.kind !== 'number') return undefined;
  const left = valueIn(a, b.unit);
  return left === undefined ? undefined : left - b.value;
}

/** A number in another unit; undefined where it is none, or where getting there takes an assumption or a rate. */
export function valueIn(e: Expression, unit: Unit): number | undefined {
  if (e.kind !== 'number') return undefined;
  const conversion = convert(e.unit, unit);
  if (!conversion.ok) return undefined;
  let value = e.value;
  for (const step of conversion.steps) {
    if (step.kind !== 'scale') return undefined;
    value = (value * step.numerator) / step.denominator;
  }
  return value;
}
