// The plans of the seed documents against their golden files: every statement that carries a number is expected in the
// plan, every wrong one is disputed there, and what the engine computes is what was recomputed by hand.

import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CheckResult } from '../../src/analysis/check.ts';
import { currencyOf, dimensionsOf, scaleOf } from '../../src/quantity/unit.ts';
import {
  belongsTo,
  type GoldenAnalysis,
  type GoldenFigure,
  keyOf,
  readGolden,
  sameFigure,
  sameMoney,
  tell,
} from '../support/golden.ts';
import { type CheckedPlan, checkPlan, type Edit, planNames, writtenExpectations } from '../support/plans.ts';
import { describeWithShared } from '../support/shared.ts';

describeWithShared(
  'golden files',
  (folder) => {
    for (const name of ['kec18', 'loomworks', 'flexiyo', 'billion', 'debt-dashboard']) goldenSuite(name, join(folder, `${name}.yaml`));
  },
  'golden',
);

function goldenSuite(name: string, file: string): void {
  describe(name, () => {
    const golden = readGolden(file);
    let checked: CheckedPlan;
    let results: readonly CheckResult[];

    beforeAll(() => {
      checked = checkPlan(name);
      results = checked.summary.results;
      tell(`golden ${name}: ${counts(golden, checked)}`, [
        ...onlyOpen(golden, checked),
        ...notCarried(golden, results),
      ]);
    });

    test('every right statement with a number is expected', () => {
      const missing = golden.filter(
        (a) => isRight(a) && hasFigures(a) && !results.some((r) => belongsTo(r.id, a)),
      );
      expect(missing.map((a) => a.id)).toEqual([]);
    });

    test('every wrong statement is disputed', () => {
      const disputed = results.filter((r) => r.status === 'disputed');
      const missing = golden.filter(
        (a) => a.verdict === 'inconsistent' && !disputed.some((r) => belongsTo(r.id, a)),
      );
      expect(missing.map((a) => a.id)).toEqual([]);
    });

    test('every statement that nothing decides is open or answered', () => {
      const open = checked.graph.plan.open.map((o) => o.source ?? '');
      const missing = golden.filter(
        (a) =>
          a.verdict === 'not_computable' &&
          !open.some((source) => source.startsWith(a.id)) &&
          !results.some((r) => belongsTo(r.id, a)),
      );
      expect(missing.map((a) => a.id)).toEqual([]);
    });

    test('as many expectations hold as there are right statements', () => {
      expect(checked.summary.held).toBeGreaterThanOrEqual(golden.filter(isRight).length);
    });

    test('what we compute is what was recomputed', () => {
      expect(golden.flatMap((a) => disagreements(a, results))).toEqual([]);
    });

    test('statements that were recomputed are expected by the key of a figure', () => {
      const unkeyed = golden.filter(
        (a) =>
          a.verdict !== 'not_computable' &&
          a.recomputed.size > 0 &&
          !results.some((r) => ties(r, a, a.recomputed).length > 0),
      );
      expect(unkeyed.map((a) => a.id)).toEqual([]);
    });

    test('what is quoted is what the document states', () => {
      expect(golden.flatMap((a) => misquotes(a, results))).toEqual([]);
    });
  });
}

function isRight(a: GoldenAnalysis): boolean {
  return a.verdict === 'consistent' || a.verdict === 'rounding';
}

function hasFigures(a: GoldenAnalysis): boolean {
  return a.stated.size > 0 || a.recomputed.size > 0;
}

/** A figure of a golden file, and which end of an expectation's value it must be. */
interface Tie {
  readonly key: string;
  readonly ends: readonly (0 | 1)[];
  readonly golden: GoldenFigure;
}

