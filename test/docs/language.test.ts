// docs/language.md and docs/sizing.md: every example is run.
//
// A ```yaml block is a plan, or a part of one that gets a title and a currency here; it must give no diagnostics. A ```formula
// block has lines `formula = what it gives`, asked of the last plan above it in the same section.

import { describe, expect, test } from 'vitest';
import type { Model } from '../../src/graph/build.ts';
import { printQuantity } from '../../src/quantity/print-quantity.ts';
import { type Fence, fencesIn, readPage, refilled, updating, writePage } from './fences.ts';
import { generated } from './generated.ts';
import { ask, brokenPromises, tryPlan } from './plans.ts';

test('the tables of docs/language.md are what tools/docs/language.mjs writes', () => {
  expect(generated('language')).toBe('');
});

describe.each(['language.md', 'sizing.md'])('the examples of docs/%s', (path) => {
  const page = readPage(path);
  const beside = new Map<string, string>();
  const answers = new Map<Fence, string>();
  let model = modelOf('');
  let section = '';

  for (const fence of fencesIn(page)) {
    const here = [...page.slice(0, fence.start).matchAll(/^## (.*)$/gm)].at(-1)?.[1] ?? '';
    if (here !== section) {
      section = here;
      model = modelOf('');
    }
    const { language, words, body, line } = fence;
    if ((language === 'yaml' || language === 'csv') && words !== '') {
      beside.set(words, body);
    } else if (language === 'yaml') {
      const { model: built, text } = tryPlan(wholePlan(body), beside);
      model = built;
      test(`line ${line}: a plan`, () => {
        expect(text).toBe('');
        expect(brokenPromises(built)).toEqual([]);
      });
    } else if (language === 'formula') {
      const asked = model;
      test(`line ${line}: formulas`, () => {
        const answer = answered(body, asked);
        answers.set(fence, answer);
        if (!updating) expect(body).toBe(answer);
      });
    } else {
      throw new Error(`line ${line}: nobody tries this block`);
    }
  }

  if (!updating) return;
  test('are written into the page', () => {
    // the tables may have been written since
    const now = readPage(path);
    const fences = fencesIn(now);
    const fresh = [...answers].flatMap(([old, body]): [Fence, string][] => {
      const found = fences.find((f) => f.heading === old.heading && f.body === old.body);
      return found === undefined ? [] : [[found, body]];
    });
    writePage(path, refilled(now, new Map(fresh)));
  });
});

function wholePlan(part: string): string {
  const title = /^plan:/m.test(part) ? '' : 'plan: an example\n';
  const currency = /^currency:/m.test(part) ? '' : 'currency: EUR\n';
  return title + currency + part;
}

function modelOf(part: string): Model | undefined {
  return tryPlan(wholePlan(part)).model;
}

/** The same lines with what each formula gives now. */
function answered(body: string, model: Model | undefined): string {
  if (model === undefined) throw new Error('the plan above has errors');
  const lines = body.trimEnd().split('\n');
  const formulas = lines.map((line) => (/^(.*) = (?!=)/.exec(line)?.[1] ?? line).trimEnd());
  const width = Math.max(...formulas.map((f) => f.length));
  return lines
    .map((_, i) => `${(formulas[i] ?? '').padEnd(width)} = ${answer(formulas[i] ?? '', model)}\n`)
    .join('');
}

function answer(formula: string, model: Model): string {
  const { type, value } = ask(model, formula);
  if (type.kind === 'number') return printQuantity(value, type.unit);
  if (Number.isNaN(value)) return 'unknown';
  if (type.kind === 'point')
    return `"${model.graph.axes.find((a) => a.name === type.axis)?.points[value]?.name}"`;
  return value === 1 ? 'true' : 'false';
}
