// The builder's core: units, names, conversions and the catalog, as formulas and their lowering need them. What a plan says is
// defined by the files beside it (values, items, totals).

import type { Catalog } from '../catalog/catalog.ts';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import { type Expression, namesIn } from '../formula/ast.ts';
import type { DistributionKind } from '../formula/distributions.ts';
import { inferFormula } from '../formula/infer.ts';
import { bandAxis, bandPoints } from '../formula/infer-calls.ts';
import type { AxisShape, Scope } from '../formula/scope.ts';
import { broken, type CatalogQuestion, numberOf, type Type, type Typed } from '../formula/typed.ts';
import { convertTo } from '../formula/unify.ts';
import { monthAxis, yearAxis } from '../plan/names.ts';
import type { Plan } from '../plan/types.ts';
import { type CalendarFactor, convert } from '../quantity/convert.ts';
import { divide, one, sameUnit, type Unit } from '../quantity/unit.ts';
import { currencyUnit, type UnitTable } from '../quantity/unit-table.ts';
import { bandOf } from './band.ts';
import { askCatalog } from './catalog-questions.ts';
import { Definitions } from './definitions.ts';
import { applyStep, type Ground, lower } from './lower.ts';
import { NodeStore } from './node-store.ts';
import { calendarNode, exchangeNode, exchangePath } from './rates.ts';
import type { GraphAxis, Named, NodeId } from './types.ts';
import { withBase, withBaseNode } from './with-base.ts';
import { type FormulaWishes, type NewName, textOf, type World } from './world.ts';

/** One object that formulas look names up in, that lowering asks for nodes, and that the parts of the builder add to. */
export class Builder implements Scope, Ground, World {
  readonly plan: Plan;
  readonly catalog: Catalog;
  readonly store = new NodeStore();
  readonly axes: readonly GraphAxis[];
  readonly money: Unit;
  readonly moneyPerMonth: Unit;
  out: Diagnostics;
  readonly definitions: Definitions;
  readonly #names = new Map<string, Named>();
  readonly #groups = new Map<string, readonly string[]>();
  readonly #lowered = new Map<Expression, NodeId | undefined>();
  readonly #missing = new Set<string>();
  readonly #catalogAnswers = new Map<string, NodeId>();
  /** What the formulas that are built belong to; the text of the formula itself where that is undefined. */
  #drawing: string | undefined = undefined;
  /** Whose uncertain numbers are being made, and how many of them there are. */
  #owner = '';
  #draws = 0;

  constructor(plan: Plan, catalog: Catalog, out: Diagnostics) {
    this.plan = plan;
    this.catalog = catalog;
    this.out = out;
    this.definitions = new Definitions(out);
    this.axes = graphAxes(plan);
    this.money = currencyUnit(plan.currency) ?? one;
    this.moneyPerMonth = divide(this.money, plan.units.lookup('month') ?? one);
  }

  /** Runs with errors going somewhere else: a question's mistakes are not the plan's. */
  reportingTo<T>(out: Diagnostics, run: () => T): T {
    const before = this.out;
    this.out = out;
    const result = run();
    this.out = before;
    return result;
  }

  // --- World

  formula(e: Expression, wishes: FormulaWishes = {}): NodeId | undefined {
    const plain = wishes.base === undefined && wishes.unit === undefined;
    if (plain && this.#lowered.has(e)) return this.#lowered.get(e);
    const scope = wishes.base === undefined ? this : withBase(this, this.store.node(wishes.base).type);
    let typed = inferFormula(e, scope, this.out);
    if (wishes.unit !== undefined && typed.type.kind === 'number') {
      typed = convertTo(typed, wishes.unit, wishes.unitSpan ?? e.span, { scope, out: this.out });
    }
    const node = this.#withOwner(e, () => this.#lower(typed, wishes.base));
    if (plain) this.#lowered.set(e, node);
    return node;
  }

  #lower(typed: Typed, base: NodeId | undefined): NodeId | undefined {
    if (typed.type.kind === 'text') {
      const help = 'text stands only as the name of a product or of a point of an axis';
      this.out.error('E303', 'text is no value', [{ span: typed.span, label: 'this is text' }], help);
      return undefined;
    }
    if (typed.type.kind === 'broken') return undefined;
    const ground: Ground = base === undefined ? this : withBaseNode(this, base);
    return lower(typed, ground);
  }

