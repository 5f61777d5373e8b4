// Which inputs can move a figure at a place: only what is computed there, in other places that it looks at, and in months before.

import { expect, test } from 'vitest';
import { placeOf, readPins } from '../../src/analysis/cases.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { reachedFrom } from '../../src/grid/needed.ts';
import { modelOf, nodeFor } from '../support/model.ts';

const model = modelOf(`plan: P
currency: EUR
horizon: 12 months
inputs:
  here: 1 EUR/month
  there: 2 EUR/month
  later: 3 EUR/month
  piece: 4 EUR
  needless: 5 EUR/month
items:
  app: { price: here }
  box: { buy: piece, life: 12 months }
axes:
  host: { near: {}, far: { app.price: there } }
timeline:
  7: { app.price: base + later }
formulas:
  gap: (app.cost at host=far) - app.cost
`);

function reached(formula: string, at: string): readonly string[] {
  const out = new Diagnostics();
  const place = placeOf(model.graph, readPins(model.graph, [at], out));
  const found = reachedFrom(model.graph, [{ id: nodeFor(model, formula), place }]);
  return [...model.graph.names.values()]
    .filter((named) => named.kind === 'input' && found.has(named.node))
    .map((named) => named.name);
}

test.each([
  ['app.cost', 'host=near', ['here']],
  ['app.cost', 'host=far', ['there']],
  ['app.cost', 'host=near,month=7', ['here', 'later']],
  ['box.cost', 'month=5', ['piece']],
  ['gap', 'host=near', ['here', 'there']],
  ['sum(app.cost over month)', 'host=near', ['here', 'later']],
  ['tco', 'host=far', ['there', 'later', 'piece']],
])('%s at %s', (formula, at, inputs) => {
  expect(reached(formula, at)).toEqual(inputs);
});
