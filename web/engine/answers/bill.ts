// The bill: what each item costs, and of what the sum is made; one case in detail, or several side by side.

import type { BillItem } from '../../../src/analysis/bill.ts';
import { addRanged, isKnown, type Ranged } from '../../../src/analysis/figures.ts';
import { unitText } from '../../../src/quantity/unit.ts';
import { figureText, moneyCell, percentText } from '../../../src/report/amounts.ts';
import {
  type Cell,
  cells,
  plainText,
  type ReportRow,
  type ReportTable,
  textCell,
} from '../../../src/report/blocks.ts';
import { Notes } from '../../../src/report/notes.ts';
import { priceText } from '../../../src/report/price-text.ts';
import { left, right, type TableColumn } from '../../../src/report/table.ts';
import { absent, boughtAs } from '../../../src/report/table-bill.ts';
import { sentence } from '../../../src/report/words.ts';
import type { Asked } from '../session.ts';
import {
  type BillColumn,
  type BillParams,
  billColumns,
  formulaOfBasis,
  unitOfBasis,
} from './bill-columns.ts';
import type { ExplainedCells } from './explained.ts';

export interface BillAnswer {
  readonly table: ReportTable;
  readonly explained: ExplainedCells;
  /** How many cases, or years, stand side by side. */
  readonly columns: number;
}

interface Line {
  readonly item: BillItem;
  readonly values: readonly (Ranged | undefined)[];
}

export function billAnswer(asked: Asked, params: BillParams): BillAnswer {
  const columns = billColumns(asked, params.across, params.basis);
  const writer = new BillWriter(asked, params, columns);
  return { ...withoutEmpty(writer.write()), columns: columns.length };
}

type Written = Pick<BillAnswer, 'table' | 'explained'>;

/** Without the columns in which no row says anything. */
function withoutEmpty({ table: { columns, rows, notes }, explained }: Written): Written {
  const kept = columns.map((_, i) => rows.some((row) => plainText(row.cells[i]?.text ?? '') !== ''));
  const only = <T>(list: readonly T[]): readonly T[] => list.filter((_, i) => kept[i]);
  return {
    table: {
      columns: only(columns),
      rows: rows.map((row) => ({ ...row, cells: only(row.cells) })),
      notes,
    },
    explained: explained.map(only),
  };
}

class BillWriter {
  readonly #explained: ExplainedCells[number][] = [];
  readonly #rows: ReportRow[] = [];
  readonly #notes = new Notes();
  readonly #currency: string;
  readonly #unit: string;
  readonly #params: BillParams;
  readonly #columns: readonly BillColumn[];
  readonly #isOne: boolean;

  constructor({ graph, currency }: Asked, params: BillParams, columns: readonly BillColumn[]) {
    this.#params = params;
    this.#columns = columns;
    this.#isOne = columns.length < 2;
    this.#currency = currency?.currency ?? graph.plan.currency;
    this.#unit = unitText(unitOfBasis(params.basis, this.#currency));
  }

