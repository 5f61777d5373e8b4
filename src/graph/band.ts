// The low, middle and high end of an uncertain number: what is shown where nothing is sampled. For an estimate of three points they
// are the points; for a distribution without ends, 5 % lie below the low end and 5 % above the high one.

import type { DistributionKind } from '../formula/distributions.ts';
import { numberOf } from '../formula/typed.ts';
import { one } from '../quantity/unit.ts';
import type { NodeStore } from './node-store.ts';
import type { NodeId } from './types.ts';

/** The standard normal distribution has 5 % above this. */
const upperFive = 1.6448536269514722;

export function bandOf(
  store: NodeStore,
  kind: DistributionKind,
  args: readonly NodeId[],
  band: number,
): readonly [NodeId, NodeId, NodeId] {
  const [a, b, c] = args as readonly [NodeId, NodeId, NodeId];
  const middle = (x: NodeId, y: NodeId): NodeId => store.scale(store.alike('add', x, y), 1, 2, store.unit(x));
  const times = (x: NodeId, factor: NodeId): NodeId => store.apply('mul', [x, factor], store.node(x).type);
  const pure = (value: number): NodeId => store.constant(value, one);
  const most = (operation: 'min' | 'max', all: readonly NodeId[]): NodeId =>
    all.reduce((x, y) => store.alike(operation, x, y));
  switch (kind) {
    case 'interval':
    case 'uniform':
      return [a, middle(a, b), b];
    case 'normal': {
      const way = times(b, pure(upperFive));
      return [store.alike('sub', a, way), a, store.alike('add', a, way)];
    }
    case 'lognormal': {
      const spread = times(b, pure(upperFive));
      const factor = store.apply('exp', [spread], numberOf(one));
      return [store.apply('div', [a, factor], store.node(a).type), a, times(a, factor)];
    }
    case 'triangular':
    case 'pert':
      return [a, b, c];
    case 'beta': {
      const mean = store.apply('div', [a, store.alike('add', a, b)], numberOf(one));
      return [pure(0), mean, pure(1)];
    }
    case 'choices': {
      const values = args.filter((_, i) => i % 2 === 0);
      const weights = args.filter((_, i) => i % 2 === 1);
      const weighted = values.map((v, i) => times(v, weights[i] ?? pure(1)));
      const sum = weighted.reduce((x, y) => store.alike('add', x, y));
      const all = weights.reduce((x, y) => store.alike('add', x, y));
      const mean = store.apply('div', [sum, all], store.node(a).type);
      return [most('min', values), mean, most('max', values)];
    }
    case 'measured': {
      const sum = args.reduce((x, y) => store.alike('add', x, y));
      const mean = store.scale(sum, 1, args.length, store.unit(a));
      return [most('min', args), mean, most('max', args)];
    }
    case 'truncated': {
      const at = (index: number): NodeId =>
        store.alike('max', b, store.alike('min', store.at(a, band, index), c));
      return [at(0), at(1), at(2)];
    }
  }
}