/** `x.eur` is tied to the figure `eur`; the range `x.railway` also to `railway_lo` and `railway_hi`, and `x` to `lo` and `hi`. */
function ties(r: CheckResult, a: GoldenAnalysis, figures: GoldenAnalysis['recomputed']): readonly Tie[] {
  if (!belongsTo(r.id, a)) return [];
  const key = keyOf(r.id, a);
  const golden = figures.get(key);
  if (golden !== undefined) return [{ key, ends: [0, 1], golden }];
  if (r.kind !== 'number' || r.value[0] === r.value[1]) return [];
  const end = (words: readonly string[], index: 0 | 1): readonly Tie[] =>
    words.flatMap((word) => {
      const name = key === '' ? word : `${key}_${word}`;
      const found = figures.get(name);
      return found === undefined ? [] : [{ key: name, ends: [index], golden: found }];
    });
  return [...end(['lo', 'min'], 0), ...end(['hi', 'max'], 1)];
}

/** Our value, not the expected one, wherever the id carries a key of what was recomputed. */
function disagreements(a: GoldenAnalysis, results: readonly CheckResult[]): readonly string[] {
  const found = results.flatMap((r) =>
    ties(r, a, a.recomputed)
      .filter((tie) => !isFigure(r, r.value, tie))
      .map((tie) => `${r.id}: ours is ${text(r, r.value)}, recomputed ${tie.key} ${tie.golden} (${r.that})`),
  );
  return [...new Set(found)];
}

/**
 * Wherever the id carries a key of what is stated: the figure in `disputed.stated`, or, where nothing was recomputed under
 * that key, the expected one. Where a document states a range, golden files may keep one end of it.
 */
function misquotes(a: GoldenAnalysis, results: readonly CheckResult[]): readonly string[] {
  const found = results.flatMap((r) => {
    const recomputed = new Set(ties(r, a, a.recomputed).map((tie) => tie.key));
    return ties(r, a, a.stated).flatMap((tie) => {
      const quoted = r.stated ?? (recomputed.has(tie.key) ? undefined : r.expected);
      if (quoted === undefined || tie.ends.some((end) => isFigure(r, quoted, { ...tie, ends: [end] })))
        return [];
      return [`${r.id}: quoted as ${text(r, quoted)}, stated ${tie.key} ${tie.golden}`];
    });
  });
  return [...new Set(found)];
}

function isFigure(r: CheckResult, value: readonly [number, number], { ends, golden }: Tie): boolean {
  if (typeof golden === 'boolean') return r.kind === 'condition' && value[0] === Number(golden);
  if (typeof golden === 'string') return r.kind === 'point' && r.axis[value[0]] === golden;
  if (r.kind !== 'number') return false;
  const isMoney = currencyOf(r.unit) !== undefined;
  const same = (x: number): boolean => sameFigure(x, golden) || (isMoney && sameMoney(x, golden));
  return ends.every((end) => same(asGolden(r, value)[end] ?? Number.NaN) || same(value[end]));
}

/** Shares stand as fractions in most golden files, and as they are written in one. */
function asGolden({ unit }: CheckResult, value: readonly [number, number]): readonly number[] {
  const { numerator, denominator } =
    dimensionsOf(unit).size === 0 ? scaleOf(unit) : { numerator: 1, denominator: 1 };
  return value.map((x) => (x * numerator) / denominator);
}

function text(r: CheckResult, value: readonly [number, number]): string {
  const [low, high] = asGolden(r, value);
  if (r.kind !== 'number') return `${r.kind} ${low}`;
  return low === high ? `${low}` : `${low} to ${high}`;
}

function counts(golden: readonly GoldenAnalysis[], { summary, graph }: CheckedPlan): string {
  const tied = golden.flatMap((a) =>
    summary.results.flatMap((r) => ties(r, a, a.recomputed).map((tie) => ({ r, tie }))),
  );
  const { held, disputed, failed } = summary;
  const shares = `${held} held, ${disputed} disputed, ${failed} failed, ${graph.plan.open.length} open`;
  const rounded = tied.filter(({ r, tie }) => isFigure(r, r.value, tie) && isOnlyRounded(r, tie));
  const compared = `${tied.length} values compared with what was recomputed, ${rounded.length} of them equal to the cent only`;
  return `${golden.length} analyses; ${shares}; ${compared}`;
}

