// From text to plan: the drivers, prices and lines that were recognised, as a plan that can be checked at once and corrected by
// hand. What was not taken is said at its end.

import { grouped } from '../quantity/print-number.ts';
import { unitText } from '../quantity/unit.ts';
import { UnitTable } from '../quantity/unit-table.ts';
import { entryFacts, type Fact, tableFacts } from './claims/content/facts.ts';
import { type Grid, gridOf } from './claims/content/grid.ts';
import { currencyOf, type Entry, entriesOf } from './claims/content/ledger.ts';
import { readFigures } from './figures/read-figures.ts';
import { periodOf } from './judge/calendar.ts';
import { LineTable } from './lines.ts';
import { spanIn } from './passage.ts';
import { said } from './print.ts';
import type { Audit, Figure, Passage } from './types.ts';

interface Item {
  readonly name: string;
  readonly label: string;
  readonly price: string;
  readonly line: number;
}

interface Input {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly line: number;
}

export function draftOf(audit: Audit): string {
  return new Draft(audit).text();
}

class Draft {
  readonly #audit: Audit;
  readonly #lines: LineTable;
  readonly #names = new Set<string>(reserved);
  readonly #left: string[] = [];

  constructor(audit: Audit) {
    this.#audit = audit;
    this.#lines = new LineTable(audit.source.text);
  }

  text(): string {
    const { document, source } = this.#audit;
    const figuresOf = (passage: Passage): readonly Figure[] => readFigures(passage, document.notation);
    const grids = document.blocks.flatMap((b) => (b.kind === 'table' ? [gridOf(b, figuresOf)] : []));
    const entries = entriesOf(document.blocks, figuresOf);
    const bill = this.#bill(grids, entries);
    const currency = bill.currency === '' ? 'USD' : bill.currency;
    const inputs = this.#inputs(entries);
    const title = document.blocks.find((b) => b.kind === 'heading');
    const name = title?.kind === 'heading' ? title.passage.text : source.file;
    const out = [
      `# Drafted from ${oneLine(source.file).split(/[\\/]/).at(-1)}. Nothing here was checked by a person yet: correct it, give each price`,
      '# its source and date, and turn what follows from something else into formulas.',
      '',
      `plan: ${quoted(name)}`,
      `currency: ${currency}`,
    ];
    if (inputs.length > 0) out.push('', 'inputs:', ...inputs.flatMap(inputLines));
    out.push('', 'items:');
    out.push(...(bill.items.length === 0 ? ['  {}'] : bill.items.flatMap(itemLines)));
    if (bill.total !== undefined) {
      out.push('', 'expect:', `  - that: total`, `    is: ${bill.total.amount}`);
      out.push(`    source: ${quoted(`line ${bill.total.line} of the document`)}`);
    }
    out.push('', '# Left out:', ...this.#leftOut(bill));
    return `${out.join('\n')}\n`.replace('items:\n  {}', 'items: {}');
  }

  /** The table or list with a total that says most: its rows are the items. */
  #bill(grids: readonly Grid[], entries: readonly (Entry | undefined)[]): Bill {
    const facts = [...grids.flatMap((g, i) => tableFacts(g, i)), ...entryFacts(entries, grids.length)].filter(
      (f) => f.currency !== '',
    );
    const sources = new Map<number, Fact[]>();
    for (const fact of facts) {
      const list = sources.get(fact.source) ?? [];
      list.push(fact);
      sources.set(fact.source, list);
    }
    const groups = [...sources.values()].map((list) => oneColumn(list)).filter((g) => g.rows.length >= 2);
    const best = groups.reduce<Group | undefined>(
      (a, b) => (a === undefined || b.worth > a.worth ? b : a),
      undefined,
    );
    if (best === undefined) return { items: [], total: undefined, currency: '', rest: facts.length };
    const items = best.rows.flatMap((fact): Item[] => {
      const price = priceOf(fact);
      if (price === undefined) {
        this.#left.push(
          `line ${this.#line(fact.figure)}: ${fact.label}: ${said(fact.figure)} (no plain amount)`,
        );
        return [];
      }
      return [
        { name: this.#name(fact.label, 'item'), label: fact.label, price, line: this.#line(fact.figure) },
      ];
    });
    const { total } = best;
    // a total is expected only where it adds up, so that the draft begins with a clean check
    const holds = total !== undefined && items.length === best.rows.length && addsUp(best.rows, total);
    const amount = total === undefined ? undefined : priceOf(total);
    return {
      items,
      total:
        holds && amount !== undefined && total !== undefined
          ? { amount, line: this.#line(total.figure) }
          : undefined,
      currency: best.currency,
      rest: facts.length - best.rows.length,
    };
  }

  /** `Total users: 500,000` and the like: a label and one figure with a unit that Outlay knows. */
  #inputs(entries: readonly (Entry | undefined)[]): readonly Input[] {
    return entries.flatMap((entry): Input[] => {
      const figure = entry?.figures[0];
      if (entry === undefined || figure === undefined || currencyOf(figure) !== '') return [];
      if (!isDriver(figure, entry)) return [];
      const unit = unitText(figure.unit, true);
      const number = (n: number): string => grouped(String(n)).replaceAll(',', '_');
      const low = number(figure.low);
      const value = figure.low === figure.high ? low : `${low} to ${number(figure.high)}`;
      const label = entry.label;
      return [
        {
          name: this.#name(label, 'input'),
          label,
          value: `${value}${unit === '%' ? '%' : ` ${unit}`}`,
          line: this.#line(figure),
        },
      ];
    });
  }

