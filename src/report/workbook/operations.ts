// What each operation of the language is in a spreadsheet, to the same rules as formula/operations.ts: unknown is an error
// (#N/A) that spreads, true is 1 and false 0, rounding up forgives float noise.

import type { Operation, Reduction } from '../../formula/typed.ts';
import { mostLoad } from '../../numeric/functions/erlang.ts';
import { wholeTolerance } from '../../numeric/functions/rounding.ts';
import { binary, call, type Expression, literal, nearlyUnlimited, number, unknown } from './expression.ts';

/** What two figures may differ by and still be equal, as a share. */
const noise = number(1e-12);

/** Arguments that a formula repeats, and that so have to be cells of their own. */
export const repeated: Readonly<Partial<Record<Operation, readonly number[]>>> = {
  ceil: [0],
  floor: [0],
  round: [0, 1],
  lt: [0, 1],
  le: [1],
  eq: [0, 1],
  ne: [0, 1],
  pow: [1],
  erlang_c: [0, 1],
};

/** `mayBeUnlimited`: the last argument may be without end. */
export function operationFormula(
  operation: Operation,
  args: readonly Expression[],
  mayBeUnlimited: boolean,
): Expression {
  const [a = unknown, b = unknown, c = unknown] = args;
  switch (operation) {
    case 'add':
      if (literal(a) === 0) return b;
      return literal(b) === 0 ? a : binary(a, '+', b);
    case 'sub':
      return binary(a, '-', b);
    case 'mul':
      return binary(a, '*', b);
    case 'div':
      return quotient(a, b);
    case 'pow':
      return literal(b) === undefined || literal(b) === 0
        ? call('IF', binary(b, '=', number(0)), number(1), call('POWER', a, b))
        : call('POWER', a, b);
    case 'neg':
      return { kind: 'negative', arg: a };
    case 'min':
      return call('MIN', ...flat('MIN', a), ...flat('MIN', b));
    case 'max':
      return call('MAX', ...flat('MAX', a), ...flat('MAX', b));
    case 'ceil':
      return wholeOr(a, {
        kind: 'negative',
        arg: call('INT', { kind: 'negative', arg: a }),
      });
    case 'floor':
      return wholeOr(a, call('INT', a));
    case 'round':
      return rounded(a, b);
    case 'abs':
      return call('ABS', a);
    case 'sqrt':
      return call('SQRT', a);
    case 'exp':
      return call('EXP', a);
    case 'ln':
      return call('LN', a);
    case 'lt':
      if (literal(b) === 0) return condition(binary(a, '<', b));
      return call('IF', binary(a, '<', b), not(condition(alike(a, b))), number(0));
    case 'le': {
      const within = condition(atMost(a, b));
      return mayBeUnlimited
        ? call('IF', binary(b, '>=', number(nearlyUnlimited)), number(1), within)
        : within;
    }
    case 'eq':
      return condition(alike(a, b));
    case 'ne':
      return not(condition(alike(a, b)));
    case 'and':
      return both('MIN', a, b);
    case 'or':
      return both('MAX', a, b);
    case 'not':
      return not(a);
    case 'if':
      return choice(a, b, c);
    case 'known':
      return condition(call('ISNUMBER', a));
    case 'erlang_c':
      return delay(a, b);
  }
}

/** Of values that stand in single cells or are short. Which of them is the smallest is asked of a range: see extreme(). */
export function reductionFormula(
  reduction: Exclude<Reduction, 'argmin' | 'argmax'>,
  values: readonly Expression[],
): Expression {
  const [first = unknown] = values;
  switch (reduction) {
    case 'sum':
    case 'count':
      return many('SUM', values);
    case 'mean':
      return binary(many('SUM', values), '/', number(values.length));
    case 'min':
      return many('MIN', values);
    case 'max':
      return many('MAX', values);
    case 'first':
      return first;
    case 'last':
      return values.at(-1) ?? unknown;
    case 'all':
    case 'any':
      return decision(reduction, values.map(halfIfUnknown));
  }
}

/** Of conditions, those that are unknown as one half. */
export function decision(reduction: 'all' | 'any', halves: readonly Expression[]): Expression {
  return decided(many(reduction === 'all' ? 'MIN' : 'MAX', halves));
}

/** The place, from 0, of the smallest or largest known value of a range, the first of equals; to be entered as an array. */
export function extreme(reduction: 'argmin' | 'argmax', range: Expression): Expression {
  const smallest = reduction === 'argmin';
  const none = number(smallest ? 1e306 : -1e306);
  const best = call(smallest ? 'MIN' : 'MAX', call('IFERROR', range, none));
  return binary(call('MATCH', best, range, number(0)), '-', number(1));
}

/** x × numerator / denominator, in that order. */
export function scaled(x: Expression, numerator: number, denominator: number): Expression {
  const raised = numerator === 1 ? x : binary(x, '*', number(numerator));
  return denominator === 1 ? raised : binary(raised, '/', number(denominator));
}

/** Spreadsheets take no more arguments in one call. */
const mostArguments = 200;

function many(name: 'SUM' | 'MIN' | 'MAX', values: readonly Expression[]): Expression {
  if (values.length <= mostArguments) return call(name, ...values);
  const parts: Expression[] = [];
  for (let i = 0; i < values.length; i += mostArguments)
    parts.push(call(name, ...values.slice(i, i + mostArguments)));
  return many(name, parts);
}

