// A plan's own words in the comment on a pull request: they are shown, and do nothing.
import { describe, expect, test } from 'vitest';
import type { SideHead } from '../../src/report/diff-head.ts';
import { diffMarkdown } from '../../src/report/markdown-diff.ts';
import { diffOf } from '../support/diff.ts';

const hostile = [
  '</details><script>alert(1)</script>',
  'a | b || c',
  '@everyone and @acme/team',
  '![x](https://evil.example/x.png)',
  '[click](javascript:alert(1))',
  'https://evil.example www.evil.example',
  '`code` **bold** ~~gone~~ _low_ $x$',
  '# heading #12',
  '<!-- hidden',
  '&lt;b&gt; &#64;all',
  'two\nlines',
  '‮backwards',
  '<img src=x onerror=alert(1)>',
];

function side(title: string, file = 'plan.yaml'): SideHead {
  return { file, title, asOf: undefined, currency: 'EUR', revision: undefined, day: undefined, set: [] };
}

function plan(words: string, price: number): string {
  const label = JSON.stringify(words);
  return `plan: ${label}
currency: EUR
inputs: { n: ${price} }
items:
  a: { label: ${label}, price: ${price} EUR/month }
  b: { label: ${label}, once: ${price} EUR }
  c: { label: ${label}, provider: ${label}, price: n * 1 EUR/month }
limits:
  l: { label: ${label}, that: n <= 5, because: ${label} }
axes:
  size: { s: { label: ${label} }, t: { n: base * 2 } }
`;
}

/** What a forge would act on: markup that is not ours, and words that it links. */
const acting = [
  /<(?!\/?(details|summary)>|!-- -->)[a-z!/]/i,
  /@(?=[A-Za-z0-9])/,
  /(?<![\\!])!\[/,
  /(?<!\\)\]\((?!<)/,
  /:\/\//,
  /www\./i,
  /#\d/,
  /\u202e/,
];

describe('hostile words', () => {
  for (const words of hostile) {
    test(JSON.stringify(words), () => {
      const answer = diffOf(plan(words, 2), plan(words, 9));
      const head = {
        before: side(words, words),
        after: { ...side(words, `${words}2`), set: [`a=${words}`] },
      };
      const text = diffMarkdown({ diff: answer, head });
      for (const pattern of acting) expect(text).not.toMatch(pattern);
      expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
      const rows = text.split('\n').filter((line) => line.startsWith('|'));
      expect(rows.length).toBeGreaterThan(6);
      // every row of a table has as many cells as its head
      let columns = 0;
      for (const [i, row] of rows.entries()) {
        const cells = row.replaceAll('\\|', '').split('|').length;
        if (/^[| :-]+$/.test(rows[i + 1] ?? '')) columns = cells;
        expect(cells).toBe(columns);
      }
    });
  }
});

test('a comment stays below what GitHub takes, and says what it leaves out', () => {
  const big = (n: number): string => `plan: Big
currency: EUR
inputs: { x: ${n} }
items:
${Array.from({ length: 60 }, (_, i) => `  item_with_a_rather_long_name_${i}: { price: x * ${i + 1} EUR/month }`).join('\n')}
axes:
  size: { ${Array.from({ length: 40 }, (_, i) => `p${i}: { x: base + ${i} }`).join(', ')} }
`;
  const text = diffMarkdown({
    diff: diffOf(big(1), big(2)),
    head: { before: side('Big'), after: side('Big') },
  });
  expect(text.length).toBeLessThan(65_536);
  expect(text).toContain('The 15 cases that move most, of 40.');
  expect(text).toContain('`outlay diff` shows all of it');
});
