// Tree -> typed tree: what every part measures, which conversions are needed, and what does not fit. Nothing is computed.

import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { Span } from '../diagnostics/source.ts';
import { divide, multiply, one, power, sameUnit, simplify, unitText } from '../quantity/unit.ts';
import type { BinaryOperator, Expression } from './ast.ts';
import { inferCall, inferOver } from './infer-calls.ts';
import {
  apply,
  axisHelp,
  brokenAt,
  describe,
  type Inference,
  isBroken,
  numeric,
  pointHelp,
  truth,
  unitOf,
} from './inference.ts';
import { indexOfPoint } from './point-index.ts';
import type { Scope } from './scope.ts';
import { bareNumber, condition, numberOf, type Typed } from './typed.ts';
import { alike, convertTo } from './unify.ts';

/** The typed tree of a formula; errors go to `out`, and what is broken is of type `broken`. */
export function inferFormula(e: Expression, scope: Scope, out: Diagnostics): Typed {
  const product: Inference['product'] = (left, right, span) => inferProduct('*', left, right, span);
  return infer(e, { scope, out, rename: (name) => name, infer, product });
}

function infer(e: Expression, ctx: Inference): Typed {
  switch (e.kind) {
    case 'number':
      return { op: 'number', value: e.value, type: numberOf(e.unit), span: e.span };
    case 'text':
      return { op: 'text', value: e.value, type: { kind: 'text' }, span: e.span };
    case 'name':
      return inferName(e.name, e.span, ctx);
    case 'unary':
      return inferUnary(e, ctx);
    case 'binary':
      return inferBinary(e, ctx);
    case 'if':
      return inferIf(e, ctx);
    case 'call':
      return inferCall(e, ctx);
    case 'over':
      return inferOver(e, ctx);
    case 'range':
      return inferRange(e, ctx);
    case 'in':
      return convertTo(numeric(infer(e.operand, ctx), ctx), e.unit, e.unitSpan, ctx);
    case 'at':
      return inferAt(e, ctx);
  }
}

function inferName(written: string, span: Span, ctx: Inference): Typed {
  const name = ctx.rename(written);
  if (name === 'true' || name === 'false') {
    return { op: 'number', value: name === 'true' ? 1 : 0, type: condition, span };
  }
  if (name === 'unknown' || name === 'unlimited') {
    const value = name === 'unknown' ? Number.NaN : Number.POSITIVE_INFINITY;
    return { op: 'number', value, type: bareNumber, span };
  }
  const type = ctx.scope.typeOf(name, span);
  if (type !== undefined) return { op: 'name', name, type, span };
  const unit = ctx.scope.units.lookup(name);
  if (unit !== undefined) return { op: 'number', value: 1, type: numberOf(unit), span };
  const guess = didYouMean(name, [...ctx.scope.names(), ...ctx.scope.units.words()]);
  const own = name.includes('.') ? '' : `a countable of your own is declared under \`units: [${name}]\``;
  ctx.out.error(
    'E401',
    `nothing here is called \`${name}\``,
    [{ span, label: 'unknown name' }],
    guess || own,
  );
  return brokenAt(span);
}

function inferUnary(e: Expression & { kind: 'unary' }, ctx: Inference): Typed {
  const inner = infer(e.operand, ctx);
  if (e.operator === 'not') {
    const operand = truth(inner, ctx);
    return isBroken(operand) ? brokenAt(e.span) : apply('not', [operand], undefined, e.span);
  }
  const operand = numeric(inner, ctx);
  if (isBroken(operand)) return brokenAt(e.span);
  if (operand.op === 'number') return { ...operand, value: -operand.value, span: e.span };
  return apply('neg', [operand], unitOf(operand), e.span);
}

