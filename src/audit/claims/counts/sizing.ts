// Tables that size a system: a demand, how many units it needs at what one unit holds, and the units in all with those in
// reserve: `| 100 agents | 4 needed | +1 failover | 5 |` where a unit is said to hold 25 to 30 agents.

import { unplaced } from '../../passage.ts';
import { said } from '../../print.ts';
import type { Claim, Figure, Heading } from '../../types.ts';
import { isNear } from '../content/comparisons.ts';
import { wordsOf } from '../content/facts.ts';
import type { Column, FiguresOf, Grid, Row } from '../content/grid.ts';
import { sizesIn } from '../content/sizes.ts';
import type { Spoken } from '../content/spoken.ts';

/** What one unit holds: `Load: ~25–30 concurrent agents` under `Per server`, `each node handles 30 users`. */
export interface Capacity {
  readonly figure: Figure;
  /** What is counted: `agent`. */
  readonly nouns: readonly string[];
  /** The words for the unit: `server`. */
  readonly unit: readonly string[];
  readonly under: Heading | undefined;
}

const perUnit =
  /(?<!\p{L})(?:per|each|one|single|a single|pro|je|jeder?|par|chaque|por|cada|başına|her bir|на (?:один|каждый))\s+((?:\p{L}[\p{L}\d-]*\s*){1,4})/iu;
const holds =
  /(?<!\p{L})(?:capacity|handles?|supports?|serves?|load|holds?|kapazität|schafft|bewältigt|capacité|supporte|capacidad|soporta|capacidade|suporta|kapasite|destekler|ёмкость|выдерживает|обслуживает)(?!\p{L})/iu;

export function capacitiesIn(spoken: readonly Spoken[], figuresOf: FiguresOf): readonly Capacity[] {
  return spoken.flatMap(({ passage, lead, under }): Capacity[] => {
    const { text } = passage;
    if (text.length > longest || !/\d/.test(text)) return [];
    const here = perUnit.exec(text);
    const led = perUnit.exec(lead?.text ?? '');
    const per = here ?? led;
    if (per === null || !holds.test(here === null ? (lead?.text ?? '') : `${text} ${lead?.text ?? ''}`))
      return [];
    const unit = wordsOf(per[1] ?? '');
    const counted = figuresOf(passage).filter((f) =>
      f.unit.factors.some((u) => u.power < 0 && u.atom.kind === 'count'),
    );
    const [rate] = counted;
    const above = rate?.unit.factors.find((u) => u.power === 1 && u.atom.kind === 'count');
    // `500 agents per instance` is one figure
    if (rate !== undefined && above !== undefined && counted.length === 1 && rate.bound === 'none')
      return [{ figure: rate, nouns: [above.atom.name], unit, under }];
    const [size, more] = sizesIn(passage, figuresOf);
    const figure = figuresOf(passage).find((f) => f.low === size?.low && f.high === size.high);
    return size === undefined || more !== undefined || figure === undefined
      ? []
      : [{ figure, nouns: size.nouns, unit, under }];
  });
}

const longest = 160;

export interface SizingTable {
  readonly grid: Grid;
  readonly demand: Column;
  readonly needed: Column;
  readonly spare: Column | undefined;
  readonly total: Column | undefined;
}

const neededWords =
  /(?<!\p{L})(?:needed|required|necessary|benötigt\p{L}*|erforderlich\p{L}*|nötig\p{L}*|nécessaires?|requis\p{L}*|necesari\p{L}*|requerid\p{L}*|necessári\p{L}*|gerekli|gereken|нужно|требуется|необходимо)(?!\p{L})|所需|需要|必要/iu;
const spareWords =
  /(?<!\p{L})(?:redundan\p{L}*|spares?|failover|standby|reserve|backup|reserva|redondan\p{L}*|yedek|резерв\p{L}*)(?!\p{L})|冗余|备用|予備/iu;
const totalWords = /(?<!\p{L})(?:total|gesamt|insgesamt|toplam|всего|итого)\p{L}*|总计|总数|合計/iu;