  inUnit(node: NodeId, unit: Unit): NodeId | undefined {
    const from = this.store.unit(node);
    if (sameUnit(from, unit)) return node;
    const found = convert(from, unit);
    if (!found.ok || !found.steps.every((step) => this.#available(step))) return undefined;
    if (found.steps.length === 0) return this.store.scale(node, 1, 1, unit);
    return found.steps.reduce((id, step) => applyStep(id, step, unit, this), node);
  }

  /** Says which rate or calendar factor is missing, where that is all that stands between two units. */
  reportMissing(from: Unit, to: Unit, span: Span): boolean {
    if (!convert(from, to).ok) return false;
    // one rate or factor that is missing concerns every price in that unit: once is enough
    const pair = `${from.key} > ${to.key}`;
    if (this.#missing.has(pair)) return true;
    this.#missing.add(pair);
    const value: Typed = { op: 'number', value: 1, type: numberOf(from), span };
    convertTo(value, to, span, { scope: this, out: this.out });
    return true;
  }

  #available(step: { kind: string; factor?: CalendarFactor; from?: string; to?: string }): boolean {
    if (step.factor !== undefined) return this.hasCalendar(step.factor);
    return step.from === undefined || step.to === undefined || this.canExchange(step.from, step.to);
  }

  name(named: NewName, node: NodeId): NodeId {
    const id = this.store.named(named.name, node);
    // an inline price may be another in every option: each keeps an entry of its own
    let key = named.name;
    for (let n = 2; this.#names.has(key) && this.#names.get(key)?.node !== id; n++)
      key = `${named.name} (${n})`;
    this.#names.set(key, { ...nameless, ...named, node: id });
    return id;
  }

  get named(): ReadonlyMap<string, Named> {
    return this.#names;
  }

  // --- Scope

  get units(): UnitTable {
    return this.plan.units;
  }

  typeOf(name: string, span: Span): Type | undefined {
    if (name === 'base') {
      const help = '`base` is the value that an override replaces; it stands only in an override';
      this.out.error(
        'E409',
        'there is nothing here that `base` could stand for',
        [{ span, label: '' }],
        help,
      );
      return broken;
    }
    const resolved = this.drawing(undefined, () => this.definitions.resolve(name, span));
    if (resolved === undefined) return undefined;
    return resolved.kind === 'broken' ? broken : this.store.node(resolved.node).type;
  }

  names(): Iterable<string> {
    return this.definitions.names();
  }

  axis(name: string): AxisShape | undefined {
    const found = this.axes.find((a) => a.name === name);
    if (found === undefined) return undefined;
    const points = found.points.map((p) => p.name);
    const isMonths = found.kind === 'time' && name === monthAxis;
    return {
      name,
      points,
      step: isMonths ? this.plan.units.lookup('month') : undefined,
      parts: isMonths && points.length > 12 ? { of: yearAxis, stretches: yearsOf(points.length) } : undefined,
    };
  }

  axisNames(): Iterable<string> {
    return this.axes.map((a) => a.name);
  }

  /** The plan's items by group; `items` for all. Optional items are in none. */
  setGroups(groups: ReadonlyMap<string, readonly string[]>): void {
    for (const [group, items] of groups) this.#groups.set(group, items);
  }

  itemsOf(group: string): readonly string[] | undefined {
    return this.#groups.get(group);
  }

  canExchange(from: string, to: string): boolean {
    return exchangePath(this.plan, from, to) !== undefined;
  }

  hasCalendar(factor: CalendarFactor): boolean {
    return this.plan.calendar[factor] !== undefined;
  }

  catalogType(
    question: CatalogQuestion,
    path: string,
    attribute: string,
    arg: Typed | undefined,
    span: Span,
    attributeSpan: Span,
  ): Type {
    const quantity = arg === undefined ? undefined : lower(arg, this);
    const node = askCatalog(this, question, path, attribute, quantity, attributeSpan, span);
    if (node === undefined) return broken;
    this.#catalogAnswers.set(`${question} ${path} ${attribute} ${quantity}`, node);
    return this.store.node(node).type;
  }

  // --- Ground

  nodeOf(name: string): NodeId {
    const resolved = this.drawing(undefined, () => this.definitions.resolve(name, undefined));
    if (resolved?.kind !== 'node') throw new Error(`${name} was checked and has no node`);
    return resolved.node;
  }

  axisIndex(name: string): number {
    return this.axes.findIndex((a) => a.name === name);
  }

  calendar(factor: CalendarFactor): NodeId {
    return calendarNode(this, factor);
  }

  exchange(from: string, to: string): NodeId {
    return exchangeNode(this, from, to);
  }

  range(low: NodeId, high: NodeId): NodeId {
    return this.draw('interval', [low, high]);
  }

  draw(kind: DistributionKind, args: readonly NodeId[]): NodeId {
    const band = this.axisIndex(bandAxis);
    const [first, second] = args;
    // between two equal ends nothing is uncertain
    if ((kind === 'interval' || kind === 'uniform') && first !== undefined && first === second) return first;
    const value = this.store.select(band, bandOf(this.store, kind, args, band));
    return this.store.draw(this.#nameOfDraw(kind, first), kind, [value, ...args]);
  }

  #nameOfDraw(kind: DistributionKind, first: NodeId | undefined): string {
    // what is cut is drawn in place of the whole, which then is only a parameter
    const whole = kind === 'truncated' && first !== undefined ? this.store.node(first).op : undefined;
    if (whole?.kind === 'draw') return whole.name;
    this.#draws += 1;
    return this.#draws === 1 ? this.#owner : `${this.#owner} (${this.#draws})`;
  }

  drawing<T>(name: string | undefined, run: () => T): T {
    const before = this.#drawing;
    this.#drawing = name;
    const result = run();
    this.#drawing = before;
    return result;
  }

  /** Numbers the uncertain ones of one formula; what changes a value that is uncertain itself is another number. */
  #withOwner<T>(e: Expression, run: () => T): T {
    const before = [this.#owner, this.#draws] as const;
    const name = this.#drawing ?? textOf(e);
    [this.#owner, this.#draws] = [namesIn(e).includes('base') ? `${name} change` : name, 0];
    const result = run();
    [this.#owner, this.#draws] = before;
    return result;
  }

  checkPoint(node: NodeId, axis: number, span: Span): void {
    const { axes } = this.store.node(node);
    const month = this.axisIndex(monthAxis);
    if (this.axes[axis]?.kind !== 'time' || axis === month || axes.includes(axis) || !axes.includes(month))
      return;
    const help =
      '`sum(… over month by year) at year=2` adds a year up, and `… at month=13` is the first month of year 2';
    this.out.error('E405', 'this differs by month, not by year', [{ span, label: '' }], help);
  }

  catalogAnswer(typed: Typed & { op: 'catalog' }, arg: NodeId | undefined): NodeId {
    const node = this.#catalogAnswers.get(`${typed.question} ${typed.path} ${typed.attribute} ${arg}`);
    if (node === undefined) throw new Error(`${typed.path} was checked and has no answer`);
    return node;
  }
}

const nameless = {
  note: undefined,
  span: undefined,
  formula: undefined,
  provenance: undefined,
  start: undefined,
};

/** The months of each year; the last may have fewer. */
function yearsOf(months: number): readonly (readonly [number, number])[] {
  return Array.from({ length: Math.ceil(months / 12) }, (_, year) => {
    return [year * 12, Math.min(months, year * 12 + 12) - 1] as const;
  });
}

function graphAxes(plan: Plan): readonly GraphAxis[] {
  const own = plan.axes.map(
    (axis): GraphAxis => ({
      name: axis.name,
      label: axis.label ?? axis.name,
      kind: axis.kind,
      asserted: axis.asserted,
      held: axis.held,
      base: axis.base,
      points: axis.points.map((p) => ({ name: p.name, label: p.label ?? p.name, note: p.note })),
    }),
  );
  const points = bandPoints.map((name) => ({ name, label: name, note: undefined }));
  return [
    ...own,
    { name: bandAxis, label: 'range', kind: 'band', asserted: false, held: false, base: 1, points },
  ];
}
