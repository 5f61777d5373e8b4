// What is earned and what is left of it: `revenue`, `margin` and `gross_margin`, in plans that sell something. In any other
// plan the words are free.

import type { Span } from '../diagnostics/source.ts';
import { numberOf } from '../formula/typed.ts';
import { one } from '../quantity/unit.ts';
import type { Builder } from './builder.ts';
import type { ItemTable } from './define-items.ts';
import type { GraphRevenue, NodeId } from './types.ts';

export function defineRevenue(builder: Builder, items: ItemTable): void {
  const heads = items.revenueHeads();
  const [first] = heads;
  if (first === undefined) return;
  const counted = heads.filter((head) => !head.optional).map((head) => `${head.name}.revenue`);
  const define = (
    name: string,
    label: string,
    needs: readonly string[],
    build: () => NodeId | undefined,
  ): void => {
    if (builder.definitions.has(name)) reportTaken(builder, name, first.span);
    else
      builder.definitions.add(name, undefined, needs, () => {
        const node = build();
        return node === undefined ? undefined : builder.name({ name, kind: 'total', label }, node);
      });
  };
  define('revenue', 'revenue', counted, () => {
    const parts = counted.flatMap((name) => nodeNamed(builder, name) ?? []);
    return builder.store.sum(parts, builder.moneyPerMonth);
  });
  define('margin', 'margin', ['revenue', 'total'], () => {
    const [earned, spent] = [nodeNamed(builder, 'revenue'), nodeNamed(builder, 'total')];
    return earned === undefined || spent === undefined
      ? undefined
      : builder.store.alike('sub', earned, spent);
  });
  define('gross_margin', 'gross margin', ['margin', 'revenue'], () => {
    const [left, earned] = [nodeNamed(builder, 'margin'), nodeNamed(builder, 'revenue')];
    if (left === undefined || earned === undefined) return undefined;
    const share = builder.store.apply('div', [left, earned], numberOf(one));
    return builder.inUnit(share, builder.units.lookup('%') ?? one);
  });
}

/** undefined where it is broken, which was reported. */
function nodeNamed(builder: Builder, name: string): NodeId | undefined {
  const resolved = builder.definitions.resolve(name, undefined);
  return resolved?.kind === 'node' ? resolved.node : undefined;
}

function reportTaken(builder: Builder, name: string, line: Span): void {
  const own = builder.definitions.spanOf(name);
  const marks = [
    ...(own === undefined ? [] : [{ span: own, label: 'this has the name' }]),
    { span: line, label: 'the plan has revenue' },
  ];
  const help = `where a plan has revenue, \`${name}\` is worked out from it; give this another name`;
  builder.out.error('E407', `\`${name}\` is the name of two things`, marks, help);
}

/** undefined where the plan sells nothing, or where a name was taken (reported). */
export function buildRevenue(builder: Builder, items: ItemTable): GraphRevenue | undefined {
  const lines = items.all('revenue').map((line) => line.graph);
  if (lines.length === 0 || builder.out.failed) return undefined;
  const [earned, margin, grossMargin] = [
    builder.nodeOf('revenue'),
    builder.nodeOf('margin'),
    builder.nodeOf('gross_margin'),
  ];
  return { lines, earned, margin, grossMargin };
}
