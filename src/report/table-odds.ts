// How a figure comes out over the samples, beside an answer that has it at low, middle and high: as a table, and as data.

import type { Odds } from '../analysis/odds.ts';
import { unitText } from '../quantity/unit.ts';
import { caseText, estimateText, figureCell } from './amounts.ts';
import { type Block, heading, paragraph, table as tableBlock } from './blocks.ts';
import { atJson, decimal, estimateJson, type JsonObject, present } from './json.ts';
import { left, right, row, type Table, withoutEmptyColumns } from './table.ts';
import type { Terminal } from './terminal-paint.ts';
import { terminalTable, wrapText } from './terminal-table.ts';

function oddsTable({ cases, unit }: Odds): Table {
  const cell = (x: number): string => figureCell({ low: x, mid: x, high: x, unit });
  return withoutEmptyColumns({
    columns: [
      left('case'),
      right('p10', unitText(unit)),
      right('median'),
      right('p90'),
      right('cheapest in'),
    ],
    rows: cases.map(({ at, p10, median, p90, cheapest }) =>
      row(
        caseText(at),
        cell(p10),
        cell(median),
        cell(p90),
        cheapest === undefined ? '' : estimateText(cheapest),
      ),
    ),
  });
}

function oddsNote({ samples, sampling, cases }: Odds): string {
  const kind = sampling.independent ? 'independent' : 'evenly spread';
  const drawn = `${samples.toLocaleString('en')} ${kind} samples, seed ${sampling.seed}`;
  const certain = cases.every(({ p10, p90 }) => Object.is(p10, p90));
  return certain ? `${drawn}; nothing in it is uncertain` : drawn;
}

export function oddsLines(odds: Odds, terminal: Terminal): readonly string[] {
  const { paint, width } = terminal;
  return [
    '',
    ...terminalTable(oddsTable(odds), terminal),
    ...wrapText(oddsNote(odds), width).map(paint.faint),
  ];
}

export function oddsBlocks(odds: Odds): readonly Block[] {
  const { columns, rows } = oddsTable(odds);
  const cells = rows.map((r) => ({ kind: r.kind, cells: r.cells.map((text) => ({ text })) }));
  return [heading('Odds'), ...tableBlock(columns, cells), paragraph(`${oddsNote(odds)}.`)];
}

export function oddsJson({ unit, samples, sampling, cases }: Odds): JsonObject {
  return {
    unit: unitText(unit),
    samples,
    seed: sampling.seed,
    draws: sampling.independent ? 'independent' : 'even',
    cases: cases.map(({ at, p10, median, p90, cheapest }) =>
      present({
        at: atJson(at),
        p10: decimal(p10, unit),
        median: decimal(median, unit),
        p90: decimal(p90, unit),
        cheapest: cheapest === undefined ? undefined : estimateJson(cheapest),
      }),
    ),
  };
}