function isOnlyRounded(r: CheckResult, { ends, golden }: Tie): boolean {
  if (typeof golden !== 'number') return false;
  return ends.some((end) => !sameFigure(asGolden(r, r.value)[end] ?? Number.NaN, golden));
}

/** Analyses about which the plan only says what is missing. */
function onlyOpen(golden: readonly GoldenAnalysis[], { summary, graph }: CheckedPlan): readonly string[] {
  const untied = golden.filter((a) => !summary.results.some((r) => belongsTo(r.id, a)));
  return untied.map((a) => {
    const open = graph.plan.open.find((o) => o.source?.startsWith(a.id));
    return `${a.id} (${a.verdict}): ${open === undefined ? 'nothing' : `only open: ${open.missing}`}`;
  });
}

/** Figures that were recomputed and that no expectation carries by their key. */
function notCarried(golden: readonly GoldenAnalysis[], results: readonly CheckResult[]): readonly string[] {
  return golden.flatMap((a) => {
    const carried = new Set(results.flatMap((r) => ties(r, a, a.recomputed).map((tie) => tie.key)));
    const keys = [...a.recomputed.keys()].filter((key) => !carried.has(key));
    return keys.length === 0 ? [] : [`${a.id}: recomputed and not expected by key: ${keys.join(', ')}`];
  });
}

describe('plans by themselves', () => {
  test.each(planNames())('%s bears all that it expects', (name) => {
    const { summary, graph } = checkPlan(name);
    const failed = summary.results.filter((r) => r.status !== 'holds' && r.status !== 'disputed');
    expect(
      failed.map((r) => `${r.id ?? ''} ${r.that}: ${r.status}, ${r.value} against ${r.expected}`),
    ).toEqual([]);
    expect(summary.failed).toBe(0);
    expect(summary.held).toBeGreaterThan(0);
    expect(graph.expectations.length).toBe(writtenExpectations(name));
    const seen = new Set(summary.results.map((r) => r.span));
    expect(
      graph.expectations.filter((e) => !seen.has(e.expectation.span)).map((e) => e.expectation.id),
    ).toEqual([]);
  });
});

interface Mutation {
  readonly what: string;
  readonly plan: string;
  readonly edit: Edit;
  /** The expectation that must notice, and how. */
  readonly id: string;
  readonly status: 'fails' | 'dispute-over' | 'dispute-changed';
}

