// What stands at a place of a plan, in a few lines: a name with its value, a product with its price, what a key is for.

import { type Code, codes } from '../diagnostics/codes.ts';
import {
  type Description,
  describeAxis,
  describeFunction,
  describeName,
  describePoint,
  describeProduct,
  describeUnit,
} from './describe.ts';
import { formulaPlace } from './formula-cursor.ts';
import { planNames } from './plan-names.ts';
import {
  type Behind,
  behindKey,
  changeForms,
  elementShapes,
  formOf,
  type SingleShape,
  shapesAlong,
} from './shapes.ts';
import { keysByPath, type SketchEntry, sketchOf } from './sketch.ts';
import type { Known, Writing } from './writing.ts';

export interface Hover {
  /** What it is about, in the text. */
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly lines: readonly string[];
}

/** What is known of the place; undefined where that is nothing. Never throws. */
export function hover(text: string, offset: number, known: Known = {}): Hover | undefined {
  const at = Math.max(0, Math.min(text.length, Math.floor(offset) || 0));
  const code = describeCode(text, at);
  if (code !== undefined) return code;
  const { entries, cursor } = sketchOf(text);
  const asKey = entries.find((e) => typeof e.path.at(-1) === 'string' && e.keyStart <= at && at < e.keyEnd);
  const writing: Writing = { text, to: at, cursor, entries, names: planNames(text, entries), known };
  if (asKey !== undefined) return overKey(asKey, writing);
  const asValue = entries.findLast(
    (e) => e.valueStart <= at && at < e.valueEnd && !'{['.includes(text[e.valueStart] ?? ''),
  );
  return asValue === undefined ? undefined : overValue(asValue, writing);
}

/** `E301`, wherever it stands: mostly in a comment. */
function describeCode(text: string, at: number): Hover | undefined {
  const [start, end] = wordAt(text, at, /[A-Z0-9]/);
  const code = text.slice(start, end);
  if (!Object.hasOwn(codes, code)) return undefined;
  return { start, end, title: code, lines: [codes[code as Code]] };
}

function overKey({ path, keyStart: start, keyEnd: end }: SketchEntry, writing: Writing): Hover | undefined {
  const key = String(path.at(-1));
  const above = path.slice(0, -1);
  const keysAt = keysByPath(writing.entries);
  const shapes = shapesAlong(above, keysAt);
  const behind = behindKey(shapes, key, keysAt(above));
  const description = behind === undefined ? undefined : describeKey(key, behind, shapes, path, writing);
  return description === undefined ? undefined : { start, end, ...description };
}

function describeKey(
  key: string,
  { kind }: Behind,
  shapes: readonly SingleShape[],
  path: SketchEntry['path'],
  { entries, names, known }: Writing,
): Description | undefined {
  const form = formOf(shapes, keysByPath(entries)(path.slice(0, -1)));
  const [section, axis] = path;
  if (kind === 'field' || (kind === 'change' && key.includes('.'))) {
    const field = form?.fields[key] ?? form?.others?.[`^[A-Za-z_][A-Za-z0-9_]*\\.${key.split('.').at(-1)}$`];
    const needed = field?.required === true ? ['required'] : [];
    return field === undefined ? undefined : { title: `${key} · key`, lines: [field.about, ...needed] };
  }
  if (kind === 'change') {
    const isChange = form !== undefined && changeForms.includes(form);
    return isChange && !key.startsWith('at ') ? describeName(key, names, known) : undefined;
  }
  if (section === 'axes' && path.length === 3) return describePoint(String(axis), key, known);
  const known2 = names.axes.find(({ name }) => name === key);
  if (section === 'axes' && known2 !== undefined) return describeAxis(known2, known);
  const prefix = section === 'limits' || section === 'budgets' ? `${section}.` : '';
  return describeName(`${prefix}${key}`, names, known);
}

function overValue({ path, valueStart, valueEnd }: SketchEntry, writing: Writing): Hover | undefined {
  const { text, to, entries } = writing;
  const keysAt = keysByPath(entries);
  const last = path.at(-1);
  const above = path.slice(0, -1);
  const around = shapesAlong(above, keysAt);
  const shapes =
    typeof last === 'number'
      ? elementShapes(around)
      : (behindKey(around, last ?? '', keysAt(above))?.shapes ?? []);
  if (shapes.some((shape) => shape.is === 'formula')) return overFormula(valueStart, valueEnd, writing);
  if (!shapes.some((shape) => shape.is === 'word')) return undefined;
  const [start, end] = wordAt(text, to, /[\w./*%-]/);
  const word = text.slice(start, end);
  const description = describeWord(word, path, writing);
  return description === undefined ? undefined : { start, end, ...description };
}

function describeWord(
  word: string,
  path: SketchEntry['path'],
  { names, known }: Writing,
): Description | undefined {
  const key = String(path.findLast((step) => typeof step === 'string') ?? '')
    .split('.')
    .at(-1);
  switch (key) {
    case 'use':
    case 'from':
    case 'on':
      return describeProduct(word, known);
    case 'base':
    case 'extends':
      return path[0] === 'axes' ? describePoint(String(path[1]), word, known) : undefined;
    case 'sweep':
    case 'remove':
    case 'between':
      return describeName(word, names, known);
    case 'unit':
      return describeUnit(word, known);
    default:
      return undefined;
  }
}

function overFormula(
  valueStart: number,
  valueEnd: number,
  { text, to, names, known }: Writing,
): Hover | undefined {
  const quote = text[valueStart];
  const from = quote === '"' || quote === "'" ? valueStart + 1 : valueStart;
  const [wide, wideEnd] = wordAt(text, to, /[\w./*%-]/, from, valueEnd);
  const place = formulaPlace(text.slice(from, wideEnd));
  const isPath = place.kind === 'product' || (place.kind === 'point' && wideEnd > wide);
  const [start, end] = isPath ? [wide, wideEnd] : wordAt(text, to, /[\w.%]/, from, valueEnd);
  const word = text.slice(start, end).replace(/^[\d._]+/, '');
  const first = end - word.length;
  if (word === '') return undefined;
  const description = describeInFormula(word, text.slice(from, end), text[end], { names, known });
  return description === undefined ? undefined : { start: first, end, ...description };
}

function describeInFormula(
  word: string,
  upTo: string,
  next: string | undefined,
  { names, known }: Pick<Writing, 'names' | 'known'>,
): Description | undefined {
  const place = formulaPlace(upTo);
  switch (place.kind) {
    case 'unit':
      return describeUnit(word, known);
    case 'product':
      return describeProduct(word, known);
    case 'point':
      return describePoint(place.axis, word, known);
    case 'axis':
    case 'over': {
      const axis = names.axes.find(({ name }) => name === word);
      return axis === undefined ? describeName(word, names, known) : describeAxis(axis, known);
    }
    default: {
      const call = next === '(' ? describeFunction(word) : undefined;
      return call ?? describeName(word, names, known) ?? describeUnit(word, known);
    }
  }
}

/** The word around an offset: the characters at and before it that fit. */
function wordAt(
  text: string,
  at: number,
  part: RegExp,
  from = 0,
  to = text.length,
): readonly [number, number] {
  let [start, end] = [at, at];
  while (start > Math.max(from, at - longestWord) && part.test(text[start - 1] ?? '')) start -= 1;
  while (end < Math.min(to, at + longestWord) && part.test(text[end] ?? '')) end += 1;
  return [start, end];
}

const longestWord = 200;
