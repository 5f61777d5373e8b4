// Lists with the same labels, one after another: `Revenue: $4,216`, `Costs: $4,000`, `Cash flow: $216` for every month, or `Rate`,
// `Hours` and `Cost` for every sprint. Read as the rows of one table, they show by themselves what their lines say of each other, in any
// language.

import { pushTo } from '../../lists.ts';
import type { Claim, Figure } from '../../types.ts';
import type { Cell } from '../content/cells.ts';
import { columnOf, type Grid, type Row } from '../content/grid.ts';
import type { Entry } from '../content/ledger.ts';
import { relationsIn } from '../relations/relations.ts';
import { resultOf } from './roles.ts';

/** Fewer lists show nothing. */
const fewest = 3;
const fewestLabels = 3;
/** More lines are no record of one thing. */
const mostLabels = 12;
const longestLabel = 40;
/** Further off, another amount is meant. */
const mostOff = 2;

export function recordsIn(entries: readonly (Entry | undefined)[]): readonly Claim[] {
  return groupsOf(recordsOf(entries)).flatMap((group) => {
    const claims = relationsIn(gridOf(group));
    return claims.filter((c) => c.verdict === 'right' || (isResult(c) && isNear(c)));
  });
}

type Parts = ReadonlyMap<string, Figure>;

/** Lines in a row under one heading, each with its own label; the next record begins where a label comes again. */
function recordsOf(entries: readonly (Entry | undefined)[]): readonly Parts[] {
  const records: Parts[] = [];
  let record = new Map<string, Figure>();
  let last: Entry | undefined;
  const close = (): void => {
    if (record.size >= fewestLabels && record.size <= mostLabels) records.push(record);
    record = new Map();
  };
  for (const entry of entries) {
    if (entry === undefined || entry.under !== last?.under) close();
    last = entry;
    if (entry === undefined) continue;
    const key = keyOf(entry.label);
    const figure = key === '' ? undefined : figureOf(entry);
    if (figure === undefined) continue;
    if (record.has(key)) close();
    record.set(key, figure);
  }
  close();
  return records;
}

function keyOf(label: string): string {
  if (label.length > longestLabel) return '';
  return (label.toLowerCase().match(/\p{L}+/gu) ?? []).join(' ');
}

/** What the line is about: its one figure, the one in front of a remark, or what its calculation comes to. */
function figureOf({ figures, passage: { text } }: Entry): Figure | undefined {
  const [first, second] = figures;
  if (first === undefined || second === undefined) return first;
  const result = resultOf(text, figures);
  if (result !== undefined) return result;
  return /^[\s*_`]*[(（]/.test(text.slice(first.end, second.start)) ? first : undefined;
}

/** Records with the same labels, of those that come again and again. */
function groupsOf(records: readonly Parts[]): readonly (readonly Parts[])[] {
  const counts = new Map<string, number>();
  for (const record of records) for (const key of record.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const groups = new Map<string, Parts[]>();
  for (const record of records) {
    const own = [...record].filter(([key]) => (counts.get(key) ?? 0) >= fewest);
    if (own.length < fewestLabels) continue;
    const name = own
      .map(([key]) => key)
      .sort()
      .join('|');
    pushTo(groups, name, new Map(own));
  }
  return [...groups.values()].filter((g) => g.length >= fewest);
}

function gridOf(records: readonly Parts[]): Grid {
  const labels = [...(records[0]?.keys() ?? [])];
  const rows = records.map((record): Row => {
    const cells = labels.flatMap((label): Cell[] => {
      const figure = record.get(label);
      return figure === undefined ? [] : [{ passage: figure.passage, figure, blank: false, free: false }];
    });
    return { label: '', kind: 'plain', cells };
  });
  const columns = labels.map((label, i) => columnOf(i, label, rows));
  return { rows, columns, under: undefined, isLedger: false };
}

/** Behind what it follows from. A sum may have lines of its own in one of the lists, and is looked at by other rules. */
function isResult({ kind, stated, operands }: Claim): boolean {
  return kind !== 'total' && operands.every((f) => f.passage.at < stated.passage.at);
}

function isNear({ stated, recomputed }: Claim): boolean {
  const ratio = stated.high / recomputed.high;
  return ratio < mostOff && ratio > 1 / mostOff;
}
