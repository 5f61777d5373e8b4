// The whole module of kernels as WebAssembly text. Every kernel is a function of one signature; `run` walks a list of
// instructions and calls them through a table by number.

import { mostFactors } from '../../src/numeric/functions/pow.ts';
import { kernelNames, kernels, word, wordsPerInstruction } from '../../src/numeric/kernels/instructions.ts';
import { cellwise, locals, rounded } from './arithmetic.ts';
import { draws, helpers } from './draws.ts';
import * as l from './lanes.ts';
import { get, number, set } from './lanes.ts';

const fields = ['out', 'a', 'as', 'b', 'bs', 'c', 'cs', 'n', 'data', 'end'];
const parameters = fields.map((name) => `(param $${name} i32)`).join(' ');

/** Two cells of each operand, for as many operands as there are. */
const operands = ['a', 'b', 'c'].map((name, i) =>
  [
    set(['x', 'y', 'z'][i] as string, `(v128.load (local.get $${name}))`),
    `(local.set $${name} (i32.add (local.get $${name}) (local.get $${name}s)))`,
  ].join('\n    '),
);

/** Runs the statements for each two cells; twice in a row, for columns are whole groups of eight. */
function loopOver(count: number, statements: readonly string[], result: string): string {
  const once = (offset: number): string => `
    ${operands.slice(0, count).join('\n    ')}
    ${statements.join('\n    ')}
    (v128.store offset=${offset} (local.get $out) ${result})`;
  return `
  (loop $again${once(0)}${once(16)}
    (local.set $out (i32.add (local.get $out) (i32.const 32)))
    (br_if $again (i32.lt_u (local.get $out) (local.get $end))))`;
}

/**
 * Constants are read into locals before anything else: V8 makes a constant anew, in up to four instructions, wherever it is written.
 */
function kernel(name: string, declared: string, code: string): string {
  const constants: string[] = [];
  const read = code.replaceAll(/\(v128\.const [^)]*\)/g, (constant) => {
    if (!constants.includes(constant)) constants.push(constant);
    return get(`constant${constants.indexOf(constant)}`);
  });
  const locals = constants.map((_, k) => `(local $constant${k} v128)`).join(' ');
  const filled = constants.map((constant, k) => set(`constant${k}`, constant)).join(' ');
  return `(func $${name} (type $kernel) ${parameters}\n  ${declared} ${locals}\n  ${filled}${read})`;
}

function cellwiseKernel(name: keyof typeof cellwise): string {
  const { statements = [], result } = cellwise[name];
  return kernel(name, locals, loopOver(kernels[name].fixed, statements, result));
}

/** Both lanes by a function of one number that the host brings. */
const byHost = (host: string): string =>
  `(f64x2.replace_lane 1 (f64x2.splat ${hostCall(host, 0)}) ${hostCall(host, 1)})`;
const hostCall = (host: string, lane: 0 | 1): string =>
  `(call $${host} (f64x2.extract_lane ${lane} (local.get $x)) (f64x2.extract_lane ${lane} (local.get $y)))`;

/** One whole exponent for all, not beyond `mostFactors`, is repeated squaring; everything else asks the host. */
const pow = kernel(
  'pow',
  `${locals} (local $left i32) (local $exponent f64)`,
  `
  (local.set $exponent (f64.load (local.get $b)))
  (if (i32.and (i32.eqz (local.get $bs)) (i32.and
      (f64.eq (f64.floor (local.get $exponent)) (local.get $exponent))
      (i32.and (f64.ge (local.get $exponent) (f64.const 1)) (f64.le (local.get $exponent) (f64.const ${mostFactors})))))
    (then
      (loop $again
        (local.set $x (v128.load (local.get $a)))
        (local.set $left (i32.trunc_sat_f64_s (local.get $exponent)))
        ${set('p', number(1))}
        (loop $bits
          (if (i32.and (local.get $left) (i32.const 1)) (then ${set('p', l.mul(get('p'), get('x')))}))
          ${set('x', l.mul(get('x'), get('x')))}
          (br_if $bits (local.tee $left (i32.shr_u (local.get $left) (i32.const 1)))))
        (v128.store (local.get $out) (local.get $p))
        (local.set $a (i32.add (local.get $a) (local.get $as)))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (br_if $again (i32.lt_u (local.get $out) (local.get $end)))))
    (else ${loopOver(2, [], byHost('powOf'))}))`,
);

