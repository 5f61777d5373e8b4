// A recommendation in sentences, each with the figures that bear it.

import type { Ranged } from '../analysis/figures.ts';
import type { Flip } from '../analysis/flips.ts';
import type { Advice, Next, Scale } from '../analysis/recommend.ts';
import type { Failure, Outcome, Regret, Regrets } from '../analysis/regret.ts';
import type { Scenario } from '../analysis/situations.ts';
import { plainDecimal } from '../quantity/print-number.ts';
import { printQuantity } from '../quantity/print-quantity.ts';
import { figureCell, figureText, isSumOfMoney, moneyText, percentText } from './amounts.ts';
import { becauseText } from './table-sensitivity.ts';
import { andList, counted } from './words.ts';

/** Options beyond these are counted. */
const mostNames = 8;

/** What is asked, with which the sentences are written. */
export class AdviceWords {
  readonly #advice: Advice;
  readonly #factor: number;

  /** `factor`: what one of the advice's unit is in the unit that is shown, which `advice.unit` names. */
  constructor(advice: Advice, factor = 1) {
    this.#advice = advice;
    this.#factor = factor;
  }

  labelOf(option: number | undefined): string {
    return option === undefined ? 'none' : (this.#advice.by.points[option]?.label ?? '');
  }

  names(options: readonly number[]): string {
    return andList(
      options.map((option) => this.labelOf(option)),
      mostNames,
    );
  }

  money({ low, mid, high }: Ranged): string {
    const f = this.#factor;
    const { unit } = this.#advice;
    const shown = { low: low * f, mid: mid * f, high: high * f };
    return isSumOfMoney(unit) ? moneyText(shown, unit, 'bill') : figureText({ ...shown, unit });
  }

  /** Without the unit, which the head of the column says. */
  cell({ low, mid, high }: Ranged): string {
    const f = this.#factor;
    return figureCell({ low: low * f, mid: mid * f, high: high * f, unit: this.#advice.unit });
  }

  amount(x: number): string {
    return this.money({ low: x, mid: x, high: x });
  }

  /** Without the case, which stands above them. */
  sentences(scale: Scale): readonly string[] {
    return [
      this.#verdict(scale),
      ...this.#out(scale),
      ...this.#doubts(scale),
      ...this.#ends(scale),
      ...this.#flip(scale),
      ...this.#regret(scale),
    ];
  }

  #verdict(scale: Scale): string {
    const { cheapest, options, next } = scale;
    const [best, tied] = cheapest;
    if (best === undefined) return `No option of ${this.#advice.by.label} is known and breaks no limit.`;
    const value = options[best]?.value;
    const cost = value === undefined ? '' : this.money(value);
    const who = this.names(cheapest);
    if (next === undefined) {
      if (tied === undefined) return `${who} is the only one that is known and breaks no limit: ${cost}.`;
      const all = cheapest.length === options.length ? 'it makes no difference' : 'no other is possible';
      return `${who} come to the same, ${cost}; ${all}.`;
    }
    const most =
      tied === undefined ? `${who} is the cheapest: ` : `${who} come to the same and are the cheapest: `;
    return `${most}${cost}, ${this.#below(scale, next)}.`;
  }

  #below({ options }: Scale, { options: [next = -1, ...others], margin, share }: Next): string {
    const value = options[next]?.value;
    const percent = Number.isNaN(share) ? '' : ` (${percentText(share)})`;
    const ends = this.money(margin);
    const over = ends === this.amount(margin.mid) ? '' : `; over the ranges ${ends} less`;
    const than = `${this.names([next, ...others])} at ${value === undefined ? '' : this.money(value)}`;
    return `${this.amount(margin.mid)}${percent} less than ${than}${over}`;
  }

  /** Who cannot be chosen, and what would be cheaper if it could. */
  #out({ options, cheapest }: Scale): readonly string[] {
    const parts = options.flatMap(({ value, above, broken, unknown }, i) => {
      if (unknown.length > 0) return [`${this.labelOf(i)} is unknown (${andList(unknown, 3)})`];
      if (broken.length === 0) return [];
      const less = cheapest.length > 0 && above < 0 ? `, ${this.amount(-above)} less,` : '';
      return [`${this.labelOf(i)} at ${this.money(value)}${less} breaks ${andList(broken)}`];
    });
    return parts.length === 0 ? [] : [`Out: ${parts.join('; ')}.`];
  }