export function sizingTableOf(grid: Grid): SizingTable | undefined {
  if (grid.rows.length > mostRows) return undefined;
  const [demand, ...others] = grid.columns;
  const needed = others.filter((c) => neededWords.test(c.heading) && !c.hasMoney);
  const [only] = needed;
  if (demand === undefined || only === undefined || needed.length !== 1) return undefined;
  const spare = others.find((c) => c !== only && spareWords.test(c.heading) && !c.hasMoney);
  const total = others.find((c) => c !== only && totalWords.test(c.heading) && !c.hasMoney);
  return { grid, demand, needed: only, spare, total };
}

const mostRows = 100;

export function sizingsIn(
  tables: readonly SizingTable[],
  capacities: readonly Capacity[],
  figuresOf: FiguresOf,
): readonly Claim[] {
  return tables.flatMap((table) => {
    const capacity = capacityFor(table, capacities, figuresOf);
    return table.grid.rows.flatMap((row) => {
      const needed = capacity === undefined ? undefined : neededClaim(table, row, capacity.figure);
      const sum = spareClaim(table, row);
      return [...(needed === undefined ? [] : [needed]), ...(sum === undefined ? [] : [sum])];
    });
  });
}

/** The only one near the table that holds what the first column counts, in the unit that the table needs. */
function capacityFor(
  { grid, demand, needed }: SizingTable,
  capacities: readonly Capacity[],
  figuresOf: FiguresOf,
): Capacity | undefined {
  const nouns = sizesIn(unplaced(`2 ${demand.heading}`), figuresOf)[0]?.nouns ?? [];
  const units = wordsOf(needed.heading.replace(neededWords, ' '));
  const own = capacities.filter(
    (c) =>
      isNear(c.under, grid.under) &&
      c.nouns.some((n) => nouns.includes(n)) &&
      (units.length === 0 || c.unit.some((w) => units.includes(w))),
  );
  const [first] = own;
  const same = own.filter((c) => c.figure.low === first?.figure.low && c.figure.high === first.figure.high);
  return same.length === own.length ? first : undefined;
}

function countIn(row: Row, column: Column | undefined): Figure | undefined {
  const figure = column === undefined ? undefined : row.cells[column.index]?.figure;
  return figure?.bound === 'none' && figure.low === figure.high && figure.low >= 0 ? figure : undefined;
}

function neededClaim({ demand, needed }: SizingTable, row: Row, holdsEach: Figure): Claim | undefined {
  const [size, stated] = [countIn(row, demand), countIn(row, needed)];
  if (size === undefined || stated === undefined || holdsEach.low <= 0) return undefined;
  const fewest = Math.ceil(size.low / holdsEach.high - 1e-9);
  const most = Math.ceil(size.low / holdsEach.low - 1e-9);
  // a few more are room to breathe; fewer are overload
  const fits = stated.low >= fewest;
  const about = holdsEach.about && stated.low >= Math.ceil(size.low / (holdsEach.high * 1.1) - 1e-9);
  const recomputed = { low: fewest, high: most };
  const working = `${said(size)} / ${said(holdsEach)}`;
  const range = fewest === most ? String(fewest) : `${fewest} to ${most}`;
  return {
    kind: 'capacity',
    stated,
    operands: [size, holdsEach],
    verdict: fits ? 'right' : 'wrong',
    recomputed,
    working,
    message: fits ? '' : `${working} is ${range}, rounded up, and not ${said(stated)}`,
    confidence: fits ? 1 : about ? 0.72 : 0.82,
  };
}

/** Read where the reserve is marked as something that comes on top: `+1`. */
function spareClaim({ needed, spare, total }: SizingTable, row: Row): Claim | undefined {
  const [a, b, stated] = [countIn(row, needed), countIn(row, spare), countIn(row, total)];
  const mark = spare === undefined ? '' : (row.cells[spare.index]?.passage.text ?? '');
  if (a === undefined || b === undefined || stated === undefined || !/^\s*\+\s*\d/.test(mark))
    return undefined;
  const value = a.low + b.low;
  const fits = value === stated.low;
  return {
    kind: 'capacity',
    stated,
    operands: [a, b],
    verdict: fits ? 'right' : 'wrong',
    recomputed: { low: value, high: value },
    working: `${said(a)} + ${said(b)}`,
    message: fits ? '' : `${said(a)} needed and ${said(b)} on top are ${value}, not ${said(stated)}`,
    confidence: fits ? 1 : 0.8,
  };
}
