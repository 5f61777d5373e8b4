// Reports as PDF, read back by another program: the figures are there, the outline, the page numbers, the heads of long tables.

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asPlainTable, plainText, type ReportDocument } from '../../src/report/blocks.ts';
import { temporaryFolder } from '../cli/support.ts';
import { modelOf } from '../support/model.ts';
import { describeWithPrograms } from '../support/programs.ts';
import { fixtureModel, hostilePlan, pdfOf, reportFixtures, reportOf } from '../support/reports.ts';

describeWithPrograms('a PDF', ['pdftotext', 'pdfinfo', 'pdftohtml', 'pdffonts', 'pdfimages'], (programs) => {
  const [pdftotext, pdfinfo, pdftohtml, pdffonts, pdfimages] = programs;

  async function written(document: ReportDocument): Promise<string> {
    const file = join(temporaryFolder(), 'report.pdf');
    writeFileSync(file, await pdfOf(document));
    return file;
  }

  function run(path: string, ...args: readonly string[]): string {
    const { stdout, status } = spawnSync(path, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
    expect(status).toBe(0);
    return stdout;
  }

  /** Words of each page, one blank between them. */
  function pagesOf(file: string): readonly string[] {
    const pages = run(pdftotext, '-layout', file, '-').split('\f').slice(0, -1);
    return pages.map((page) => page.replace(/\s+/g, ' '));
  }

  const table = (rows: number): ReportDocument => ({
    title: 'A long table',
    subtitle: ['Prices of a day'],
    sections: [
      {
        id: 'one',
        title: 'One',
        blocks: [
          {
            kind: 'table',
            table: {
              columns: [
                { head: 'the first head', align: 'left' },
                { head: 'second', unit: 'EUR', align: 'right' },
              ],
              rows: Array.from({ length: rows }, (_, i) => ({
                kind: 'plain' as const,
                cells: [{ text: `row ${i + 1} of it` }, { text: `${i}.50` }],
              })),
              notes: [],
            },
          },
        ],
      },
      { id: 'two', title: 'Two', blocks: [{ kind: 'paragraph', text: 'The end.' }] },
    ],
  });

  test.each(reportFixtures)(
    'of %s has every figure of the report, and the same bytes each time',
    async (name) => {
      const document = reportOf(fixtureModel(name));
      const file = await written(document);
      // words that were broken at the end of a line are whole again
      const words = pagesOf(file)
        .join(' ')
        .replace(/[\s\u200b-]+/g, '');
      const figures = document.sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) =>
          block.kind === 'table'
            ? block.table.rows.flatMap((row) => row.cells).filter((cell) => cell.value !== undefined)
            : [],
        ),
      );
      expect(figures.length).toBeGreaterThan(10);
      // what is said about sums that were rounded goes with them
      const notes = document.sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'table' ? block.table.notes.map(plainText) : [])),
      );
      for (const note of notes) expect(words).toContain(note.replace(/[\s\u200b-]+/g, ''));
      for (const { text } of figures) {
        const [row] = asPlainTable({
          columns: [{ head: '', align: 'left' }],
          rows: [{ kind: 'plain', cells: [{ text }] }],
          notes: [],
        }).rows;
        for (const part of (row?.cells[0] ?? '').split(/[\s-]+/)) expect(words).toContain(part);
      }
      for (const { title } of document.sections) expect(words).toContain(title.replace(/[\s-]+/g, ''));
      expect(Buffer.from(await pdfOf(reportOf(fixtureModel(name))))).toEqual(
        Buffer.from(await pdfOf(document)),
      );
    },
  );

  test('is tagged, has a title, its sections as bookmarks, and charts that are no bitmaps', async () => {
    const document = reportOf(fixtureModel('shop'));
    const file = await written(document);
    const info = run(pdfinfo, file);
    expect(info).toMatch(/^Title: +Where to host the shop$/m);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toMatch(/^Page size: +595.* \(A4\)$/m);
    const outline = run(pdftohtml, '-xml', '-i', '-stdout', file);
    const marks = [...outline.matchAll(/<item page="(\d+)">([^<]*)<\/item>/g)].map(([, page, title]) => ({
      page: Number(page),
      title,
    }));
    const titles = document.sections.map((s) => s.title);
    expect(marks.map((m) => m.title).filter((title) => titles.includes(title ?? ''))).toEqual(titles);
    for (const { page, title } of marks) expect(pagesOf(file)[page - 1]).toContain(title);
    expect(run(pdfimages, '-list', file).trim().split('\n')).toHaveLength(2);
    const fonts = run(pdffonts, file).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/SourceSans3|DejaVuSans/);
  });

  test('a table of contents gives the page on which each section is', async () => {
    const document = reportOf(fixtureModel('shop'));
    const pages = pagesOf(await written(document));
    for (const { title } of document.sections) {
      const stated = new RegExp(`${title}[ .\u2060]+(\\d+)`).exec(pages[0] ?? '')?.[1];
      expect(stated, title).toBeDefined();
      expect(pages[Number(stated) - 1]).toContain(title);
    }
  });

  test('pages are numbered, and a table that goes on repeats its head', async () => {
    const pages = pagesOf(await written(table(150)));
    expect(pages.length).toBeGreaterThan(2);
    for (const [i, page] of pages.entries()) {
      expect(page).toMatch(new RegExp(`\\b${i + 1} ?/ ?${pages.length}\\s*$`));
      if (/row \d+ of it/.test(page)) expect(page).toContain('the first head second (EUR)');
    }
    const rows = pages.flatMap((page) => page.match(/row \d+ of it/g) ?? []);
    expect(rows).toEqual(Array.from({ length: 150 }, (_, i) => `row ${i + 1} of it`));
  });

  test.each([
    '#panic("x") *a* _b_ `c` $d$ @e <f> // g',
    '\\ ] } ) [ { ( " \' ;',
    '#import "@preview/x:1.0.0"',
    'a\u0000\u202eb\ufeff',
    '\u{1f600} \u4e2d\u6587 \u0645\u0631\u062d\u0628\u0627',
  ])('the words %j are set as words', async (trick) => {
    const words = trick.replaceAll('\u0000', '');
    const file = await written(reportOf(modelOf(hostilePlan(words))));
    if (/^[\x20-\x7e]+$/.test(words)) expect(run(pdfinfo, file)).toContain(words.split(' ')[0] ?? '');
    expect(pagesOf(file).length).toBeGreaterThan(1);
    expect(run(pdftotext, file, '-').replace(/\s+/g, ' ')).toContain('EUR/month');
  });

  test('pictures in words are drawn, and letters without a font are named', async () => {
    const file = await written(reportOf(modelOf(hostilePlan('Rocket 🚀, 中文 and \u{12000}'))));
    expect(run(pdffonts, file)).toContain('NotoEmoji');
    const words = run(pdftotext, file, '-').replace(/\s+/g, ' ');
    expect(words).toContain('🚀');
    expect(words).toMatch(/Not printed, because no font at hand has them: (U\+4E2D, U\+6587, )?U\+12000\./);
    const plain = await written(reportOf(modelOf(hostilePlan('Rocket'))));
    expect(run(pdffonts, plain)).not.toContain('NotoEmoji');
    expect(run(pdftotext, plain, '-')).not.toContain('Not printed');
  });

  test('nothing of a very long text is lost', async () => {
    const long = `${'some words '.repeat(3000)}last-of-cell`;
    const line = `${'0123456789'.repeat(400)}endofline`;
    const { columns } = {
      columns: [
        { head: 'a', align: 'left' as const },
        { head: 'b', align: 'left' as const },
      ],
    };
    const file = await written({
      ...table(1),
      sections: [
        {
          id: 'x',
          title: 'x',
          blocks: [
            {
              kind: 'table',
              table: {
                columns,
                rows: [{ kind: 'plain', cells: [{ text: 'x' }, { text: long }] }],
                notes: [],
              },
            },
            { kind: 'listing', text: line },
            { kind: 'paragraph', text: line },
          ],
        },
      ],
    });
    const words = run(pdftotext, file, '-').replace(/[\s\u200b]+/g, '');
    expect(words).toContain('last-of-cell');
    // a foot of a page may stand between two of them
    expect(words.match(/some/g)).toHaveLength(3000);
    expect(words.match(/words/g)).toHaveLength(3000);
    expect(words.match(/456/g)?.length).toBeGreaterThan(790);
    expect(words.match(/endofline/g)).toHaveLength(2);
  });

  test('what is very long stays on the page', async () => {
    const long = `${'verylongword'.repeat(30)} ${'some_name_of_an_input.'.repeat(20)}`;
    const document = table(3);
    const file = await written({
      ...document,
      title: long,
      sections: [
        { id: 'x', title: long, blocks: [{ kind: 'paragraph', text: [{ kind: 'code', text: long }] }] },
        {
          id: 'y',
          title: 'y',
          blocks: [
            {
              kind: 'table',
              table: {
                columns: Array.from({ length: 14 }, (_, i) => ({
                  head: `head ${i}`,
                  unit: 'EUR/month',
                  align: 'right' as const,
                })),
                rows: [
                  {
                    kind: 'total',
                    cells: Array.from({ length: 14 }, () => ({
                      text: '1,234,567.89–2,345,678.90',
                      best: true,
                    })),
                  },
                ],
                notes: [long],
              },
            },
          ],
        },
      ],
    });
    expect(pagesOf(file).length).toBeGreaterThan(0);
  });
});
