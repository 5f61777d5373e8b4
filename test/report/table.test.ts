import { describe, expect, test } from 'vitest';
import {
  columnWidths,
  headText,
  left,
  padded,
  right,
  row,
  widthOf,
  withoutEmptyColumns,
} from '../../src/report/table.ts';
import { unpainted } from '../../src/report/terminal-paint.ts';
import { naturalWidth, terminalTable, wrapText } from '../../src/report/terminal-table.ts';

describe('the width of a text', () => {
  const widths: readonly (readonly [string, number])[] = [
    ['', 0],
    ['plain', 5],
    ['14.20–15.00', 11],
    ['Zürich', 6],
    ['Zu\u0308rich', 6],
    ['東京', 4],
    ['Ｆｕｌｌ', 8],
    ['한국', 4],
    ['🚀 go', 5],
    ['✓ ✗ ─ │ ├', 9],
    ['zero\u200bwidth', 9],
    ['soft\u00adhyphen', 10],
  ];
  for (const [text, width] of widths) {
    test(JSON.stringify(text), () => expect(widthOf(text)).toBe(width));
  }

  test('padding fills up to a width and never cuts', () => {
    expect(padded('東京', 6, 'right')).toBe('  東京');
    expect(padded('ab', 4, 'left')).toBe('ab  ');
    expect(padded('long', 2, 'left')).toBe('long');
  });
});

describe('a table', () => {
  const table = {
    columns: [left('item'), left('note'), right('cost', 'EUR/month')],
    rows: [row('a', '', '4.50'), row('b', '', '12.00')],
  };

  test('heads say their unit', () => {
    expect(headText(right('cost', 'EUR/month'))).toBe('cost (EUR/month)');
    expect(headText(right('', 'EUR/month'))).toBe('EUR/month');
    expect(headText(left('item'))).toBe('item');
  });

  test('columns in which nobody says anything are left out', () => {
    const lean = withoutEmptyColumns(table);
    expect(lean.columns.map((c) => c.head)).toEqual(['item', 'cost']);
    expect(columnWidths(lean)).toEqual([4, 16]);
  });

  test('figures stand right, and no line ends with spaces', () => {
    const lines = terminalTable(withoutEmptyColumns(table), { paint: unpainted, width: 80 });
    expect(lines).toEqual(['item  cost (EUR/month)', 'a                 4.50', 'b                12.00']);
  });

  test('text gives way before figures do', () => {
    const wide = {
      columns: [left('item'), left('because'), right('cost')],
      rows: [row('a', 'a reason that is much too long for the line', '4.50')],
    };
    const lines = terminalTable(wide, { paint: unpainted, width: 34 });
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(34);
    expect(lines.join(' ').replace(/\s+/g, ' ')).toBe(
      'item because cost a a reason that is much 4.50 too long for the line',
    );
    expect(naturalWidth(wide)).toBe(55);
  });

  test('wide characters do not move the columns behind them', () => {
    const lines = terminalTable(
      { columns: [left(''), right('')], rows: [row('東京', '1'), row('Rome', '22')] },
      { paint: unpainted, width: 80 },
    );
    expect(lines).toEqual(['東京   1', 'Rome  22']);
  });
});

describe('wrapping', () => {
  test('breaks between words and keeps the indentation', () => {
    expect(wrapText('  one two three four', 12)).toEqual(['  one two', '    three', '    four']);
  });

  test('a word that is too long stays whole', () => {
    expect(wrapText('incomprehensibilities of it', 8)).toEqual(['incomprehensibilities', '  of it']);
  });
});
