// The bills that follow from each reading of the billion-user document, recomputed by hand in its golden file: totals,
// categories, shares, what each lever saves, the faults that no reading mends. Each must be expected by its own id.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { sameMoney } from '../support/golden.ts';
import { checkPlan } from '../support/plans.ts';
import { describeWithShared } from '../support/shared.ts';

type Figures = Readonly<Record<string, number>>;
interface State {
  readonly by_category: Figures;
  readonly shares_percent?: Figures;
  readonly [figure: string]: number | Figures | undefined;
}
interface Golden {
  readonly corrected_model: {
    readonly scenarios: Readonly<Record<string, Readonly<Record<string, State | string>>>>;
    readonly variants: readonly { readonly id: string; readonly delta_month: number | Figures }[];
    readonly scaling_timeline: {
      readonly at_stated_cost_per_user: readonly number[];
      readonly at_corrected_cdn_50_pb: readonly number[];
    };
  };
  readonly levers: {
    readonly items: readonly {
      readonly id: string;
      readonly true_saving_month: Readonly<Record<string, Figures>>;
    }[];
    readonly joint: { readonly true_all: Figures; readonly true_derivable_only: Figures };
  };
}

/** Every number below, by the keys that lead to it. */
function flat(prefix: string, value: unknown): readonly (readonly [string, number])[] {
  if (typeof value === 'number') return [[prefix, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => flat(`${prefix}.${key}`, inner));
}

function ofState(prefix: string, state: State | string): readonly (readonly [string, number])[] {
  if (typeof state === 'string') return [];
  const { by_category, shares_percent, ...others } = state;
  return [
    ...flat(prefix, by_category),
    ...flat(`${prefix}.share`, shares_percent),
    ...flat(prefix, others),
  ];
}

const sizes = ['100k', '1M', '10M', '100M', '1B'];

function recomputed({ corrected_model, levers }: Golden): readonly (readonly [string, number])[] {
  const { scenarios, variants, scaling_timeline } = corrected_model;
  const bySize = (prefix: string, figures: readonly number[]): readonly (readonly [string, number])[] =>
    figures.map((figure, i) => [`${prefix}.${sizes[i]}`, figure]);
  return [
    ...Object.entries(scenarios).flatMap(([reading, states]) =>
      Object.entries(states).flatMap(([name, state]) => ofState(`${reading}.${name}`, state)),
    ),
    ...levers.items.flatMap((lever) => flat(`levers.${lever.id}`, lever.true_saving_month)),
    ...flat('levers.joint.true_all', levers.joint.true_all),
    ...flat('levers.joint.true_derivable_only', levers.joint.true_derivable_only),
    ...variants.flatMap((v) => flat(`variants.${v.id}.delta_month`, v.delta_month)),
    ...bySize('scaling.at_stated_cost_per_user', scaling_timeline.at_stated_cost_per_user),
    ...bySize('scaling.at_corrected_cost_per_user', scaling_timeline.at_corrected_cdn_50_pb),
  ];
}

describeWithShared(
  'readings of the billion-user document',
  (folder) => {
    const golden = recomputed(parse(readFileSync(join(folder, 'billion.yaml'), 'utf8')) as Golden);
    const results = new Map(checkPlan('billion').summary.results.map((r) => [r.id, r]));

    test('no figure is overlooked: 246 of bills, 54 of levers, 11 of faults left, 10 of other sizes', () => {
      expect(golden.length).toBe(246 + 54 + 11 + 10);
    });

    test('each is expected by its id, and ours is the recomputed one to its last digit', () => {
      const off = golden.flatMap(([id, figure]) => {
        const ours = results.get(id)?.value[0];
        return ours !== undefined && sameMoney(ours, figure) ? [] : [`${id}: ours ${ours}, recomputed ${figure}`];
      });
      expect(off).toEqual([]);
    });
  },
  'golden',
);
