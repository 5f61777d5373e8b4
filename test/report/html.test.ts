// Reports as HTML: byte for byte for the fixtures; built so that a page can be read by eye and ear; closed to a person's markup.

import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPins } from '../../src/analysis/cases.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { asPlainTable, plainText, type RichText } from '../../src/report/blocks.ts';
import { renderHtml } from '../../src/report/html/html.ts';
import { modelOf } from '../support/model.ts';
import { fixtureModel, hostilePlan, htmlOf, reportFixtures, reportOf } from '../support/reports.ts';

/** The text of a page, tags and what they hide taken out. */
function wordsOf(html: string): string {
  return html
    .replace(/<(style|head|svg|script)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<\/?(?:a|code|strong|em|span)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\n+/g, '\n');
}

/** Every tag, with its attributes as they are written. */
const tagsOf = (html: string): readonly string[] => html.match(/<[a-z!/][^>]*>/gi) ?? [];

describe('the page of', () => {
  test.each(reportFixtures)('%s', async (name) => {
    const html = await htmlOf(reportOf(fixtureModel(name)));
    const shown = html.replace(/<style>[\s\S]*?<\/style>/, '<style></style>');
    await expect(shown).toMatchFileSnapshot(join(import.meta.dirname, 'golden', `report-${name}.html`));
    expect(await htmlOf(reportOf(fixtureModel(name)))).toBe(html);
  });
});