/** The value whose index from 0 is given. */
export function picked(index: Expression, options: readonly Expression[]): Expression {
  const [first] = options;
  if (options.length <= mostArguments) return call('CHOOSE', binary(index, '+', number(1)), ...options);
  if (first === undefined) return unknown;
  const rest = binary(index, '-', number(mostArguments));
  return call(
    'IF',
    binary(index, '<', number(mostArguments)),
    picked(index, options.slice(0, mostArguments)),
    picked(rest, options.slice(mostArguments)),
  );
}

/** 1 or 0, as the language has it. */
export function condition(test: Expression): Expression {
  return call('IF', test, number(1), number(0));
}

/** A test that a spreadsheet can branch on, from a condition that is 1, 0 or unknown. */
export function choice(test: Expression, then: Expression, otherwise: Expression): Expression {
  const known = literal(test);
  if (known !== undefined) return known === 1 ? then : otherwise;
  if (test.kind === 'call' && test.name === 'IF' && test.args.length === 3) {
    const [plain = unknown, yes = unknown, no = unknown] = test.args;
    if (literal(yes) === 1 && literal(no) === 0) return call('IF', plain, then, otherwise);
    if (literal(yes) === 0 && literal(no) === 1) return call('IF', plain, otherwise, then);
  }
  return call('IF', binary(test, '=', number(1)), then, otherwise);
}

function not(a: Expression): Expression {
  if (a.kind === 'call' && a.name === 'IF') {
    const [test = unknown, yes = unknown, no = unknown] = a.args;
    const [isYes, isNo] = [literal(yes), literal(no)];
    if (isYes !== undefined && isNo !== undefined)
      return call('IF', test, number(1 - isYes), number(1 - isNo));
  }
  return binary(number(1), '-', a);
}

function flat(name: string, e: Expression): readonly Expression[] {
  return e.kind === 'call' && e.name === name ? e.args : [e];
}

function quotient(a: Expression, b: Expression): Expression {
  const divisor = literal(b);
  if (divisor === 0) return unknown;
  const plain = binary(a, '/', b);
  return divisor === undefined ? call('IFERROR', plain, unknown) : plain;
}

/** Within noise of a whole number it is that number. */
function wholeOr(x: Expression, otherwise: Expression): Expression {
  const near = call('INT', binary(x, '+', number(0.5)));
  const off = call('ABS', binary(x, '-', near));
  const allowed = binary(number(wholeTolerance), '*', call('MAX', number(1), call('ABS', near)));
  return call('IF', binary(off, '<=', allowed), near, otherwise);
}

/** Half away from zero; a half but for noise counts as one. */
function rounded(x: Expression, digits: Expression): Expression {
  const known = literal(digits);
  const power = (): Expression => call('POWER', number(10), digits);
  const size = known === undefined ? power() : number(10 ** Math.abs(known));
  const down = known !== undefined && known < 0;
  const same = known === 0;
  const positive = call('ABS', x);
  const large = same ? positive : binary(positive, down ? '/' : '*', size);
  const lifted = binary(binary(large, '+', number(0.5)), '+', binary(large, '*', number(2e-15)));
  const whole = binary(call('SIGN', x), '*', call('INT', lifted));
  return same ? whole : binary(whole, down ? '*' : '/', size);
}

/** Erlang's delay formula by the one of loss, which is a quotient of Poisson probabilities. */
function delay(load: Expression, stated: Expression): Expression {
  const servers = wholeOr(stated, call('INT', stated));
  const poisson = (cumulative: 0 | 1): Expression => call('POISSON', servers, load, number(cumulative));
  const lost = binary(poisson(0), '/', poisson(1));
  const busy = binary(load, '/', servers);
  const waits = binary(lost, '/', binary(number(1), '-', binary(busy, '*', binary(number(1), '-', lost))));
  const known = call('IF', binary(servers, '<=', load), number(1), waits);
  const some = call('IF', binary(load, '=', number(0)), number(0), known);
  const sensible = call('IF', binary(load, '>', number(mostLoad)), unknown, some);
  return call('IF', binary(call('MIN', load, servers), '<', number(0)), unknown, sensible);
}

function alike(a: Expression, b: Expression): Expression {
  if (literal(b) === 0) return binary(a, '=', b);
  const most = call('MAX', call('ABS', a), call('ABS', b));
  return binary(call('ABS', binary(a, '-', b)), '<=', binary(noise, '*', most));
}

function atMost(a: Expression, b: Expression): Expression {
  if (literal(b) === 0) return binary(a, '<=', b);
  return binary(binary(a, '-', b), '<=', binary(noise, '*', call('ABS', b)));
}

/** Unknown is half way between true and false: the smaller is `and`, the larger `or`. */
function both(name: 'MIN' | 'MAX', a: Expression, b: Expression): Expression {
  return decided(call(name, halfIfUnknown(a), halfIfUnknown(b)));
}

export function halfIfUnknown(e: Expression): Expression {
  return literal(e) === undefined ? call('IFERROR', e, number(0.5)) : e;
}

function decided(half: Expression): Expression {
  const place = binary(number(1), '+', binary(number(2), '*', half));
  return call('CHOOSE', place, number(0), unknown, number(1));
}
