// What can stand at the end of an unfinished formula: a name, a unit, a point of an axis, a path into the catalog. Read from the
// few words before it, because a formula that is being written seldom parses.

export type FormulaPlace =
  /** A name or a function; behind a finished value an operator. */
  | { readonly kind: 'name'; readonly from: number; readonly afterValue: boolean }
  | { readonly kind: 'unit'; readonly from: number }
  | { readonly kind: 'axis'; readonly from: number }
  | { readonly kind: 'point'; readonly from: number; readonly axis: string }
  /** Behind `over`: an axis, or a group whose items are gone through. */
  | { readonly kind: 'over'; readonly from: number }
  | { readonly kind: 'product'; readonly from: number }
  | { readonly kind: 'attribute'; readonly from: number; readonly path: string }
  | { readonly kind: 'nothing' };

/** More is not needed to tell what comes next. */
const longest = 300;

type Pattern = readonly [RegExp, (match: RegExpExecArray, from: number) => FormulaPlace];

/** The last group is what is written of the word so far. */
const inText: readonly Pattern[] = [
  [/\b(?:price|cost|spec)\(\s*"([^"]*)$/, (_, from) => ({ kind: 'product', from })],
  [/\bspec\(\s*"([^"]*)"\s*,\s*"([^"]*)$/, ([, path = ''], from) => ({ kind: 'attribute', from, path })],
  [
    /(?:\bcheapest\(\s*|\bover\s+)([A-Za-z_]\w*)\s*\)\s*[=!]=\s*"([^"]*)$/,
    ([, axis = ''], from) => ({ kind: 'point', from, axis }),
  ],
];

const number = String.raw`(?:^|[^A-Za-z0-9_.])[0-9][0-9_.]*[kMBT]?(?:\s(?:thousand|million|billion|trillion))?`;
const unitPart = String.raw`[A-Za-z%€$£¥²³^0-9]+(?:\s?/\s?|·|\sper\s)`;
const points = String.raw`\bat\s(?:\s*\w+\s*=\s*[\w.%-]+\s*,)*\s*`;

const outside: readonly Pattern[] = [
  [/\bcheapest\(\s*(\w*)$/, (_, from) => ({ kind: 'axis', from })],
  [/\bby\s+(\w*)$/, (_, from) => ({ kind: 'axis', from })],
  [/\bover\s+(\w*)$/, (_, from) => ({ kind: 'over', from })],
  [
    new RegExp(String.raw`${points}([A-Za-z_]\w*)\s*>?=\s*([\w.%-]*)$`),
    ([, axis = ''], from) => ({ kind: 'point', from, axis }),
  ],
  [new RegExp(String.raw`${points}(\w*)$`), (_, from) => ({ kind: 'axis', from })],
  [new RegExp(String.raw`\bin\s+(?:${unitPart})*([A-Za-z%]*)$`), (_, from) => ({ kind: 'unit', from })],
  [new RegExp(String.raw`${number}\s?(?:${unitPart})*([A-Za-z%]*)$`), (_, from) => ({ kind: 'unit', from })],
];

/** `text` is the formula up to the cursor, without the quotes of YAML; offsets are in it. */
export function formulaPlace(text: string): FormulaPlace {
  const tail = text.slice(-longest);
  const quoted = tail.split('"').length % 2 === 0;
  for (const [pattern, placeOf] of quoted ? inText : outside) {
    const match = pattern.exec(tail);
    if (match !== null) return placeOf(match, text.length - (match.at(-1) ?? '').length);
  }
  const word = /[A-Za-z_][\w.]*$/.exec(tail)?.[0] ?? '';
  const before = tail.slice(0, tail.length - word.length);
  if (quoted || /[\w.]$/.test(before)) return { kind: 'nothing' };
  const last = /([\w.)%"]+)\s+$/.exec(before)?.[1] ?? '';
  const afterValue = last !== '' && !operators.includes(last);
  return { kind: 'name', from: text.length - word.length, afterValue };
}

/** Words that stand between values. */
export const operators: readonly string[] = [
  ...['if', 'then', 'else', 'and', 'or', 'not', 'to', 'in', 'at', 'over', 'by'],
];
