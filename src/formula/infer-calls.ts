// Types of function calls, of functions along an axis, and of sums over the items of a group.

import { didYouMean } from '../diagnostics/nearest.ts';
import type { Span } from '../diagnostics/source.ts';
import { one, sameUnit, type Unit, unitText } from '../quantity/unit.ts';
import type { Expression } from './ast.ts';
import { functions, reductions } from './functions.ts';
import { inferDraw } from './infer-draws.ts';
import { inferQueue } from './infer-queues.ts';
import {
  apply,
  axisHelp,
  brokenAt,
  describe,
  type Inference,
  isBroken,
  numberOrTruth,
  numeric,
  truth,
  unitOf,
} from './inference.ts';
import { meantFunction } from './other-words.ts';
import type { AxisShape } from './scope.ts';
import {
  type CatalogQuestion,
  condition,
  numberOf,
  type Operation,
  type Reduction,
  type Typed,
} from './typed.ts';
import { alike } from './unify.ts';

/** The points of the band axis, in order. */
export const bandPoints = ['low', 'mid', 'high'] as const;
export const bandAxis = 'band';

type Call = Expression & { kind: 'call' };

export function inferCall(e: Call, ctx: Inference): Typed {
  const entry = Object.hasOwn(functions, e.name) ? functions[e.name] : undefined;
  if (entry === undefined) {
    const known = [...Object.keys(functions), ...Object.keys(reductions)];
    const along = Object.hasOwn(reductions, e.name)
      ? `\`${e.name}\` works along an axis: \`${e.name}(total over month)\``
      : '';
    const message = along === '' ? `there is no function \`${e.name}\`` : `\`${e.name}\` needs an axis`;
    ctx.out.error('E204', message, [{ span: e.nameSpan, label: '' }], along || meantFunction(e.name, known));
    return brokenAt(e.span);
  }
  switch (entry.shape) {
    case 'cheapest':
      return inferCheapest(e, ctx);
    case 'catalog':
      return inferCatalog(e, e.name as CatalogQuestion, ctx);
    case 'same-unit':
      return inferSameUnit(e, e.name as Operation, ctx);
    case 'round':
      return inferRound(e, ctx);
    case 'distribution':
      return inferDraw(e, ctx);
    case 'queue':
      return inferQueue(e, entry.signature, ctx);
    case 'keep-unit':
    case 'pure':
    case 'square-root':
    case 'band':
    case 'known':
      break;
  }
  const ofBoth = entry.shape === 'band' || entry.shape === 'known';
  const arg = only(e, entry.signature, ctx, ofBoth ? numberOrTruth : numeric);
  if (arg === undefined || isBroken(arg)) return brokenAt(e.span);
  switch (entry.shape) {
    case 'known':
      return apply('known', [arg], undefined, e.span);
    case 'band': {
      const index = bandPoints.indexOf(e.name as (typeof bandPoints)[number]);
      return { op: 'at', points: [{ axis: bandAxis, index }], arg, type: arg.type, span: e.span };
    }
    case 'keep-unit':
      return apply(e.name as Operation, [arg], unitOf(arg), e.span);
    case 'square-root':
      return inferRoot(e, arg, ctx);
    case 'pure':
      return inferPure(e, arg, ctx);
  }
}

function wrongArguments(e: Call, signature: string, ctx: Inference): undefined {
  const label = e.args.length === 1 ? 'one argument' : `${e.args.length} arguments`;
  ctx.out.error(
    'E205',
    `\`${e.name}\` is used with the wrong arguments`,
    [{ span: e.span, label }],
    `it is written \`${signature}\``,
  );
  return undefined;
}

function only(e: Call, signature: string, ctx: Inference, as: typeof numeric): Typed | undefined {
  const [first] = e.args;
  if (first === undefined || e.args.length > 1) return wrongArguments(e, signature, ctx);
  return as(ctx.infer(first, ctx), ctx);
}

function inferSameUnit(e: Call, operation: Operation, ctx: Inference): Typed {
  const args = e.args.map((a) => numeric(ctx.infer(a, ctx), ctx));
  const [first, ...rest] = args;
  if (first === undefined || rest.length === 0) {
    wrongArguments(e, `${e.name}(a, b)\` or \`${e.name}(a over axis)`, ctx);
    return brokenAt(e.span);
  }
  let result = first;
  for (const arg of rest) {
    const pair = alike(result, arg, 'put beside', ctx, arg.span);
    if (pair === undefined) return brokenAt(e.span);
    result = apply(operation, pair, unitOf(pair[0]), e.span);
  }
  return result;
}

