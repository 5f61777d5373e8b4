// Every question asked of the worked examples after a move has the answer that it has of the plan loaded with what is set: the
// grid, the interpreter, tapes, samples and a spreadsheet all see the number that moved.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { numericInputs, today } from '../../src/analysis/moved-input.ts';
import { interpreter } from '../../src/grid/interpret.ts';
import { basePlace } from '../../src/grid/layout.ts';
import {
  bill,
  check,
  explain,
  levers,
  limits,
  loadPlan,
  margins,
  moved,
  type PlanModel,
  recommend,
  renderDiagnostics,
  risk,
  sensitivity,
} from '../../src/index.ts';
import { unitText } from '../../src/quantity/unit.ts';
import { PackagedVendors } from '../../src/service/vendor-files.ts';
import { Spreadsheet } from '../support/spreadsheet.ts';
import { differences, entryOf, sameFigure, totalsOf, totalsWith, workbookOf } from '../support/workbook.ts';

const folder = new URL('../../plans/', import.meta.url);

function load(name: string, set: readonly string[] = []): PlanModel {
  const read = (file: string) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') });
  const { model, diagnostics } = loadPlan(read(`${name}.yaml`), {
    vendors: new PackagedVendors(),
    files: { read },
    set,
  });
  if (model === undefined) throw new Error(renderDiagnostics(diagnostics));
  return model;
}

/** So many inputs, spread over the plan, each set to something else than it is. */
function settingsOf({ graph }: PlanModel, count: number): readonly (readonly [string, string])[] {
  const rest = interpreter(graph);
  const all = numericInputs(graph).flatMap(({ name, node, unit }) => {
    const now = today(graph, rest, node, basePlace(graph)).mid;
    const value = Number.isFinite(now) ? Math.round(now * 1.2 * 64) / 64 : 3;
    return [[name, `${value} ${unitText(unit)}`.trim()] as const];
  });
  const step = Math.max(1, Math.floor(all.length / count));
  return all.filter((_, i) => i % step === 0).slice(0, count);
}

/** Without the numbers of nodes, which depend on what was built before them. */
function plainly(answer: unknown): unknown {
  return answer === undefined
    ? undefined
    : JSON.parse(
        JSON.stringify(answer, (key, value: unknown) =>
          key === 'node' || key === 'price' ? undefined : typeof value === 'number' ? String(value) : value,
        ),
      );
}

const questions: Readonly<Record<string, (model: PlanModel, by: string) => unknown>> = {
  bill: (model) => bill(model),
  limits: (model) => limits(model),
  check: (model) => check(model),
  explain: (model) => explain(model),
  sensitivity: (model) => sensitivity(model),
  risk: (model) => risk(model, 'total', { samples: 512 }),
  recommend: (model, by) => recommend(model, { by }),
  levers: (model) => (model.graph.axes.some(({ kind }) => kind === 'lever') ? levers(model) : undefined),
  margins: (model) => (model.graph.revenue === undefined ? undefined : margins(model)),
};

/** The one with eleven options at three sizes would take minutes for all of it. */
const costly: ReadonlySet<string> = new Set(['recommend', 'levers']);

describe.each(['billion', 'debt-dashboard', 'flexiyo', 'kec18', 'loomworks'])('%s', (name) => {
  const base = load(name);
  const settings = settingsOf(base, 4);
  const by = base.graph.axes.find(({ kind }) => kind === 'options')?.name ?? '';
  const asked = Object.entries(questions).filter(
    ([question]) => name !== 'debt-dashboard' || !costly.has(question),
  );
  const together = settings.reduce((model, [input, value]) => {
    // so that there is something to keep
    bill(model);
    risk(model, 'total', { samples: 512 });
    return moved(model, { [input]: value });
  }, base);
  const anew = load(
    name,
    settings.map((setting) => setting.join('=')),
  );

  test.each(asked)('%s', (_, answer) => {
    expect(plainly(answer(together, by))).toEqual(plainly(answer(anew, by)));
  });

  test('a spreadsheet, in which what has moved can be moved on', () => {
    const workbook = workbookOf(together.graph);
    expect(differences(workbook)).toEqual([]);
    for (const [i, [input]] of settings.entries()) {
      const sheet = new Spreadsheet(workbook);
      const { sheet: where, row, column } = entryOf(workbook, input);
      sheet.enter(where, row, column, 3 + i);
      const wanted = totalsWith(together.graph, moved(together, { [input]: 3 + i }).graph);
      const found = totalsOf(workbook, (...at) => sheet.value(...at));
      expect(wanted.map(({ mid }, c) => sameFigure(found[c]?.mid ?? Number.NaN, mid))).not.toContain(false);
    }
  });
});