function inferBinary(e: Expression & { kind: 'binary' }, ctx: Inference): Typed {
  const left = infer(e.left, ctx);
  const right = infer(e.right, ctx);
  switch (e.operator) {
    case 'and':
    case 'or': {
      const [a, b] = [truth(left, ctx), truth(right, ctx)];
      return isBroken(a, b) ? brokenAt(e.span) : apply(e.operator, [a, b], undefined, e.span);
    }
    case '==':
    case '!=':
      return inferEquality(e, left, right, ctx);
    case '*':
    case '/':
      return inferProduct(e.operator, numeric(left, ctx), numeric(right, ctx), e.span);
    case '^':
      return inferPower(e, numeric(left, ctx), numeric(right, ctx), ctx);
    default:
      return inferLike(e, numeric(left, ctx), numeric(right, ctx), ctx);
  }
}

/** Sums, differences and comparisons: both sides in one unit, that of the left. */
function inferLike(e: Expression & { kind: 'binary' }, left: Typed, right: Typed, ctx: Inference): Typed {
  const pair = alike(left, right, verbOf(e.operator), ctx, e.operatorSpan);
  if (pair === undefined) return brokenAt(e.span);
  const [a, b] = pair;
  switch (e.operator) {
    case '+':
      return apply('add', [a, b], unitOf(a), e.span);
    case '-':
      return apply('sub', [a, b], unitOf(a), e.span);
    case '>':
      return apply('lt', [b, a], undefined, e.span);
    case '>=':
      return apply('le', [b, a], undefined, e.span);
    default:
      return apply(e.operator === '<' ? 'lt' : 'le', [a, b], undefined, e.span);
  }
}

function verbOf(operator: BinaryOperator): string {
  if (operator === '+') return 'added to';
  if (operator === '-') return 'subtracted from';
  return 'compared with';
}

function inferEquality(e: Expression & { kind: 'binary' }, left: Typed, right: Typed, ctx: Inference): Typed {
  const operation = e.operator === '==' ? 'eq' : 'ne';
  const point = left.type.kind === 'point' ? left : right.type.kind === 'point' ? right : undefined;
  if (point !== undefined) {
    const other = point === left ? right : left;
    const index = pointIndex(point, other, ctx);
    return index === undefined ? brokenAt(e.span) : apply(operation, [point, index], undefined, e.span);
  }
  if (left.type.kind === 'condition' && right.type.kind === 'condition') {
    return apply(operation, [left, right], undefined, e.span);
  }
  const pair = alike(numeric(left, ctx), numeric(right, ctx), 'compared with', ctx, e.operatorSpan);
  return pair === undefined ? brokenAt(e.span) : apply(operation, pair, undefined, e.span);
}

function pointIndex(point: Typed, other: Typed, ctx: Inference): Typed | undefined {
  if (point.type.kind !== 'point' || isBroken(other)) return undefined;
  if (other.type.kind === 'point' && other.type.axis === point.type.axis) return other;
  const axis = ctx.scope.axis(point.type.axis);
  if (axis === undefined) return undefined;
  if (other.op !== 'text') {
    const help = `write the point's name in quotes: "${axis.points[0] ?? ''}"`;
    ctx.out.error(
      'E303',
      `a point of \`${axis.name}\` can be compared only with one of its points`,
      [{ span: other.span, label: '' }],
      help,
    );
    return undefined;
  }
  const index = indexOfPoint(axis.points, other.value);
  if (index >= 0) return { op: 'number', value: index, type: point.type, span: other.span };
  ctx.out.error(
    'E404',
    `\`${axis.name}\` has no point \`${other.value}\``,
    [{ span: other.span, label: '' }],
    pointHelp(other.value, axis.points),
  );
  return undefined;
}

function inferProduct(operator: '*' | '/', left: Typed, right: Typed, span: Span): Typed {
  if (isBroken(left, right)) return brokenAt(span);
  const raw = operator === '*' ? multiply(unitOf(left), unitOf(right)) : divide(unitOf(left), unitOf(right));
  const product = apply(operator === '*' ? 'mul' : 'div', [left, right], raw, span);
  const tidy = simplify(raw);
  if (sameUnit(tidy.unit, raw)) return product;
  const { numerator, denominator } = tidy;
  if (numerator === denominator) return { ...product, type: numberOf(tidy.unit) };
  return {
    op: 'convert',
    step: { kind: 'scale', numerator, denominator },
    arg: product,
    type: numberOf(tidy.unit),
    span,
  };
}

