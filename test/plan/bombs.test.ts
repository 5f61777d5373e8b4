// Files made to exhaust the machine are refused, and quickly.
import { describe, expect, test } from 'vitest';
import { head, read } from './support.ts';

/** Generous, for a busy machine; what these files cost without the limits is minutes. */
const soon = 4000;

function refused(text: string): string | undefined {
  const start = performance.now();
  const { out } = read(text);
  expect(performance.now() - start).toBeLessThan(soon);
  expect(out.all.length).toBeGreaterThan(0);
  return out.all[0]?.code;
}

describe('refused', () => {
  test('five megabytes', () => {
    expect(refused(`${head}about: ${'a'.repeat(5_000_000)}`)).toBe('E102');
  });

  test('aliases that double each time', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`);
    expect(refused(`a0: &a0 [x]\n${lines.join('\n')}\n`)).toBe('E102');
  });

  test.each([
    ['brackets', '['.repeat(10_000)],
    ['braces', `inputs: ${'{a: '.repeat(10_000)}`],
    ['brackets that a quoted one seems to close', '["]",'.repeat(10_000)],
    ['dashes', '- '.repeat(10_000)],
    ['question marks', '? '.repeat(10_000)],
    ['blocks', Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('ten thousand %s in each other', (_, text) => {
    expect(refused(text)).toBe('E102');
  });

  test('a formula of parentheses', () => {
    expect(refused(`${head}formulas: { x: ${'('.repeat(3000)}1${')'.repeat(3000)} }\n`)).toBe('E202');
  });

  test('a formula of half a megabyte', () => {
    expect(refused(`${head}formulas: { x: ${'1+'.repeat(250_000)}1 }\n`)).toBe('E202');
  });

  test('more axes and points than a person reads', () => {
    const axes = Array.from({ length: 60 }, (_, i) => `  a${i}: { x: {} }\n`).join('');
    expect(refused(`${head}axes:\n${axes}`)).toBe('E102');
    const points = Array.from({ length: 2000 }, (_, i) => `p${i}: {}`).join(', ');
    expect(refused(`${head}axes: { a: { ${points} } }\n`)).toBe('E102');
    const values = Array.from({ length: 2000 }, (_, i) => i + 1).join(', ');
    expect(refused(`${head}inputs: { n: 1 }\naxes: { a: { sweep: n, values: [${values}] } }\n`)).toBe('E102');
  });

  test('more units than a person declares', () => {
    expect(refused(`${head}units: [${Array.from({ length: 20_000 }, (_, i) => `u${i}`).join(', ')}]\n`)).toBe(
      'E102',
    );
  });

  test('a wrong guess at a thousand points, five thousand times', () => {
    const points = Array.from({ length: 1000 }, (_, i) => `point${i}: {}`).join(', ');
    const blocks = Array.from({ length: 5_000 }, (_, i) => `      at s=poinx${i}: {}\n`).join('');
    expect(refused(`${head}axes:\n  s: { ${points} }\n  t:\n    a:\n${blocks}`)).toBe('E404');
  });

  test('items of one name on many axes', () => {
    const axis = (a: number) =>
      `  a${a}: { ${Array.from({ length: 200 }, (_, i) => `p${i}: { items: { db: { once: 1 } } }`).join(', ')} }\n`;
    const axes = Array.from({ length: 10 }, (_, a) => axis(a)).join('');
    expect(refused(`${head}axes:\n${axes}`)).toBe('E407');
  });
});

describe('read in a moment, though long', () => {
  test.each([
    [
      'twenty thousand inputs',
      `inputs:\n${Array.from({ length: 20_000 }, (_, i) => `  n${i}: ${i}\n`).join('')}`,
    ],
    ['a text of a hundred thousand escapes', `about: "${'\\u0041'.repeat(100_000)}"\n`],
    ['a text of a hundred thousand lines', `about: >\n${'  a line\n'.repeat(100_000)}`],
  ])('%s', (_, body) => {
    const start = performance.now();
    const { out } = read(head + body);
    expect(out.all).toEqual([]);
    expect(performance.now() - start).toBeLessThan(2 * soon);
  });
});
