// Hostile and careless texts, by a small deterministic generator: the same seed gives the same text on any machine.

export interface Random {
  below(n: number): number;
  pick<T>(from: readonly T[]): T;
}

export function randomFrom(seed: number): Random {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { below, pick: (from) => from[below(from.length)] as (typeof from)[number] };
}

const words = [
  'users',
  'total',
  'app.cost',
  'band',
  'base',
  'GB',
  'EUR',
  'USD/month',
  '15%',
  '1.5M',
  '€4.50/mo',
  '5 GB/user/month',
  'unknown',
  'unlimited',
  '0',
  '-1',
  '1e308',
  '1e-308',
  '1_000',
  '1,000',
  '99999999999999999999',
  'month',
  'hours',
  'if',
  'then',
  'else',
  'and',
  'or',
  'not',
  'to',
  'in',
  'at',
  'over',
  'tier=b',
  'size=l',
  'sum(',
  'max(',
  'ceil(',
  'low(',
  'cheapest(',
  'price("',
  '(',
  ')',
  ',',
  '+',
  '-',
  '*',
  '/',
  '^',
  '<=',
  '==',
  '=',
  '.',
  '..',
  '"',
  "'",
  '`',
  '%',
  '€',
  '\\',
  '\u0000',
  '\u202e',
  '🙂',
  'é',
  'µs',
  '²',
  '\t',
];
const yamlBits = [
  ':',
  ': ',
  '- ',
  '\n',
  '\n  ',
  '\n    ',
  '{',
  '}',
  '[',
  ']',
  '#',
  '&a',
  '*a',
  '!!str',
  '|',
  '>',
  '---',
  '...',
  '? ',
  '~',
  'null',
  'items:',
  'axes:',
  'use:',
  'price:',
  'quantity:',
  'extends:',
  'remove:',
  'at tier=b:',
  'sweep:',
  'expect:',
  'that:',
  'is:',
  '"',
  "'",
];

export function randomFormula(random: Random): string {
  const length = 1 + random.below(random.below(10) === 0 ? 60 : 12);
  let text = '';
  for (let i = 0; i < length; i++) text += random.pick(words) + (random.below(3) === 0 ? '' : ' ');
  return text;
}

/** One to eight small injuries: characters dropped, doubled or swapped, words and lines moved, pieces put in. */
export function mutate(text: string, random: Random): string {
  let result = text;
  for (let n = 1 + random.below(random.below(3) === 0 ? 8 : 2); n > 0; n--) {
    const at = random.below(result.length + 1);
    const to = Math.min(result.length, at + random.below(12));
    switch (random.below(8)) {
      case 0:
        result = result.slice(0, at) + result.slice(to);
        break;
      case 1:
        result = result.slice(0, to) + result.slice(at);
        break;
      case 2:
        result = result.slice(0, at) + random.pick(words) + result.slice(at);
        break;
      case 3:
        result = result.slice(0, at) + random.pick(yamlBits) + result.slice(at);
        break;
      case 4:
        result = result.slice(0, at) + randomFormula(random) + result.slice(to);
        break;
      case 5:
        result = swapLines(result, random);
        break;
      case 6:
        result =
          result.slice(0, at) +
          String.fromCharCode(random.below(random.below(4) === 0 ? 0xffff : 128)) +
          result.slice(to);
        break;
      case 7:
        result = result.replace(/\d+/, (digits) =>
          random.pick(['0', '-5', '1e9', `${digits}${digits}`, '0.000001', '1e400']),
        );
        break;
    }
    if (result.length > 20_000) result = result.slice(0, 20_000);
  }
  return result;
}

function swapLines(text: string, random: Random): string {
  const lines = text.split('\n');
  const [a, b] = [random.below(lines.length), random.below(lines.length)];
  [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
  return lines.join('\n');
}
