// A workbook as the bytes of an .xlsx file. The only place that knows the library; loaded when such a file is asked for.

import {
  type SheetChart,
  type WriteSheet,
  writeXlsx,
  type Cell as XlsxCell,
  type CellStyle as XlsxStyle,
} from 'hucre/xlsx';
import { columnLetters } from './expression.ts';
import type { CellStyle, Content, Sheet, SheetCell, StackedChart, Workbook } from './workbook.ts';

/** The same workbook gives the same bytes. */
export async function xlsxBytes(workbook: Workbook): Promise<Uint8Array> {
  const written = new Date(`${workbook.day ?? '2000-01-01'}T00:00:00Z`);
  return writeXlsx({
    sheets: workbook.sheets.map(sheetOf),
    namedRanges: workbook.names.map(({ name, sheet, row, column }) => ({
      name,
      range: `${sheet}!$${columnLetters(column)}$${row + 1}`,
    })),
    properties: { title: workbook.title, creator: 'Outlay', created: written, modified: written },
    defaultFont: font,
  });
}

function sheetOf({ name, widths, frozen, cells, chart }: Sheet): WriteSheet {
  return {
    name,
    columns: widths.map((width) => ({ width })),
    cells: new Map(cells.map((cell) => [`${cell.row},${cell.column}`, cellOf(cell)])),
    freezePane: frozen,
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 'a4' },
    ...(chart === undefined ? {} : { charts: [chartOf(chart, name)] }),
  };
}

function cellOf({ row, column, style, format, content }: SheetCell): Partial<XlsxCell> {
  return { style: styleOf(style, format), ...contentOf(content, `${columnLetters(column)}${row + 1}`) };
}

function contentOf(content: Content, address: string): Partial<XlsxCell> {
  switch (content.kind) {
    case 'text':
      return { value: content.text, type: 'string' };
    case 'link':
      return { value: content.text, type: 'string', hyperlink: { target: content.url } };
    case 'number':
      return { value: content.value, type: 'number' };
    case 'empty':
      return { value: null, type: 'empty' };
    case 'formula': {
      const { formula, value, array } = content;
      return {
        type: 'formula',
        formula,
        // without a value, a program that opens the file computes it; the library writes no errors
        ...(value === undefined || Number.isNaN(value) ? {} : { formulaResult: value }),
        ...(array ? { formulaType: 'array', formulaRef: address } : {}),
      };
    }
  }
}

const known = new Map<string, XlsxStyle>();

function styleOf(style: CellStyle, format: string | undefined): XlsxStyle {
  const key = `${style} ${format}`;
  let found = known.get(key);
  if (found === undefined) {
    const plain = styles[style];
    const numFmt = format === undefined || format === 'General' ? {} : { numFmt: format };
    found = { ...plain, font: { ...font, ...plain.font }, ...numFmt };
    known.set(key, found);
  }
  return found;
}

/** Said in every style: one without a name falls back to the program's own. */
const font = { name: 'Calibri', size: 10 };
const thin = { style: 'thin', color: { rgb: '9AA5B1' } } as const;
const fill = (rgb: string): NonNullable<XlsxStyle['fill']> => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { rgb },
});

const styles: Readonly<Record<CellStyle, XlsxStyle>> = {
  title: { font: { bold: true, size: 15 } },
  text: {},
  wrapped: { alignment: { wrapText: true, vertical: 'top' } },
  head: {
    font: { bold: true },
    fill: fill('E4E9EF'),
    border: { bottom: thin },
    alignment: { wrapText: true, vertical: 'bottom' },
  },
  headNumber: {
    font: { bold: true },
    fill: fill('E4E9EF'),
    border: { bottom: thin },
    alignment: { wrapText: true, vertical: 'bottom', horizontal: 'right' },
  },
  section: { font: { bold: true, size: 12 } },
  quiet: { font: { color: { rgb: '5F6B7A' } } },
  number: { alignment: { horizontal: 'right' } },
  strong: { font: { bold: true }, alignment: { horizontal: 'right' } },
  total: { font: { bold: true }, border: { top: thin } },
  input: { font: { color: { rgb: '0B4FA8' } }, alignment: { horizontal: 'right' } },
  entry: { fill: fill('FFF4C2'), border: { top: thin, bottom: thin, left: thin, right: thin } },
  fixed: { font: { italic: true, color: { rgb: '5F6B7A' } }, alignment: { horizontal: 'right' } },
  link: { font: { underline: true, color: { rgb: '0B4FA8' } } },
};

/** Dark and light in turn, so that neighbours differ in grey too. */
const colours = [
  ...['1F4E79', 'F2B134', '5B8DB8', 'B5442E', '9CC5A1', '6A4C93', 'D9D9D9', '2A9D8F'],
  ...['E9A6A6', '4D4D4D', 'C7B8EA', '7F6000', '00B0F0', '843C0C', 'C6E0B4', '8497B0'],
];

function chartOf(
  { title, unit, rows: [first, last], labels, series, at, columns }: StackedChart,
  sheet: string,
): SheetChart {
  const range = (from: number, to: number): string =>
    `${sheet}!$${columnLetters(from)}$${first + 1}:$${columnLetters(to)}$${last + 1}`;
  return {
    type: 'column',
    title,
    barGrouping: 'stacked',
    overlap: 100,
    gapWidth: 60,
    legend: 'right',
    series: series.map(({ name, column }, i) => ({
      name,
      values: range(column, column),
      categories: range(0, labels - 1),
      color: colours[i % colours.length] as string,
    })),
    axes: { y: { title: unit } },
    anchor: { from: { row: at.row, col: at.column }, to: { row: at.row + 24, col: at.column + columns } },
  };
}