const round = kernel(
  'round',
  locals,
  `
  (if (local.get $bs)
    (then ${loopOver(2, [], byHost('roundOf'))})
    (else
      (local.set $size (f64x2.splat (call $powOf (f64.const 10) (f64.abs (f64.load (local.get $b))))))
      (if (f64.ge (f64.load (local.get $b)) (f64.const 0))
        (then ${loopOver(1, rounded(true).statements ?? [], rounded(true).result)})
        (else ${loopOver(1, rounded(false).statements ?? [], rounded(false).result)}))))`,
);

/** Eight cells at a time, as pairs with a number each: what a list says is looked up once for all of them. */
const pairs = [0, 1, 2, 3];

type OfPair = (pair: number, cells: string) => string;

interface Listed {
  readonly start?: (pair: number) => string;
  /** From the operands that stand in the instruction. */
  readonly before: readonly OfPair[];
  /** From as many operands of the list at a time. */
  readonly each: readonly OfPair[];
  /** After each of these. */
  readonly after?: string;
  readonly result: (pair: number) => string;
}

function listKernel(name: string, { start, before, each, after = '', result }: Listed): string {
  const advance = (local: string, by: string): string =>
    `(local.set $${local} (i32.add (local.get $${local}) ${by}))`;
  const forPairs = (at: string, step: string, statement: OfPair): string =>
    pairs
      .map((k) => `${statement(k, `(v128.load (local.get $${at}))`)} ${advance(at, get(step))}`)
      .join('\n      ');
  const listed = each.map(
    (statement, i) => `
      (local.set $step (i32.load offset=${8 * i + 4} (local.get $at)))
      (local.set $from (i32.load offset=${8 * i} (local.get $at)))
      (if (local.get $step)
        (then
          ${advance('from', '(i32.mul (local.get $step) (local.get $j))')}
          ${forPairs('from', 'step', statement)})
        (else
          ${set('same', '(v128.load (local.get $from))')}
          ${pairs.map((k) => statement(k, get('same'))).join('\n          ')}))`,
  );
  const ofPairs = pairs.flatMap((k) =>
    ['x', 'y', 'p', 'q', 's'].map((local) => `(local $${local}${k} v128)`),
  );
  return kernel(
    name,
    `${ofPairs.join(' ')} (local $r v128) (local $same v128) (local $at i32) (local $last i32) (local $j i32) (local $from i32) (local $step i32)`,
    `
  (local.set $last (i32.add (local.get $data) (i32.shl (local.get $n) (i32.const 3))))
  (loop $again
    ${set('r', number(0))}
    ${start === undefined ? '' : pairs.map(start).join(' ')}
    ${before.map((statement, i) => forPairs(['a', 'b'][i] as string, ['as', 'bs'][i] as string, statement)).join('\n    ')}
    (local.set $at (local.get $data))
    (block $done (loop $each
      (br_if $done (i32.ge_u (local.get $at) (local.get $last)))${listed.join('')}
      ${after}
      ${advance('at', `(i32.const ${8 * each.length})`)}
      (br $each)))
    ${pairs.map((k) => `(v128.store offset=${16 * k} (local.get $out) ${result(k)})`).join('\n    ')}
    ${advance('j', `(i32.const ${pairs.length})`)}
    ${advance('out', `(i32.const ${16 * pairs.length})`)}
    (br_if $again (i32.lt_u (local.get $out) (local.get $end))))`,
  );
}