function inferRound(e: Call, ctx: Inference): Typed {
  const [value, digits] = e.args;
  if (value === undefined || e.args.length > 2) {
    wrongArguments(e, 'round(a, digits)', ctx);
    return brokenAt(e.span);
  }
  const arg = numeric(ctx.infer(value, ctx), ctx);
  const places = digits === undefined ? undefined : ctx.infer(digits, ctx);
  if (isBroken(arg)) return brokenAt(e.span);
  const count =
    places === undefined
      ? 0
      : places.op === 'number' && sameUnit(unitOf(places), one)
        ? places.value
        : Number.NaN;
  if (!Number.isInteger(count) || Math.abs(count) > 15) {
    const span = places?.span ?? e.span;
    ctx.out.error(
      'E205',
      '`round` takes a whole number of digits',
      [{ span, label: '' }],
      '`round(x, 2)` is to cents, `round(x, -1)` to tens',
    );
    return brokenAt(e.span);
  }
  const digitsArg: Typed = { op: 'number', value: count, type: numberOf(one), span: e.span };
  return apply('round', [arg, digitsArg], unitOf(arg), e.span);
}

function inferPure(e: Call, arg: Typed, ctx: Inference): Typed {
  if (sameUnit(unitOf(arg), one)) return apply(e.name as Operation, [arg], one, e.span);
  ctx.out.error(
    'E301',
    `\`${e.name}\` needs a pure number`,
    [{ span: arg.span, label: describe(arg) }],
    'divide it by a value of the same unit first',
  );
  return brokenAt(e.span);
}

function inferRoot(e: Call, arg: Typed, ctx: Inference): Typed {
  const unit = halved(unitOf(arg));
  if (unit !== undefined) return apply('sqrt', [arg], unit, e.span);
  const message = `the square root of \`${unitText(unitOf(arg))}\` has no unit`;
  ctx.out.error(
    'E301',
    message,
    [{ span: arg.span, label: describe(arg) }],
    'divide it by one of that unit first',
  );
  return brokenAt(e.span);
}

function halved(unit: Unit): Unit | undefined {
  if (unit.factors.some((f) => f.power % 2 !== 0)) return undefined;
  const factors = unit.factors.map((f) => ({ atom: f.atom, power: f.power / 2 }));
  return { factors, key: factors.map((f) => `${f.atom.name}^${f.power}`).join(' ') };
}

function inferCheapest(e: Call, ctx: Inference): Typed {
  const [first] = e.args;
  if (first?.kind !== 'name' || e.args.length !== 1) {
    wrongArguments(e, 'cheapest(axis)', ctx);
    return brokenAt(e.span);
  }
  return along(
    'argmin',
    { kind: 'name', name: 'feasible_total', span: first.span },
    first.name,
    first.span,
    undefined,
    e.span,
    ctx,
  );
}

function inferCatalog(e: Call, question: CatalogQuestion, ctx: Inference): Typed {
  const [path, second] = e.args;
  const wanted = question === 'price' ? 1 : 2;
  const signature = functions[question]?.signature ?? question;
  if (path?.kind !== 'text' || e.args.length !== wanted || (question === 'spec' && second?.kind !== 'text')) {
    wrongArguments(e, signature, ctx);
    return brokenAt(e.span);
  }
  const attribute = second?.kind === 'text' ? second.value : '';
  const arg = question === 'cost' && second !== undefined ? numeric(ctx.infer(second, ctx), ctx) : undefined;
  if (arg !== undefined && isBroken(arg)) return brokenAt(e.span);
  const type = ctx.scope.catalogType(
    question,
    path.value,
    attribute,
    arg,
    path.span,
    second?.span ?? path.span,
  );
  return { op: 'catalog', question, path: path.value, arg, attribute, type, span: e.span };
}

