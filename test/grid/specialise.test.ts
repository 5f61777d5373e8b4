// Pins tell tasks apart, however many axes a node has.

import { expect, test } from 'vitest';
import { Grid } from '../../src/grid/evaluate.ts';
import { interpreter } from '../../src/grid/interpret.ts';
import { basePlace } from '../../src/grid/layout.ts';
import { modelOf } from '../support/model.ts';

test('fifty levers and a sweep: each case is its own', () => {
  const levers = Array.from({ length: 50 }, (_, i) => `  l${i}: { x: base + ${2 ** i} }`);
  const values = Array.from({ length: 200 }, (_, i) => i + 1).join(', ');
  const { graph } = modelOf(
    `plan: t\ncurrency: EUR\ninputs: { x: 0, y: 1 }\nformulas: { z: x / 4 + y }\naxes: { s: { sweep: y, values: [${values}] } }\nlevers:\n${levers.join('\n')}\n`,
  );
  const node = graph.names.get('z')?.node ?? -1;
  const alone = interpreter(graph);
  const grid = new Grid(graph);
  const seen = new Set<number>();
  for (const on of [[], [0], [1], [49], [48, 49], [0, 49], [3, 30, 40]]) {
    for (const sweep of [0, 1, 199]) {
      const place = basePlace(graph).map((base, axis) => {
        const name = graph.axes[axis]?.name ?? '';
        if (name === 's') return sweep;
        return on.some((i) => name === `l${i}`) ? 1 : base;
      });
      const pins = new Map(
        place.flatMap((p, axis) => (graph.axes[axis]?.kind === 'lever' ? [[axis, p] as const] : [])),
      );
      expect(grid.pinnedTo(pins).value(node, place)).toBe(alone.value(node, place));
      seen.add(alone.value(node, place));
    }
  }
  expect(seen.size).toBe(21);
});