  #line(figure: Figure): number {
    const span = spanIn(figure.passage, figure.start, figure.end);
    return this.#lines.lineOf(this.#audit.document.toSource(span.start));
  }

  /** A name that a plan can have, and no two alike. */
  #name(label: string, fallback: string): string {
    const plain = label
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/\([^)]*\)/g, '')
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^[_\d]+|_+$/g, '')
      .slice(0, 40)
      .replace(/_+$/, '');
    const base = plain === '' ? fallback : plain;
    let name = base;
    for (let i = 2; this.#names.has(name); i++) name = `${base}_${i}`;
    this.#names.add(name);
    return name;
  }

  #leftOut(bill: Bill): readonly string[] {
    const lines = this.#left.map((text) => `# - ${oneLine(text)}`);
    if (bill.rest > 0) lines.push(`# - ${bill.rest} further labelled amounts, in other tables and lists`);
    const findings = this.#audit.findings.map((f) => `# - line ${f.place.line}: ${oneLine(f.message)}`);
    if (findings.length > 0) lines.push('# What does not follow in the document:', ...findings);
    return lines.length === 0 ? ['# nothing'] : lines;
  }
}

function addsUp(rows: readonly Fact[], total: Fact): boolean {
  const sum = rows.reduce((n, f) => n + f.figure.high, 0);
  const single = [...rows, total].every((f) => f.figure.low === f.figure.high);
  return single && total.period !== '' && Math.abs(sum - total.figure.high) < total.figure.step / 2;
}

interface Bill {
  readonly items: readonly Item[];
  readonly total: { readonly amount: string; readonly line: number } | undefined;
  readonly currency: string;
  readonly rest: number;
}

interface Group {
  readonly rows: readonly Fact[];
  readonly total: Fact | undefined;
  readonly currency: string;
  readonly worth: number;
}

/** Of a table with a column for the month and one for the year, the month. */
function oneColumn(list: readonly Fact[]): Group {
  const currency = list[0]?.currency ?? '';
  const periods = [...new Set(list.map((f) => f.period))];
  const period = periods.includes('month') ? 'month' : (periods[0] ?? '');
  const own = list.filter((f) => f.period === period && f.currency === currency);
  const rows = own.filter((f) => f.kind === 'plain' && f.figure.high !== 0);
  const totals = own.filter((f) => f.kind === 'total');
  const total = totals.length === 1 ? totals[0] : undefined;
  return { rows, total, currency, worth: rows.length + (total === undefined ? 0 : 100) };
}

/** `120 USD/month`; an amount without a period counts for a month, as bills do. */
function priceOf({ figure, period, currency }: Fact): string | undefined {
  const own = periodOf(figure.unit);
  const unit = own !== '' ? own : period !== '' ? period : 'month';
  const plain = figure.unit.factors.every(
    (f) => f.atom.kind === 'currency' || f.atom.kind === 'calendar' || f.atom.kind === 'time',
  );
  if (
    !plain ||
    figure.perCount !== 1 ||
    figure.low < 0 ||
    !/^(?:month|year|hour|day|week|quarter)$/.test(unit)
  )
    return undefined;
  const value = figure.low === figure.high ? `${figure.low}` : `${figure.low} to ${figure.high}`;
  return `${value} ${currency}/${unit}`;
}

function isDriver(figure: Figure, entry: Entry): boolean {
  if (figure.bound !== 'none' || figure.name || figure.times || figure.perCount !== 1 || figure.low < 0)
    return false;
  const { factors } = figure.unit;
  if (factors.length === 0 || factors.length > 3 || entry.label === '' || entry.label.length > 60)
    return false;
  if (/[=×]/.test(entry.passage.text)) return false;
  if (!factors.some((f) => f.power > 0)) return false;
  return factors.every((f) => UnitTable.builtin.lookup(f.atom.name) !== undefined && Math.abs(f.power) === 1);
}

function inputLines({ name, label, value, line }: Input): readonly string[] {
  return [
    `  ${name}:`,
    `    value: ${value}`,
    `    label: ${quoted(label)}`,
    `    source: line ${line} of the document`,
  ];
}

function itemLines({ name, label, price, line }: Item): readonly string[] {
  return [
    `  ${name}:`,
    `    label: ${quoted(label)}`,
    `    price: ${price}`,
    `    source: line ${line} of the document`,
  ];
}

function quoted(text: string): string {
  return JSON.stringify(oneLine(text).slice(0, 120));
}

/** Comments and titles are one line, and hold nothing that a terminal obeys. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

/** Words that a plan keeps for itself. */
const reserved =
  'cost count quantity items limits budgets unknown unlimited total upfront feasible_total to in at over and or not if then else per base item group band month year true false yes no null low high mid sum min max mean user users'.split(
    ' ',
  );
