// A plan with other names says the same: its expectations hold as before, in the plan and in the files beside it.
import { describe, expect, test } from 'vitest';
import { applyEdits, type Edit } from '../../src/editing/edit.ts';
import { checkPlan, planNames } from '../support/plans.ts';
import { planFiles, planSources, spotsIn } from './support.ts';

describe.each(planNames())('%s', (name) => {
  test('with other names here and there', () => {
    const source = planSources().find(({ file }) => file === `${name}.yaml`);
    if (source === undefined) throw new Error('no plan');
    const named = spotsIn(source).filter(({ path, node }) => {
      const depth = path[0] === 'axes' && node.kind === 'map' ? [2, 3] : [2];
      const sections = ['inputs', 'formulas', 'items', 'revenue', 'limits', 'budgets', 'axes', 'levers'];
      return sections.includes(String(path[0])) && depth.includes(path.length);
    });
    const points = new Set(['label', 'held', 'base', 'sweep', 'values']);
    const edits = named
      .filter(({ path }) => !points.has(String(path.at(-1))) && !String(path.at(-1)).startsWith('at '))
      // points before their axes, whose names lead to them
      .toSorted((a, b) => b.path.length - a.path.length)
      .filter((_, i, all) => i % Math.ceil(all.length / 8) === 0)
      .map(({ path }, i): Edit => ({ kind: 'rename', path, to: `renamed_${i}` }));
    const edited = applyEdits(source, edits, planFiles);
    if (!edited.ok) throw new Error(JSON.stringify(edited.diagnostics.map((d) => d.message)));
    const whole = [{ file: source.file, text: edited.text }, ...edited.beside].map(({ file, text }) => ({
      file: `plans/${file}`,
      from: planFiles.read(file)?.text ?? '',
      to: text,
    }));
    const [before, after] = [checkPlan(name), checkPlan(name, whole)];
    const outcomes = ({ summary }: typeof before): readonly string[] =>
      summary.results.map((r) => `${r.status} ${r.value.join(' ')}`);
    expect(outcomes(after)).toEqual(outcomes(before));
  });
});