const mutations: readonly Mutation[] = [
  {
    what: 'the price of Cloud VPS 20',
    plan: 'kec18',
    edit: { file: 'vendors/contabo.yaml', from: 'price: 7.00 EUR/month', to: 'price: 7.10 EUR/month' },
    id: 'tier_b_total.eur',
    status: 'fails',
  },
  {
    what: 'the uploads kept',
    plan: 'kec18',
    edit: { file: 'plans/kec18.yaml', from: 'value: 250 GB', to: 'value: 300 GB' },
    id: 'backup_tier_b.eur',
    status: 'fails',
  },
  {
    what: 'the cap on connections',
    plan: 'kec18',
    edit: { file: 'plans/kec18.yaml', from: 'value: 200 connections', to: 'value: 400 connections' },
    id: 'limit_above_200.feasible_at_201',
    status: 'fails',
  },
  {
    what: 'the price of a web service',
    plan: 'loomworks',
    edit: { file: 'vendors/render.yaml', from: 'price: 7 USD/month', to: 'price: 9 USD/month' },
    id: 'render_alpha_total.usd',
    status: 'fails',
  },
  {
    what: 'the connections of a process',
    plan: 'loomworks',
    edit: {
      file: 'plans/loomworks.yaml',
      from: 'value: 1_000 connections/process',
      to: 'value: 500 connections/process',
    },
    id: 'sse_limit_100.utilisation',
    status: 'fails',
  },
  {
    what: 'the price of VPS 1',
    plan: 'flexiyo',
    edit: { file: 'vendors/contabo.yaml', from: 'price: 11.31 EUR/month', to: 'price: 11.32 EUR/month' },
    id: 'total_eur.eur',
    status: 'fails',
  },
  {
    what: 'the peak load',
    plan: 'flexiyo',
    edit: {
      file: 'plans/flexiyo.yaml',
      from: 'value: 7_000 requests/second',
      to: 'value: 7_500 requests/second',
    },
    id: 'rps_per_vcpu.rps_per_vcpu',
    status: 'fails',
  },
  {
    what: 'the objects, so that they fit',
    plan: 'flexiyo',
    edit: { file: 'plans/flexiyo.yaml', from: 'value: 250 GB', to: 'value: 100 GB' },
    id: 'object_storage_fit.minio_fits_on_vps2_disk',
    status: 'dispute-over',
  },
  {
    what: 'the price of a request to OpenAI',
    plan: 'billion',
    edit: { file: 'vendors/openai.yaml', from: 'price: 0.002 USD/request', to: 'price: 0.0021 USD/request' },
    id: 'opt_total_optimised',
    status: 'fails',
  },
  {
    what: 'the users who come in a month',
    plan: 'billion',
    edit: { file: 'plans/billion.yaml', from: 'value: 50%', to: 'value: 40%' },
    id: 'cdn_50_pb.optimised.total_month',
    status: 'fails',
  },
  {
    what: 'the cut by pooling',
    plan: 'billion',
    edit: {
      file: 'plans/billion.yaml',
      from: 'pooling_cut:\n    value: 20%',
      to: 'pooling_cut:\n    value: 25%',
    },
    id: 'opt_pooling_saving',
    status: 'dispute-changed',
  },
  {
    what: 'the requests that a server carries, so that the printed count is right',
    plan: 'billion',
    edit: {
      file: 'plans/billion.yaml',
      from: 'value: 5_000 requests/second/server',
      to: 'value: 5 requests/second/server',
    },
    id: 'api_servers_needed',
    status: 'dispute-over',
  },
  {
    what: 'the length of a call',
    plan: 'debt-dashboard',
    edit: { file: 'plans/debt-dashboard.yaml', from: 'value: 8 minutes/call', to: 'value: 9 minutes/call' },
    id: 's1.twilio.annual',
    status: 'fails',
  },
  {
    what: 'the price of a Mac',
    plan: 'debt-dashboard',
    edit: { file: 'vendors/apple.yaml', from: 'price: 11_999 USD', to: 'price: 12_999 USD' },
    id: 'answer.tco.500.self_hosted',
    status: 'fails',
  },
  {
    what: 'the agents on a Mac, so that the stated number is right',
    plan: 'debt-dashboard',
    edit: { file: 'plans/debt-dashboard.yaml', from: 'value: 30 agents/mac', to: 'value: 34 agents/mac' },
    id: 's1.capacity.100.needed_at_30',
    status: 'dispute-over',
  },
  {
    what: 'the hours of administration',
    plan: 'debt-dashboard',
    edit: { file: 'plans/debt-dashboard.yaml', from: 'value: 20 hours/month', to: 'value: 21 hours/month' },
    id: 'sup.vs_s1',
    status: 'dispute-changed',
  },
];

describe('a plan in which one figure is changed', () => {
  test.each(mutations)('$plan: $what', ({ plan, edit, id, status }) => {
    const { summary } = checkPlan(plan, [edit]);
    expect(summary.failed).toBeGreaterThan(0);
    expect(summary.results.filter((r) => r.id === id).map((r) => r.status)).toContain(status);
  });
});