  /** Columns between the name and the cost. */
  get #between(): number {
    return this.#params.details ? 4 : 0;
  }

  write(): Written {
    const lines = this.#lines();
    const counted = lines.filter(({ item }) => !item.optional);
    for (const [name, own] of this.#grouped(counted)) {
      if (name !== '') this.#group(name, own);
      for (const line of own) this.#item(line, 'plain');
    }
    this.#sum(
      'total',
      'total',
      this.#columns.map(({ total }) => total),
      formulaOfBasis(this.#params.basis, undefined),
    );
    const optional = lines.filter(({ item }) => item.optional);
    if (optional.length > 0) this.#push('group', [textCell('optional, in no total')], []);
    for (const line of optional) this.#item(line, 'aside');
    this.#limits();
    return {
      table: { columns: this.#heads(), rows: this.#rows, notes: this.#notes.all },
      explained: this.#explained,
    };
  }

  #heads(): readonly TableColumn[] {
    if (!this.#isOne) return [left(`item (${this.#unit})`), ...this.#columns.map(({ head }) => right(head))];
    const details = [left('bought as'), left('price'), right('quantity'), right('count')];
    return [
      left('item'),
      ...(this.#params.details ? details : []),
      right('cost', this.#unit),
      right('share'),
    ];
  }

  /** Every item that is there in some column, as it is in the first of them. */
  #lines(): readonly Line[] {
    const found = new Map<string, BillItem>();
    for (const { bill } of this.#columns)
      for (const item of bill.items) if (!found.has(item.name)) found.set(item.name, item);
    const lines = [...found.values()]
      .map((item) => ({ item, values: this.#columns.map(({ costOf }) => costOf(item.name)) }))
      .filter(({ values }) => values.some((value) => value !== undefined));
    return this.#sorted(lines, ({ values }) => values);
  }

  #sorted<T>(list: readonly T[], of: (one: T) => readonly (Ranged | undefined)[]): readonly T[] {
    if (this.#params.sort === 'plan') return list;
    const rank = (one: T): number =>
      Math.max(...of(one).map((r) => (r === undefined ? 0 : isKnown(r) ? r.mid : Number.POSITIVE_INFINITY)));
    return [...list].sort((a, b) => rank(b) - rank(a));
  }

  #grouped(lines: readonly Line[]): readonly (readonly [string, readonly Line[]])[] {
    const { by } = this.#params;
    if (by === 'nothing') return [['', lines]];
    const groups = new Map<string, Line[]>();
    for (const line of lines)
      for (const [name, own] of by === 'group' ? [[line.item.group, line] as const] : this.#byProvider(line))
        groups.set(name, [...(groups.get(name) ?? []), own]);
    return this.#sorted([...groups], ([, own]) => this.#sumOf(own).map((sum) => sum ?? nothing));
  }

  /** What is bought from one in one case and from another in the next is in both groups. */
  #byProvider({ item, values }: Line): readonly (readonly [string, Line])[] {
    const providers = this.#columns.map(
      ({ bill }) => bill.items.find(({ name }) => name === item.name)?.choice?.provider ?? 'unknown',
    );
    const there = providers.filter((_, c) => values[c] !== undefined);
    return [...new Set(there)].map((provider) => [
      provider,
      { item, values: values.map((value, c) => (providers[c] === provider ? value : undefined)) },
    ]);
  }

  /** undefined where none of them is there. */
  #sumOf(lines: readonly Line[]): readonly (Ranged | undefined)[] {
    return this.#columns.map((_, c) => {
      const there = lines.flatMap(({ values }) => values[c] ?? []);
      return there.length === 0 ? undefined : there.reduce(addRanged, nothing);
    });
  }

  #group(name: string, lines: readonly Line[]): void {
    const { basis, by } = this.#params;
    const parts = lines.flatMap(({ item }) => formulaOfBasis(basis, item.name) ?? []);
    const formula =
      basis === 'month' && by === 'group' ? name : parts.length === 0 ? undefined : parts.join(' + ');
    this.#sum('group', name, this.#sumOf(lines), formula);
  }

  #sum(
    kind: ReportRow['kind'],
    name: string,
    sums: readonly (Ranged | undefined)[],
    formula: string | undefined,
  ): void {
    const figures = sums.map((sum) => (sum === undefined ? { text: absent } : this.#money(sum)));
    if (this.#isOne) {
      const [only] = sums;
      this.#push(
        kind,
        [textCell(name), ...blank(this.#between), ...figures, textCell(this.#share(only))],
        [undefined, ...none(this.#between), formula, undefined],
      );
    } else this.#push(kind, [textCell(name), ...figures], [undefined, ...sums.map((sum) => sum && formula)]);
  }

  #item({ item, values }: Line, kind: 'plain' | 'aside'): void {
    const name = textCell(item.label);
    const formula = formulaOfBasis(this.#params.basis, item.name);
    const figures = values.map((value, c) => this.#itemCell(item.name, value, this.#columns[c]));
    if (!this.#isOne) {
      this.#push(
        kind,
        [name, ...figures],
        [undefined, ...values.map((v) => (v === undefined ? undefined : formula))],
      );
      return;
    }
    const { quantity, count, binding } = item;
    const sized = binding === undefined ? '' : ` for ${binding}`;
    const details = [
      textCell(boughtAs(item)),
      textCell(priceText(item)),
      textCell(quantity === undefined ? '' : figureText(quantity)),
      textCell(count === undefined ? '' : `${figureText(count)}${sized}`),
    ];
    const explained = [
      undefined,
      undefined,
      quantity === undefined ? undefined : `${item.name}.quantity`,
      count === undefined ? undefined : `${item.name}.count`,
    ];
    this.#push(
      kind,
      [
        name,
        ...(this.#params.details ? details : []),
        ...figures,
        textCell(item.optional ? '' : this.#share(values[0])),
      ],
      [undefined, ...(this.#params.details ? explained : []), formula, undefined],
    );
  }

  #itemCell(name: string, value: Ranged | undefined, column: BillColumn | undefined): Cell {
    const item = column?.bill.items.find((one) => one.name === name);
    if (value === undefined || item === undefined) return { text: absent };
    if (isKnown(value)) return this.#money(value);
    const why = `${item.label}: ${sentence(item.unpriced ?? 'no price is known')}`;
    return { ...this.#money(value), notes: [this.#notes.add(why)] };
  }

  #money(value: Ranged): Cell {
    return { text: moneyCell(value, this.#currency, 'bill'), value, unit: this.#unit };
  }

  #share(value: Ranged | undefined): string {
    const total = this.#columns[0]?.total.mid ?? Number.NaN;
    if (value === undefined || !isKnown(value) || Number.isNaN(total) || total === 0) return '';
    return percentText(value.mid / total);
  }

  /** Beside one another, a case that breaks a limit is no choice: the table says so. */
  #limits(): void {
    const broken = this.#columns.map(({ bill }) =>
      bill.limits.flatMap(({ state, label }) =>
        state === 'broken' ? [`breaks ${label}`] : state === 'partly' ? [`may break ${label}`] : [],
      ),
    );
    if (this.#isOne || broken.every((labels) => labels.length === 0)) return;
    const marks = broken.map(
      (labels): Cell =>
        labels.length === 0
          ? { text: '' }
          : { text: '✗', notes: labels.map((label) => this.#notes.add(`It ${label}.`)) },
    );
    this.#push('aside', [textCell('limits'), ...marks], []);
  }

  #push(kind: ReportRow['kind'], row: readonly Cell[], formulas: readonly (string | undefined)[]): void {
    this.#rows.push(cells(kind, ...row));
    const at = (column: number): Readonly<Record<string, string>> =>
      this.#columns[this.#isOne ? 0 : column - 1]?.at ?? {};
    this.#explained.push(
      formulas.map((formula, column) => (formula === undefined ? undefined : { formula, at: at(column) })),
    );
  }
}

const nothing: Ranged = { low: 0, mid: 0, high: 0 };
const blank = (n: number): readonly Cell[] => Array.from({ length: n }, () => ({ text: '' }));
const none = (n: number): readonly undefined[] => Array.from({ length: n }, () => undefined);
