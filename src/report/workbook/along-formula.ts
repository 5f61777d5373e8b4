// What grid/along.ts does to the months of a value, one month at a time, as formulas over the months before. Steps in between
// stand in rows of their own.

import type { AlongOperation } from '../../graph/types.ts';
import { binary, call, type Expression, number, unknown } from './expression.ts';

export interface AlongHelp {
  /** An argument in a month. */
  arg(index: number, month: number): Expression;
  /** A row of its own: a name, what it is called on the sheet, and its formula in a month. */
  step(name: string, what: string, month: number, write: () => Expression): Expression;
  /** Such a row from the first month to another; the result itself where the name is empty. */
  range(name: string, to: number): Expression;
  /** An argument from the first month to another; undefined where it has no cell of its own for each. */
  argRange(index: number, to: number): Expression | undefined;
  /** The argument is made alike in all months. */
  isSteady(index: number): boolean;
  /** The result in another month. */
  self(month: number): Expression;
  /** 1 for the first month. */
  monthNumber(month: number): Expression;
  monthNumbers(to: number): Expression;
}

const zero = number(0);

export function alongFormula(operation: AlongOperation, month: number, help: AlongHelp): Expression {
  switch (operation) {
    case 'running':
      return month === 0 ? help.arg(0, 0) : binary(help.self(month - 1), '+', help.arg(0, month));
    case 'rises':
      return call(
        'MAX',
        zero,
        month === 0 ? help.arg(0, 0) : binary(help.arg(0, month), '-', help.arg(0, month - 1)),
      );
    case 'bought':
      return bought(month, help);
    case 'spread':
      return spread(month, help);
    case 'returned':
      return returned(month, help);
    case 'committed':
      return level(month, help);
    case 'renewed':
      return month === 0 ? level(0, help) : call('IF', begins(month, help), level(month, help), zero);
  }
}

/** How many whole months a length of time is; unknown where it is none. */
function months(length: Expression): Expression {
  const whole = call('INT', binary(length, '+', number(0.5)));
  return call('IF', binary(whole, '>=', number(1)), whole, unknown);
}

/** Σ of one row over the months that another row says are not over by now. */
function stillAlive(ends: Expression, amounts: Expression, now: Expression): Expression {
  return call('SUMPRODUCT', binary(binary(ends, '>', now), '*', amounts));
}

function bought(month: number, help: AlongHelp): Expression {
  const now = help.monthNumber(month);
  if (help.isSteady(0) && help.isSteady(1)) {
    // all of it at the start, and again each time that its life is over
    const [need, elapsed] = [help.arg(0, month), binary(now, '-', number(1))];
    const again = binary(call('MOD', elapsed, months(help.arg(1, month))), '=', zero);
    return call('IF', binary(need, '<=', zero), zero, call('IF', again, need, zero));
  }
  const missing = help.step(
    'missing',
    'missing, before the life of what is bought is looked at',
    month,
    () => {
      if (month === 0) return call('MAX', zero, help.arg(0, 0));
      withMonthsBefore(month, help);
      const alive = stillAlive(help.range('ends', month - 1), help.range('', month - 1), now);
      return call('MAX', zero, binary(help.arg(0, month), '-', alive));
    },
  );
  const ends = help.step('ends', 'month in which the life of what was bought is over', month, () =>
    call('IF', binary(missing, '=', zero), now, binary(now, '+', months(help.arg(1, month)))),
  );
  return call('IF', call('ISNUMBER', ends), missing, unknown);
}

/** The amounts up to a month, and whether all of them are nothing: then it does not matter how long anything lasts. */
function amountsUntil(
  month: number,
  help: AlongHelp,
): { readonly all: Expression; readonly none: Expression } {
  let all = help.argRange(0, month);
  if (all === undefined) {
    withMonthsBefore(month, help);
    help.step('amounts', 'amount', month, () => help.arg(0, month));
    all = help.range('amounts', month);
  }
  const largest = call('MAX', call('MAX', all), { kind: 'negative', arg: call('MIN', all) });
  return { all, none: binary(largest, '=', zero) };
}

function spread(month: number, help: AlongHelp): Expression {
  if (help.isSteady(1)) {
    const { all, none } = amountsUntil(month, help);
    const life = months(help.arg(1, month));
    const recent = binary(help.monthNumbers(month), '>', binary(help.monthNumber(month), '-', life));
    const sum = call('SUMPRODUCT', binary(recent, '*', all));
    return call('IF', none, zero, binary(sum, '/', life));
  }
  withMonthsBefore(month, help);
  const [amount, length, now] = [help.arg(0, month), help.arg(1, month), help.monthNumber(month)];
  help.step('ends', 'month in which it is used up', month, () =>
    call('IF', binary(amount, '=', zero), now, binary(now, '+', months(length))),
  );
  help.step('parts', 'part of a month', month, () =>
    call('IF', binary(amount, '=', zero), zero, binary(amount, '/', months(length))),
  );
  return stillAlive(help.range('ends', month), help.range('parts', month), now);
}

function returned(month: number, help: AlongHelp): Expression {
  if (help.isSteady(1)) {
    const { all, none } = amountsUntil(month, help);
    const bought = binary(help.monthNumber(month), '-', months(help.arg(1, month)));
    const over = binary(help.monthNumbers(month), '=', bought);
    return call('IF', none, zero, call('SUMPRODUCT', binary(over, '*', all)));
  }
  withMonthsBefore(month, help);
  const [amount, length, now] = [help.arg(0, month), help.arg(1, month), help.monthNumber(month)];
  help.step('ends', 'month in which it comes back', month, () =>
    call('IF', binary(amount, '=', zero), zero, binary(now, '+', months(length))),
  );
  help.step('amounts', 'what will come back', month, () => amount);
  const due = binary(help.range('ends', month), '=', now);
  return call('SUMPRODUCT', binary(due, '*', help.range('amounts', month)));
}

/** A range reads the steps of every month before, and so they all have to be there. */
function withMonthsBefore(month: number, help: AlongHelp): void {
  if (month > 0) help.self(month - 1);
}

/** Whether a term begins in a month after the first: the last one is over. */
function begins(month: number, help: AlongHelp): Expression {
  return binary(help.monthNumber(month), '>=', ends(month - 1, help));
}

/** The level to which one is bound. What is unknown may have begun a term at any time since. */
function level(month: number, help: AlongHelp): Expression {
  return help.step('level', 'level to which one is bound', month, () => {
    const whole = call('INT', binary(help.arg(1, month), '+', number(0.5)));
    const unbound = binary(whole, '=', zero);
    const bound = binary(help.arg(0, month), '+', binary(zero, '*', whole));
    const fresh = call('IF', unbound, zero, bound);
    return month === 0 ? fresh : call('IF', begins(month, help), fresh, level(month - 1, help));
  });
}

function ends(month: number, help: AlongHelp): Expression {
  return help.step('ends', 'first month in which a new term can begin', month, () => {
    const now = help.monthNumber(month);
    const whole = call('INT', binary(help.arg(1, month), '+', number(0.5)));
    const length = call('IF', binary(level(month, help), '=', zero), number(1), whole);
    const fresh = binary(now, '+', length);
    return month === 0 ? fresh : call('IF', begins(month, help), fresh, ends(month - 1, help));
  });
}
