// Columns of printed tables: what fits is left alone; what does not shares the page, and never more than there is.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReportTable } from '../../src/report/blocks.ts';
import { columnWidths } from '../../src/report/pdf/column-widths.ts';

function tableOf(rows: readonly (readonly string[])[], aligns: string): ReportTable {
  return {
    columns: [...aligns].map((a, i) => ({ head: `head ${i}`, align: a === 'r' ? 'right' : 'left' })),
    rows: rows.map((cells) => ({ kind: 'plain', cells: cells.map((text) => ({ text })) })),
    notes: [],
  };
}

const page = 493;

describe('columns', () => {
  test('that fit take what they need', () => {
    expect(columnWidths(tableOf([['a', '1.00']], 'lr'))).toEqual([0, 0]);
  });

  test('with long texts share what short ones leave, the longer text getting more', () => {
    const words = (n: number): string => Array.from({ length: n }, () => 'word').join(' ');
    const widths = columnWidths(tableOf([[words(60), '1,234.50', words(20)]], 'lrl'));
    expect(widths[1]).toBe(0);
    expect(widths[0]).toBeGreaterThan(1.5 * (widths[2] ?? 0));
    expect((widths[0] ?? 0) + (widths[2] ?? 0)).toBeLessThan(page);
    expect((widths[0] ?? 0) + (widths[2] ?? 0)).toBeGreaterThan(0.8 * page);
  });

  test('that few rows fill get less than those that all do', () => {
    const long =
      'a remark that goes on and on for longer than any column of a page is wide, and then some more of it';
    const rows = Array.from({ length: 20 }, (_, i) => [long, i === 0 ? long : '']);
    const [often = 0, once = 0] = columnWidths(tableOf(rows, 'll'));
    expect(often).toBeGreaterThan(once);
  });

  test('are never wider than the page together, nor narrower than nothing', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'W', ' ', '1', '.'), maxLength: 300 });
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 14 })
          .chain((n) =>
            fc.tuple(
              fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 6 }),
              fc.array(fc.constantFrom('l', 'r'), { minLength: n, maxLength: n }),
            ),
          ),
        ([rows, aligns]) => {
          const widths = columnWidths(tableOf(rows, aligns.join('')));
          expect(widths).toHaveLength(aligns.length);
          expect(widths.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(page);
          for (const width of widths) expect(width === 0 || width >= 48).toBe(true);
        },
      ),
    );
  });
});
