// The names that a horizon gives: how far along it is, what was spent so far, and what all of it comes to.
//
//   tco = Σ effective = Σ cash − end_value, each item over the months first: what one item follows, no other sum does
//   present_value = Σ cash(m) / (1 + d)^(t / 12) − end_value / (1 + d)^(months / 12), cash at the start of each month

import type { Span } from '../diagnostics/source.ts';
import { numberOf } from '../formula/typed.ts';
import { monthAxis, timeNames } from '../plan/names.ts';
import { one } from '../quantity/unit.ts';
import type { Builder } from './builder.ts';
import { nodesOf, partsOf } from './define-totals.ts';
import { rateOf } from './over-time.ts';
import type { NodeId } from './types.ts';

/** What the horizon means by a name, nothing else may be called; `groups` are those of the items. */
export function reportTakenNames(
  builder: Builder,
  groups: readonly { readonly name: string; readonly span: Span }[],
): void {
  const { horizon } = builder.plan;
  if (horizon === undefined) return;
  for (const name of timeNames) {
    const span = builder.definitions.spanOf(name) ?? groups.find((g) => g.name === name)?.span;
    if (span === undefined) continue;
    const marks = [
      { span, label: '' },
      { span: horizon.span, label: `gives \`${name}\` a meaning of its own` },
    ];
    builder.out.error('E407', `two things are called \`${name}\``, marks, 'give yours another name');
  }
}

export function defineTime(builder: Builder): void {
  const { horizon, units } = builder.plan;
  const axis = builder.axes.findIndex((a) => a.kind === 'time' && a.name === monthAxis);
  const month = units.lookup('month');
  if (horizon === undefined || axis < 0 || month === undefined) return;
  const { store, money, moneyPerMonth, definitions } = builder;
  const pure = numberOf(one);

  const define = (
    name: string,
    label: string,
    needs: readonly string[],
    build: () => NodeId | undefined,
  ): void =>
    definitions.add(name, undefined, needs, () => {
      const node = build();
      return node === undefined ? undefined : builder.name({ name, kind: 'total', label }, node);
    });
  const isSomething = (node: NodeId): boolean => {
    const { op } = store.node(store.node(node).args[0] ?? node);
    return op.kind !== 'const' || op.value !== 0;
  };
  const monthsSince = (node: NodeId): NodeId => store.scale(node, 1, 1, one);
  const sum = (perMonth: NodeId): NodeId =>
    store.scale(store.reduce('sum', perMonth, axis, numberOf(moneyPerMonth)), 1, 1, money);

  define('elapsed', 'months since the start', [], () =>
    store.select(
      axis,
      Array.from({ length: horizon.months }, (_, m) => store.constant(m, month)),
    ),
  );
  define('spent', 'cash until the end of the month', ['cash'], () =>
    store.scale(store.along('running', [builder.nodeOf('cash')], axis, numberOf(moneyPerMonth)), 1, 1, money),
  );
  define('tco', 'total cost of ownership', partsOf(builder, 'items', 'tco'), () =>
    store.sum(nodesOf(builder, 'items', 'tco'), money),
  );
  define('end_value', 'worth or paid in advance at the end', partsOf(builder, 'items', 'end_value'), () =>
    store.sum(nodesOf(builder, 'items', 'end_value').filter(isSomething), money),
  );
  define('present_value', 'present value of all cash', ['cash', 'end_value', 'elapsed'], () => {
    if (horizon.discount === undefined) return builder.nodeOf('tco');
    const rate = rateOf(builder, horizon.discount);
    if (rate === undefined) return undefined;
    const growth = store.alike('add', store.constant(1, one), rate.share);
    const after = (months: NodeId): NodeId =>
      store.apply('pow', [growth, store.scale(months, 1, rate.period, one)], pure);
    const cash = store.apply(
      'div',
      [builder.nodeOf('cash'), after(monthsSince(builder.nodeOf('elapsed')))],
      numberOf(moneyPerMonth),
    );
    const atEnd = after(store.constant(horizon.months, one));
    const left = store.apply('div', [builder.nodeOf('end_value'), atEnd], numberOf(money));
    return store.alike('sub', sum(cash), left);
  });
}