export function inferOver(e: Expression & { kind: 'over' }, ctx: Inference): Typed {
  if (!Object.hasOwn(reductions, e.name)) {
    const message = `\`${e.name}\` does not work along an axis`;
    ctx.out.error(
      'E204',
      message,
      [{ span: e.nameSpan, label: '' }],
      didYouMean(e.name, Object.keys(reductions)),
    );
    return brokenAt(e.span);
  }
  const items =
    e.by === undefined && ctx.scope.axis(e.over) === undefined ? ctx.scope.itemsOf(e.over) : undefined;
  if (items !== undefined) return overItems(e, items, ctx);
  return along(e.name as Reduction, e.operand, e.over, e.overSpan, e.by, e.span, ctx);
}

function along(
  reduction: Reduction,
  operand: Expression,
  axis: string,
  axisSpan: Span,
  by: (Expression & { kind: 'over' })['by'],
  span: Span,
  ctx: Inference,
): Typed {
  const arg = ctx.infer(operand, ctx);
  const shape = ctx.scope.axis(axis);
  if (shape === undefined) {
    const message = `there is no axis or group called \`${axis}\``;
    ctx.out.error('E403', message, [{ span: axisSpan, label: '' }], axisHelp(axis, ctx.scope));
    return brokenAt(span);
  }
  const counts = reduction === 'all' || reduction === 'any' || reduction === 'count';
  const value = counts
    ? truth(arg, ctx)
    : reduction === 'first' || reduction === 'last'
      ? arg
      : numeric(arg, ctx);
  const parts = by === undefined ? undefined : partsOf(shape, by, ctx);
  if (isBroken(value) || (by !== undefined && parts === undefined)) return brokenAt(span);
  if (reduction === 'argmin' || reduction === 'argmax')
    return { op: 'reduce', reduction, axis, by: parts, arg: value, type: { kind: 'point', axis }, span };
  const type = reduction === 'count' ? numberOf(one) : counts ? condition : value.type;
  const result: Typed = { op: 'reduce', reduction, axis, by: parts, arg: value, type, span };
  return reduction === 'sum' && shape.step !== undefined ? overTime(result, shape.step, ctx) : result;
}

/** So much per month, for one month after the other: a sum along time is what came together in it. */
function overTime(sum: Typed, step: Unit, ctx: Inference): Typed {
  const one: Typed = { op: 'number', value: 1, type: numberOf(step), span: sum.span };
  return ctx.product(sum, one, sum.span);
}

function partsOf(
  shape: AxisShape,
  { axis, span }: NonNullable<(Expression & { kind: 'over' })['by']>,
  ctx: Inference,
): { readonly axis: string; readonly stretches: readonly (readonly [number, number])[] } | undefined {
  if (shape.parts?.of === axis) return { axis, stretches: shape.parts.stretches };
  const help =
    shape.parts === undefined
      ? '`by` is for time: `over month by year`'
      : `\`${shape.name}\` goes by \`${shape.parts.of}\``;
  ctx.out.error('E403', `\`${shape.name}\` has no parts called \`${axis}\``, [{ span, label: '' }], help);
  return undefined;
}

/** `sum(round(cost, 2) over items)`: the formula once for each item, where `cost` is that item's. */
function overItems(e: Expression & { kind: 'over' }, items: readonly string[], ctx: Inference): Typed {
  if (e.name !== 'sum' && e.name !== 'min' && e.name !== 'max') {
    ctx.out.error(
      'E204',
      `\`${e.name}\` does not work over items`,
      [{ span: e.nameSpan, label: '' }],
      'sum, min and max do',
    );
    return brokenAt(e.span);
  }
  const parts = items.map((item) => numeric(ctx.infer(e.operand, within(ctx, item)), ctx));
  const [first, ...rest] = parts;
  if (first === undefined) return { op: 'number', value: 0, type: numberOf(one), span: e.span };
  const operation: Operation = e.name === 'sum' ? 'add' : e.name;
  let result = first;
  for (const part of rest) {
    const pair = alike(result, part, 'added to', ctx, e.operand.span);
    if (pair === undefined) return brokenAt(e.span);
    result = apply(operation, pair, unitOf(pair[0]), e.span);
  }
  return result;
}

const itemWords = new Set(['cost', 'count', 'quantity']);

/** Inside `over items`, the item's own figures by their short names. */
function within(ctx: Inference, item: string): Inference {
  return { ...ctx, rename: (name) => (itemWords.has(name) ? `${item}.${name}` : ctx.rename(name)) };
}