describe.each(reportFixtures)('in the page of %s', (name) => {
  const document = reportOf(fixtureModel(name));
  const page = htmlOf(document);

  test('every cell and sentence of the report stands', async () => {
    const words = wordsOf(await page).replace(/\s+/g, ' ');
    const texts = document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block): readonly RichText[] => {
        if (block.kind === 'table') {
          const { rows } = asPlainTable(block.table);
          const cells = rows.flatMap((r) => r.cells.map((text) => text.replace(/(?: ?\[\d+\])+$/, '')));
          return [...cells, ...block.table.notes];
        }
        if (block.kind === 'list') return block.items;
        return block.kind === 'chart' ? [block.chart.title] : [block.text];
      }),
    );
    expect(texts.length).toBeGreaterThan(20);
    for (const text of texts)
      for (const part of typeof text === 'string' ? [text] : text)
        expect(words).toContain(plainText([part]).replace(/\s+/g, ' ').trim());
  });

  test('headings go down one step at a time, under one title', async () => {
    const levels = [...(await page).matchAll(/<h([1-6])/g)].map((m) => Number(m[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [i, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1);
  });

  test('every address leads somewhere, and no id stands twice', async () => {
    const html = await page;
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const named = [...html.matchAll(/ (?:href="#|aria-labelledby=")([^"]*)"/g)].flatMap((m) =>
      m[1]?.split(' '),
    );
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('tables have captions, heads with a scope, and as many cells in every row', async () => {
    const tables = (await page).match(/<table>[\s\S]*?<\/table>/g) ?? [];
    expect(tables.length).toBeGreaterThan(1);
    for (const table of tables) {
      expect(table).toMatch(/<caption [^>]*>[^<]+<\/caption>/);
      const rows = table.match(/<tr[\s\S]*?<\/tr>/g) ?? [];
      const counts = new Set(rows.map((row) => row.match(/<t[hd]/g)?.length));
      expect(counts.size).toBe(1);
      for (const head of table.match(/<th[ >][^>]*>?/g) ?? []) expect(head).toMatch(/scope="(col|row)"/);
    }
  });

  test('charts are pictures with a name, a description and the colours of the page', async () => {
    const pictures = (await page).match(/<svg[\s\S]*?<\/svg>/g) ?? [];
    expect(pictures.length).toBeGreaterThan(0);
    for (const svg of pictures) {
      expect(svg).toMatch(
        /^<svg[^>]* role="img" aria-labelledby="[^"]+"><title [^>]*>[^<]+<\/title><desc [^>]*>[^<]+<\/desc>/,
      );
      expect(svg).not.toMatch(/#[0-9a-f]{6}/);
      expect(svg).not.toContain('NaN');
    }
  });

  test('nothing comes from outside and nothing runs', async () => {
    const html = await page;
    const outside = tagsOf(html).filter((tag) =>
      /\b(src|srcset|data|action|poster|xlink:href)=|@import|<(script|link|iframe|img|object|embed|base)\b/i.test(
        tag,
      ),
    );
    expect(outside).toEqual([]);
    expect(html.match(/<style>[\s\S]*?<\/style>/)?.[0]).not.toMatch(/url\(|@import/);
    expect(tagsOf(html).filter((tag) => / on[a-z]+=/i.test(tag))).toEqual([]);
  });
});

describe('the words of a person', () => {
  const tricks = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</style></svg></title><b>x</b>',
    ']]><!-- x',
    '{{',
    '&lt;b&gt; &amp; &#60;',
    'fill="#440154" <g stroke="#440154">',
    'a\u202eb\u0000c',
  ];

  test.each(tricks)('%j is no markup anywhere', async (trick) => {
    const words = trick.replace('{{', '\\{{').replaceAll('\u0000', '');
    const plain = await htmlOf(reportOf(modelOf(hostilePlan('plain'))));
    const html = await htmlOf(reportOf(modelOf(hostilePlan(words))));
    // the same tags in the same order: whatever the words say, they say it as words
    const shape = (page: string): readonly string[] =>
      tagsOf(
        page.replace(
          /<svg[\s\S]*?<\/svg>/g,
          (svg) => svg.match(/^<svg|<\/?(?:title|desc|text)\b/g)?.join('>') ?? '',
        ),
      ).map((tag) => tag.replace(/[ >][\s\S]*/, ''));
    const names = (page: string): ReadonlySet<string> =>
      new Set(tagsOf(page).map((tag) => tag.replace(/^<\/?([a-z]+)[\s\S]*/i, '$1')));
    expect(names(html)).toEqual(names(plain));
    expect(shape(html).filter((tag) => tag === '<table')).toHaveLength(
      shape(plain).filter((tag) => tag === '<table').length,
    );
    for (const tag of tagsOf(html)) {
      const names = tag.replace(/="[^"<>]*"/g, '=');
      // no attribute was broken open
      expect(names).not.toMatch(/["']/);
      expect(names).not.toMatch(/ on[a-z]+=/i);
      expect(tag).not.toMatch(/="\s*javascript:/i);
    }
    expect(html).not.toContain('\u202e');
  });

  test('a link is one only to the web', async () => {
    const link = (url: string): string =>
      renderHtml(
        {
          title: 't',
          subtitle: [],
          sections: [
            {
              id: 's',
              title: 'S',
              blocks: [{ kind: 'paragraph', text: [{ kind: 'link', text: 'page', url }] }],
            },
          ],
        },
        new Map(),
      );
    expect(link('https://a.example/?b="c"')).not.toContain('<a href="https://a.example');
    expect(link('https://a.example/?b=1&c=2')).toContain('<a href="https://a.example/?b=1&#38;c=2"');
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//a.example',
      'file:///etc/passwd',
      'https://a b',
    ])
      expect(link(url)).not.toContain(`<a href="${url.slice(0, 4)}`);
  });

  test('any text comes out as it went in', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: fc.constantFrom(...'<>&"\'/= abx#;') }),
        (a, b) => {
          const text = `${a}${b}`.replace(
            /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\s]/gu,
            '',
          );
          const html = renderHtml(
            {
              title: text,
              subtitle: [text],
              sections: [{ id: text, title: text, blocks: [{ kind: 'paragraph', text }] }],
            },
            new Map(),
          );
          if (text !== '')
            expect(
              wordsOf(html)
                .split('\n')
                .filter((line) => line === text),
            ).toHaveLength(4);
        },
      ),
    );
  });
});

test('a pinned case and another currency are said and shown', async () => {
  const model = fixtureModel('shop');
  const pinned = readPins(model.graph, ['platform=euro'], new Diagnostics());
  const html = await htmlOf(reportOf(model, { pinned }));
  expect(wordsOf(html)).toContain('Only cases with platform=euro.');
});