function inferPower(e: Expression & { kind: 'binary' }, base: Typed, exponent: Typed, ctx: Inference): Typed {
  if (isBroken(base, exponent)) return brokenAt(e.span);
  if (!sameUnit(unitOf(exponent), one)) {
    ctx.out.error('E306', 'a power must be a pure number', [
      { span: exponent.span, label: describe(exponent) },
    ]);
    return brokenAt(e.span);
  }
  if (sameUnit(unitOf(base), one)) return apply('pow', [base, exponent], one, e.span);
  const whole = exponent.op === 'number' && Number.isInteger(exponent.value) && Math.abs(exponent.value) <= 9;
  if (!whole) {
    const label = 'a value with a unit can be raised only to a whole number from -9 to 9';
    ctx.out.error('E306', `\`${unitText(unitOf(base))}\` cannot be raised to this power`, [
      { span: exponent.span, label },
    ]);
    return brokenAt(e.span);
  }
  return apply('pow', [base, exponent], power(unitOf(base), exponent.value), e.span);
}

function inferIf(e: Expression & { kind: 'if' }, ctx: Inference): Typed {
  const test = truth(infer(e.test, ctx), ctx);
  const then = infer(e.then, ctx);
  const otherwise = infer(e.otherwise, ctx);
  if (then.type.kind === 'condition' && otherwise.type.kind === 'condition') {
    return isBroken(test) ? brokenAt(e.span) : apply('if', [test, then, otherwise], undefined, e.span);
  }
  const pair = alike(
    numeric(then, ctx),
    numeric(otherwise, ctx),
    'the other branch of',
    ctx,
    e.otherwise.span,
  );
  if (pair === undefined || isBroken(test)) return brokenAt(e.span);
  return apply('if', [test, ...pair], unitOf(pair[0]), e.span);
}

function inferRange(e: Expression & { kind: 'range' }, ctx: Inference): Typed {
  let low = numeric(infer(e.low, ctx), ctx);
  const high = numeric(infer(e.high, ctx), ctx);
  // `75 to 125 devices`: the unit stands once, at the end
  if (low.op === 'number' && sameUnit(unitOf(low), one) && !isBroken(low)) low = { ...low, type: high.type };
  const pair = alike(high, low, 'the other end of', ctx, e.span);
  if (pair === undefined) return brokenAt(e.span);
  const [top, bottom] = pair;
  return { op: 'range', low: bottom, high: top, type: top.type, span: e.span };
}

function inferAt(e: Expression & { kind: 'at' }, ctx: Inference): Typed {
  const arg = infer(e.operand, ctx);
  if (arg.op === 'number' && !isBroken(arg)) {
    const help = '`at` belongs to the value just before it; put the whole in parentheses: `(a + b) at …`';
    ctx.out.error('E405', 'this is the same at every point', [{ span: e.operand.span, label: '' }], help);
    return brokenAt(e.span);
  }
  const points: { axis: string; index: number }[] = [];
  let failed = isBroken(arg);
  for (const { axis: name, axisSpan, point, pointSpan } of e.points) {
    const axis = ctx.scope.axis(name);
    if (axis === undefined) {
      ctx.out.error(
        'E403',
        `there is no axis called \`${name}\``,
        [{ span: axisSpan, label: '' }],
        axisHelp(name, ctx.scope),
      );
      failed = true;
      continue;
    }
    const index = indexOfPoint(axis.points, point);
    if (index < 0) {
      ctx.out.error(
        'E404',
        `\`${name}\` has no point \`${point}\``,
        [{ span: pointSpan, label: '' }],
        pointHelp(point, axis.points),
      );
      failed = true;
      continue;
    }
    points.push({ axis: name, index });
  }
  return failed ? brokenAt(e.span) : { op: 'at', points, arg, type: arg.type, span: e.span };
}