const of = (local: string, pair: number): string => get(`${local}${pair}`);
const keep = (local: string, pair: number, value: string): string => set(`${local}${pair}`, value);
/** In r, which of the list it is. */
const next = set('r', l.add(get('r'), number(1)));

const hinge = listKernel('hinge', {
  before: [(k, x) => keep('x', k, x), (k, sum) => keep('p', k, sum)],
  each: [
    (k, limit) => keep('q', k, l.add(l.pmax(l.sub(of('x', k), limit), number(0)), number(0))),
    (k, slope) => keep('p', k, l.add(of('p', k), l.mul(of('q', k), slope))),
  ],
  result: (k) => of('p', k),
});

/** In p the smallest so far, in q which it is. */
const cheapest = listKernel('cheapest', {
  start: (k) => `${keep('p', k, number(Number.NaN))} ${keep('q', k, number(Number.NaN))}`,
  before: [],
  each: [
    (k, cost) =>
      [
        keep('y', k, cost),
        keep('s', k, l.andNot(l.eq(of('y', k), of('y', k)), l.le(of('p', k), of('y', k)))),
        keep('p', k, l.choose(of('s', k), of('y', k), of('p', k))),
        keep('q', k, l.choose(of('s', k), get('r'), of('q', k))),
      ].join(' '),
  ],
  after: next,
  result: (k) => of('q', k),
});

const pick = listKernel('pick', {
  start: (k) => keep('p', k, number(Number.NaN)),
  before: [(k, index) => keep('x', k, index)],
  each: [(k, option) => keep('p', k, l.choose(l.eq(of('x', k), get('r')), option, of('p', k)))],
  after: next,
  result: (k) => of('p', k),
});

const field = (at: number): string => `(i32.load offset=${4 * at} (local.get $code))`;

const run = `(func (export "run") (param $code i32) (param $instructions i32) (param $count i32) (param $first i32)
  (local $last i32) (local $bytes i32)
  (global.set $first (local.get $first))
  (local.set $bytes (i32.shl (i32.and (i32.add (local.get $count) (i32.const 7)) (i32.const -8)) (i32.const 3)))
  (local.set $last (i32.add (local.get $code) (i32.mul (local.get $instructions) (i32.const ${4 * wordsPerInstruction}))))
  (block $done (loop $again
    (br_if $done (i32.ge_u (local.get $code) (local.get $last)))
    (call_indirect (type $kernel)
      ${[word.out, word.a, word.aStep, word.b, word.bStep, word.c, word.cStep, word.size, word.data].map(field).join('\n      ')}
      (i32.add ${field(word.out)} (local.get $bytes))
      ${field(word.kernel)})
    (local.set $code (i32.add (local.get $code) (i32.const ${4 * wordsPerInstruction})))
    (br $again))))`;

/** Imports a memory and three functions, exports `run`. */
export function moduleText(): string {
  const written = [
    ...Object.keys(cellwise).map((name) => cellwiseKernel(name as keyof typeof cellwise)),
    ...Object.entries(draws).map(([name, [declared, code]]) => kernel(name, declared, code)),
    pow,
    round,
    kernel('erlang_c', locals, loopOver(2, [], byHost('waitingOf'))),
    hinge,
    cheapest,
    pick,
  ];
  return `(module
(type $kernel (func ${fields.map(() => '(param i32)').join(' ')}))
(import "host" "memory" (memory 1))
(import "host" "pow" (func $powOf (param f64 f64) (result f64)))
(import "host" "round" (func $roundOf (param f64 f64) (result f64)))
(import "host" "waiting" (func $waitingOf (param f64 f64) (result f64)))
(global $first (mut i32) (i32.const 0))
(table funcref (elem ${kernelNames.map((name) => `$${name}`).join(' ')}))
${helpers.join('\n')}
${written.join('\n')}
${run})
`;
}