  #doubts(scale: Scale): readonly string[] {
    const { options, cheapest } = scale;
    const common = undecidedForAll(scale);
    const all =
      cheapest.length === 0 || common.length === 0
        ? []
        : [`Of no option does anybody know whether it keeps ${andList(common)}.`];
    const own = cheapest.flatMap((i) => {
      const { undecided = [], overBudget = [] } = options[i] ?? {};
      const rest = undecided.filter((label) => !common.includes(label));
      return [
        ...(rest.length > 0 ? [`Nobody knows whether ${this.labelOf(i)} keeps ${andList(rest)}.`] : []),
        ...(overBudget.length > 0 ? [`${this.labelOf(i)} is over the budget ${andList(overBudget)}.`] : []),
      ];
    });
    return [...all, ...own];
  }

  /** All ranges together. */
  #ends({ ends, cheapest, steady, regrets }: Scale): readonly string[] {
    const [best] = cheapest;
    if (regrets === undefined || best === undefined) return [];
    const who = this.names(cheapest);
    const stays = `${who} ${cheapest.length > 1 ? 'stay' : 'stays'} the cheapest`;
    const sides = ['low', 'high'] as const;
    if (steady && sides.every((end) => ends[end].cheapest.length === cheapest.length))
      return [`With all ranges at their low and all at their high ends ${stays}.`];
    return sides.map((end) => {
      const { cheapest: there, outcomes } = ends[end];
      const [first] = there;
      const where = `With all ranges at their ${end} ends`;
      if (there.join() === cheapest.join()) return `${where} ${stays}.`;
      if (first === undefined) return `${where} no option is possible.`;
      const cost = this.amount(outcomes[first]?.value ?? Number.NaN);
      const others = there.filter((option) => !cheapest.includes(option));
      if (cheapest.every((option) => there.includes(option)))
        return `${where} ${this.names(others)} ${others.length > 1 ? 'come' : 'comes'} to the same as ${who}, ${cost}.`;
      const own = there.includes(best) ? '' : `; ${this.#howIs(best, outcomes[best])}`;
      return `${where} the cheapest ${there.length > 1 ? 'are' : 'is'} ${this.names(there)} (${cost}${own}).`;
    });
  }

  #howIs(option: number, outcome: Outcome | undefined): string {
    const { value = Number.NaN, broken = [] } = outcome ?? {};
    const breaks = broken.length > 0 ? `, but breaks ${andList(broken)}` : '';
    return `${this.labelOf(option)} ${this.amount(value)}${breaks}`;
  }

  #flip({ flips, cheapest }: Scale): readonly string[] {
    const [nearest] = flips;
    if (nearest !== undefined) return [`The nearest change: ${this.flipText(nearest, cheapest[0])}.`];
    return ['No input alone changes that between a tenth and ten times what it is.'];
  }

  /** `users at 26 users (3.33 × today's 7.5 users): then Railway, because Hetzner breaks memory` */
  flipText(flip: Flip, old: number | undefined): string {
    const { input, now, value, whole, to, up } = flip;
    const factor = shownFactor(flip);
    const then = `then ${this.labelOf(to)}, because ${becauseText(flip, this.labelOf(old), this.labelOf(to))}`;
    const times = plainDecimal(factor, 3);
    if (value === undefined) return `${input.name} at ${times} × what each has today: ${then}`;
    const just = whole === undefined && factor === 1 ? `just ${up ? 'above' : 'below'} ` : '';
    const at = printQuantity(whole ?? value, input.unit);
    const today = printQuantity(now, input.unit);
    const from = times === '1' ? `today ${today}` : `${times} × today's ${today}`;
    return `${input.name} at ${just}${at} (${from}): ${then}`;
  }

  #regret({ regrets, cheapest }: Scale): readonly string[] {
    const [best] = cheapest;
    const own = regrets?.options[best ?? -1];
    if (regrets === undefined || best === undefined || own === undefined) return [];
    const tried = counted(regrets.scenarios.length, 'setting');
    const who = this.labelOf(best);
    if (own.fails.length > 0) return [this.#failing(who, own.fails), ...this.#safest(regrets)];
    if (own.scenario === undefined)
      return [`At each of the ${tried} of the ranges that were tried ${who} is the cheapest.`];
    const worst = `Over the ${tried} of the ranges that were tried ${who} is at worst ${this.#worstText(own)}`;
    if (regrets.least.includes(best)) return [`${worst}; nothing else has a better worst case.`];
    return [`${worst}.`, ...this.#safest(regrets)];
  }

  #failing(who: string, fails: readonly Failure[]): string {
    const [first] = fails;
    const why = first === undefined ? '' : failureText(first);
    return `${who} is not safe: ${why}${fails.length > 1 ? `, and in ${fails.length - 1} more of the settings that were tried` : ''}.`;
  }

  #safest({ least, options }: Regrets): readonly string[] {
    const [safe] = least;
    const regret = options[safe ?? -1];
    if (regret === undefined) return ['No option is possible at every setting of the ranges that was tried.'];
    const { scenario } = regret;
    const cost = scenario === undefined ? 'never more than the best' : `at worst ${this.#worstText(regret)}`;
    return [`The smallest regret: ${this.names(least)}, ${cost}.`];
  }

  /** `3.00 EUR/month above the best (Railway, with …)` */
  #worstText({ most, scenario, best }: Regret): string {
    const where = scenario === undefined ? '' : `, ${scenarioText(scenario)}`;
    return `${this.amount(most ?? Number.NaN)} above the best (${this.names(best)}${where})`;
  }
}

/** To the first whole number where things come in whole numbers. */
export function shownFactor({ factor, whole, now }: Flip): number {
  return whole === undefined ? factor : whole / now;
}

/** Limits of which nobody knows, whichever of the possible options is chosen. */
export function undecidedForAll({ options }: Scale): readonly string[] {
  const able = options.filter(({ broken, unknown }) => broken.length === 0 && unknown.length === 0);
  const [first, ...others] = able;
  if (first === undefined || others.length === 0) return [];
  return first.undecided.filter((label) => others.every((option) => option.undecided.includes(label)));
}

/** `it breaks memory with users at 20 users`, behind the name of the option. */
export function failureText({ scenario, broken }: Failure): string {
  const what = broken.length === 0 ? 'it is unknown' : `it breaks ${andList(broken)}`;
  return `${what} ${scenarioText(scenario)}`;
}

export function scenarioText(scenario: Scenario): string {
  switch (scenario.kind) {
    case 'middle':
      return 'with all ranges at their middle';
    case 'all':
      return `with all ranges at their ${scenario.end} ends`;
    case 'others':
      return `with the ranges of prices and formulas at their ${scenario.end} ends`;
    case 'input': {
      const { input, value, end } = scenario;
      const at = value === undefined ? `its ${end} end` : printQuantity(value, input.unit);
      return `with ${input.name} at ${at}`;
    }
  }
}
