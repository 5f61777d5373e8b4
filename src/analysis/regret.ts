// What a choice may cost that was made before anybody knew: in each scenario, how much more than the best there; and which
// choice has the smallest worst case. A choice that breaks a limit or has no price in some scenario is never the safe one.

import { margin } from './flip-contest.ts';
import type { Scenario } from './situations.ts';

/** One option in one scenario. */
export interface Outcome {
  readonly value: number;
  /** Labels of the limits that are known to be broken. */
  readonly broken: readonly string[];
}

/** All options in one scenario, in the order of the axis. */
export interface Line {
  readonly scenario: Scenario;
  readonly outcomes: readonly Outcome[];
}

export interface Regret {
  /** The most that it costs more than the best, over the scenarios in which it is possible; undefined where it never is. */
  readonly most: number | undefined;
  /** Where that is; undefined where it is the best throughout. */
  readonly scenario: Scenario | undefined;
  /** Who is the best there. */
  readonly best: readonly number[];
  /** Scenarios in which it is not possible, and another option is. */
  readonly fails: readonly Failure[];
}

export interface Failure {
  readonly scenario: Scenario;
  /** Empty where its figure is unknown. */
  readonly broken: readonly string[];
}

export interface Regrets {
  /** Those that were looked at and differ, the middle first. */
  readonly scenarios: readonly Scenario[];
  /** Scenarios in which no option is possible. */
  readonly impossible: readonly Scenario[];
  /** One for each option. */
  readonly options: readonly Regret[];
  /** Of those that fail nowhere, the options with the smallest worst case. */
  readonly least: readonly number[];
}

/** Its figure is known and it breaks no limit that is known to be broken. */
export function isAble({ value, broken }: Outcome): boolean {
  return Number.isFinite(value) && broken.length === 0;
}

/** The lowest of those that are possible; several where they are equal. */
export function cheapestOf(outcomes: readonly Outcome[]): readonly number[] {
  const able = [...outcomes.keys()].filter((i) => isAble(outcomes[i] as Outcome));
  const value = (i: number): number => outcomes[i]?.value ?? Number.NaN;
  const least = Math.min(...able.map(value));
  return able.filter((i) => value(i) - least <= margin(value(i), least));
}

/** undefined where nothing that is uncertain matters, or no option is ever possible. */
export function regretsOf(all: readonly Line[]): Regrets | undefined {
  const lines = distinct(all);
  if (lines.length < 2) return undefined;
  const judged = lines.map((line) => ({ ...line, best: cheapestOf(line.outcomes) }));
  const possible = judged.filter(({ best }) => best.length > 0);
  if (possible.length === 0) return undefined;
  const options = (all[0]?.outcomes ?? []).map((_, option) => regretOf(option, possible));
  return {
    scenarios: lines.map((line) => line.scenario),
    impossible: judged.filter(({ best }) => best.length === 0).map((line) => line.scenario),
    options,
    least: leastOf(options, possible),
  };
}

interface Judged extends Line {
  readonly best: readonly number[];
}

function regretOf(option: number, lines: readonly Judged[]): Regret {
  let worst: { readonly most: number; readonly line: Judged | undefined } | undefined;
  const fails: Failure[] = [];
  for (const line of lines) {
    const outcome = line.outcomes[option];
    const best = line.outcomes[line.best[0] ?? -1];
    if (outcome === undefined || best === undefined) continue;
    if (!isAble(outcome)) {
      fails.push({ scenario: line.scenario, broken: outcome.broken });
      continue;
    }
    const among = line.best.includes(option);
    const more = among ? 0 : outcome.value - best.value;
    if (worst === undefined || more > worst.most) worst = { most: more, line: among ? undefined : line };
  }
  return {
    most: worst?.most,
    scenario: worst?.line?.scenario,
    best: worst?.line?.best ?? [],
    fails,
  };
}

function leastOf(options: readonly Regret[], lines: readonly Judged[]): readonly number[] {
  const most = (i: number): number => options[i]?.most ?? Number.NaN;
  const safe = [...options.keys()].filter((i) => options[i]?.fails.length === 0 && !Number.isNaN(most(i)));
  const least = Math.min(...safe.map(most));
  // a difference of large figures has their noise
  const size = Math.max(
    0,
    ...lines.map(({ outcomes, best }) => Math.abs(outcomes[best[0] ?? -1]?.value ?? 0)),
  );
  return safe.filter((i) => most(i) - least <= margin(size, most(i)));
}

/** Without those in which everything is as in one before them. */
function distinct(lines: readonly Line[]): readonly Line[] {
  const seen = new Set<string>();
  return lines.filter(({ outcomes }) => {
    const key = JSON.stringify(outcomes.map(({ value, broken }) => [String(value), broken]));
    return seen.size !== seen.add(key).size;
  });
}
