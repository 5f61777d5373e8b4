// A person's text in every place of a report: it never breaks a table, opens a tag or becomes markup.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Grid } from '../../src/grid/evaluate.ts';
import type { ReportDocument, RichText } from '../../src/report/blocks.ts';
import { reportMarkdown } from '../../src/report/document.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { modelOf } from '../support/model.ts';

const nasty = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'|\\`*_[]()<>!#&;~$-+=.1: \n\tab"\'@'), maxLength: 14 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '<!-- x',
    '![x](http://e.vil/p.png)',
    '[a](javascript:alert(1))',
    '&lt;b&gt;',
    '| a | b |',
    '```\nx\n```',
    '---',
    '# x',
    '1. x',
    '[1]: http://x',
    'a\\',
    '\\|',
    '`|`',
  ),
);

function documentOf(text: RichText, code: string): ReportDocument {
  const row = {
    kind: 'plain' as const,
    cells: [{ text, notes: [1] }, { text: [{ kind: 'code' as const, text: code }] }],
  };
  const total = { kind: 'total' as const, cells: [{ text }, { text, best: true }] };
  return {
    title: 'title',
    subtitle: ['subtitle'],
    sections: [
      {
        id: 'one',
        title: 'One',
        blocks: [
          { kind: 'paragraph', text },
          { kind: 'list', items: [text, [{ kind: 'code', text: code }]] },
          {
            kind: 'table',
            table: {
              columns: [
                { head: 'a', align: 'left' },
                { head: 'b', align: 'right' },
              ],
              rows: [row, total],
              notes: [text],
            },
          },
        ],
      },
    ],
  };
}

/** Cells of a line by the rule of GitHub's tables: a pipe ends one unless a backslash stands before it. */
function cellsOf(line: string): readonly string[] {
  return line
    .replace(/^\| | \|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

describe('the words of a person', () => {
  test('stay in their cell, whatever they are', () => {
    fc.assert(
      fc.property(nasty, nasty, (text, code) => {
        const lines = renderMarkdown(documentOf(text, code)).split('\n');
        const table = lines.filter((line) => line.startsWith('|'));
        expect(table).toHaveLength(4);
        for (const line of table) expect(cellsOf(line)).toHaveLength(2);
        // title, subtitle, section, paragraph, two items, four lines, one note, and the empty lines between them
        expect(lines).toHaveLength(18);
      }),
    );
  });

  test('open no tag outside of code', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        // our own marks of notes are the only brackets
        const written = renderMarkdown(documentOf(text, 'x')).replaceAll('`x`', '').replaceAll(' [1]', '');
        expect(written).not.toMatch(/<[a-z!/?]/i);
        expect(written.replace(/\\./g, '')).not.toMatch(/[[\]`|~]{2}|[[\]`~]/);
      }),
    );
  });

  test.each([
    ['a | b', 'a \\| b'],
    ['a\nb', 'a b'],
    ['<b>x</b>', '&lt;b&gt;x&lt;/b&gt;'],
    ['&lt;', '&amp;lt;'],
    ['R&D & more', 'R&amp;D & more'],
    ['max_file_size, _x_', 'max_file_size, \\_x\\_'],
    ['*bold* ~gone~ `code` $x$', '\\*bold\\* \\~gone\\~ \\`code\\` \\$x\\$'],
    ['[a](http://b)', '\\[a\\](http://b)'],
    ['\u202eevil\u0007', 'evil'],
    ['- a', '\\- a'],
    ['12. a', '12\\. a'],
    ['# a', '\\# a'],
    ['#1 of 3', '#1 of 3'],
    ['===', '\\==='],
  ])('%j is written %j', (text, written) => {
    const [, , subtitle] = renderMarkdown({ title: 'x', subtitle: [text], sections: [] }).split('\n');
    expect(subtitle).toBe(written);
  });

  test.each([
    ['a`b', '`` a`b ``'],
    ['``', '``` `` ```'],
    ['a|b', '<code>a&#124;b</code>'],
    ['a\\|<b>', '<code>a&#92;&#124;&#60;b&#62;</code>'],
  ])('code %j in a cell is written %j', (code, written) => {
    const lines = renderMarkdown(documentOf('x', code)).split('\n');
    expect(cellsOf(lines.find((line) => line.startsWith('| x [1]')) ?? '')[1]).toBe(written);
  });

  test.each([
    ['https://a.example/b?c=(1)|2', '[page](<https://a.example/b?c=(1)%7C2>)'],
    ['javascript:alert(1)', 'page'],
    ['https://a.example/>x', 'page'],
    ['https://a.example/a b', 'page'],
    ['//a.example', 'page'],
  ])('the address %j is written %j', (url, written) => {
    const document = documentOf([{ kind: 'link', text: 'page', url }], 'x');
    expect(renderMarkdown(document).split('\n')).toContain(written);
  });

  test('a plan may say anything about itself', () => {
    const hostile = '<img src=x onerror=alert(1)> | ]( # \\n *';
    const plan = `
plan: "${hostile.replaceAll('\\', '\\\\')}"
about: "${hostile.replaceAll('\\', '\\\\')}"
currency: EUR
inputs:
  users: { value: 5 users, label: '${hostile}', note: '${hostile}', source: '${hostile}', url: 'javascript:x' }
limits:
  cap: { that: users <= 4 users, because: '${hostile}', then: '${hostile}', label: '${hostile}' }
items:
  a: { price: 3 EUR/month, label: '${hostile}', source: '${hostile}' }
  b: { unpriced: '${hostile}' }
axes:
  tier: { label: '${hostile}', x: { label: '${hostile}', note: '${hostile}' }, y: { users: 3 users } }
expect:
  - { that: total at tier=x, is: unknown, disputed: { stated: 3 EUR/month, because: '${hostile}' }, source: '${hostile}' }
open:
  - { says: '${hostile}', missing: '${hostile}' }
`;
    const model = modelOf(plan);
    const text = reportMarkdown(model, new Grid(model.graph));
    expect(text).toContain('img src=x');
    expect(text.replace(/`[^`]*`/g, '')).not.toMatch(/<[a-z!/?]/i);
    const blocks = text.split('\n\n').filter((block) => block.startsWith('|'));
    expect(blocks.length).toBeGreaterThan(8);
    for (const block of blocks) {
      const widths = block.split('\n').map((line) => cellsOf(line).length);
      expect(new Set(widths).size).toBe(1);
    }
  });
});
