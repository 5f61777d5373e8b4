// How a value follows time: from year to year, and by its growth. `t` is the months since month 1.
//
//   compound   v (1 + g)^(t / period), t counted in whole steps where there are steps
//   line       v + (to − v) min(1, t / by)
//   logistic   limit / (1 + (limit / v − 1) (1 + g)^(−t / period)): grows by g at first, and towards the limit

import type { Expression } from '../formula/ast.ts';
import { condition, numberOf } from '../formula/typed.ts';
import { monthAxis } from '../plan/names.ts';
import type { Formula, Growth, Input } from '../plan/types.ts';
import { divide, one } from '../quantity/unit.ts';
import type { Builder } from './builder.ts';
import type { NodeId } from './types.ts';
import { textOf } from './world.ts';

/** How a value is written, with what it grows by: `40 agents, growing 2%/month`. */
export function writtenOver({ value, growth, years }: Input | Formula): string {
  const written = textOf(value);
  const then = years.map((y) => `${textOf(y.value)} from year ${y.year}`);
  const stepped = [written, ...then].join(', ');
  switch (growth?.kind) {
    case undefined:
      return stepped;
    case 'rate': {
      const every = growth.every === undefined ? '' : ` every ${textOf(growth.every)}`;
      return `${stepped}, growing ${textOf(growth.rate)}${every}`;
    }
    case 'line':
      return `${stepped}, to ${textOf(growth.to)} in ${textOf(growth.by)}`;
    case 'logistic':
      return `${stepped}, growing ${textOf(growth.rate)} towards ${textOf(growth.limit)}`;
  }
}

/** The formulas that a growth mentions. */
export function growthParts(growth: Growth | undefined): readonly Expression[] {
  switch (growth?.kind) {
    case undefined:
      return [];
    case 'rate':
      return growth.every === undefined ? [growth.rate] : [growth.rate, growth.every];
    case 'line':
      return [growth.to, growth.by];
    case 'logistic':
      return [growth.limit, growth.rate];
  }
}

/** The value over the months of the horizon, from what it is in month 1; undefined after an error. */
export function overTime(builder: Builder, value: Input | Formula, start: NodeId): NodeId | undefined {
  const { growth, years } = value;
  if (growth === undefined && years.length === 0) return start;
  const month = builder.axes.findIndex((axis) => axis.kind === 'time' && axis.name === monthAxis);
  if (month < 0) {
    const span = growth?.span ?? years[0]?.span ?? value.span;
    const help = 'say how long is looked ahead: `horizon: 60 months`';
    builder.out.error(
      'E105',
      `\`${value.name}\` follows time, and the plan has none`,
      [{ span, label: '' }],
      help,
    );
    return undefined;
  }
  const yearly = years.length === 0 ? start : byYear(builder, value, start, month);
  if (yearly === undefined || growth === undefined) return yearly;
  return grown(builder, growth, yearly);
}

function byYear(
  builder: Builder,
  { years }: Input | Formula,
  start: NodeId,
  month: number,
): NodeId | undefined {
  const { store } = builder;
  const unit = store.unit(start);
  const later = years.map(({ year, value, span }) => {
    const plain = value.kind === 'number' && value.unit.factors.length === 0;
    // 80 beside `47 agents` is 80 agents
    const node = plain
      ? store.constant(value.value, unit)
      : builder.formula(value, { base: start, unit, unitSpan: span });
    return { from: (year - 1) * 12, node };
  });
  if (later.some(({ node }) => node === undefined)) return undefined;
  const points = builder.axes[month]?.points ?? [];
  return store.select(
    month,
    points.map((_, m) => later.findLast(({ from }) => from <= m)?.node ?? start),
  );
}

function grown(builder: Builder, growth: Growth, start: NodeId): NodeId | undefined {
  const { store } = builder;
  const type = store.node(start).type;
  const pure = numberOf(one);
  const elapsed = store.scale(builder.nodeOf('elapsed'), 1, 1, one);
  const single = store.constant(1, one);
  const times = (factor: NodeId): NodeId => store.apply('mul', [start, factor], type);
  switch (growth.kind) {
    case 'rate': {
      const rate = rateOf(builder, growth.rate);
      if (rate === undefined) return undefined;
      const step = growth.every === undefined ? undefined : monthsIn(builder, growth.every);
      if (growth.every !== undefined && step === undefined) return undefined;
      const passed =
        step === undefined
          ? elapsed
          : store.apply('mul', [store.apply('floor', [store.divide(elapsed, step)], pure), step], pure);
      return times(compound(builder, rate, passed));
    }
    case 'line': {
      const to = builder.formula(growth.to, { unit: store.unit(start), unitSpan: growth.to.span });
      const by = monthsIn(builder, growth.by);
      if (to === undefined || by === undefined) return undefined;
      const share = store.alike('min', single, store.divide(elapsed, by));
      const way = store.alike('sub', to, start);
      return store.alike('add', start, store.apply('mul', [way, share], type));
    }
    case 'logistic': {
      const limit = builder.formula(growth.limit, { unit: store.unit(start), unitSpan: growth.limit.span });
      const rate = rateOf(builder, growth.rate);
      if (limit === undefined || rate === undefined) return undefined;
      const room = store.alike('sub', store.apply('div', [limit, start], pure), single);
      const shrunk = store.apply('div', [room, compound(builder, rate, elapsed)], pure);
      const grownTo = store.apply('div', [limit, store.alike('add', single, shrunk)], type);
      // nothing grows from nothing
      const none = store.apply('eq', [start, store.constant(0, store.unit(start))], condition);
      return store.choose(none, start, grownTo);
    }
  }
}

interface Rate {
  /** A pure number. */
  readonly share: NodeId;
  /** Months after which it has grown by the share. */
  readonly period: number;
}

function compound({ store }: Builder, { share, period }: Rate, months: NodeId): NodeId {
  const pure = numberOf(one);
  const base = store.alike('add', store.constant(1, one), share);
  return store.apply('pow', [base, store.scale(months, 1, period, one)], pure);
}

/** `5%/month` or `20%/year`. */
export function rateOf(builder: Builder, e: Expression): Rate | undefined {
  const node = builder.formula(e);
  if (node === undefined) return undefined;
  const { store, plan } = builder;
  const unit = store.unit(node);
  for (const [name, period] of [
    ['month', 1],
    ['year', 12],
  ] as const) {
    const per = plan.units.lookup(name);
    if (per === undefined || !unit.factors.some((f) => f.atom.name === name && f.power === -1)) continue;
    const share = builder.inUnit(node, divide(one, per));
    if (share !== undefined) return { share: store.scale(share, 1, 1, one), period };
  }
  const help = 'a share per month or per year: `5%/month`, `20%/year`';
  builder.out.error('E301', 'this is no rate of growth', [{ span: e.span, label: '' }], help);
  return undefined;
}

function monthsIn(builder: Builder, e: Expression): NodeId | undefined {
  const month = builder.plan.units.lookup('month');
  const node = month === undefined ? undefined : builder.formula(e, { unit: month, unitSpan: e.span });
  return node === undefined ? undefined : builder.store.scale(node, 1, 1, one);
}
