// The kernels that draw: words of a stream, and words to values. What each does is said, one at a time, in
// src/numeric/kernels/loops-of-draws.ts.

import { groupBits, netBits, netSize, sets } from '../../src/numeric/draws/digital.ts';
import { halfWidth, segments, segmentsPerUnit } from '../../src/numeric/draws/normal-words.ts';
import { cellsPerEnd, cellsPerSegment, segmentsPerOctave } from '../../src/numeric/draws/quantile-table.ts';
import { parity, turns } from '../../src/numeric/draws/threefry.ts';
import * as l from './lanes.ts';
import { get, int, number, set } from './lanes.ts';

const bytes = 8;
const segmentBits = Math.log2(segmentsPerOctave);
const bytesPerSegment = cellsPerSegment * bytes;
const lanes = (...at: readonly number[]): string =>
  at.flatMap((n) => [0, 1, 2, 3].map((b) => 4 * n + b)).join(' ');
const word = (at: number): string => `(i32.load offset=${at} (local.get $data))`;
const splat = (value: string): string => `(i32x4.splat ${value})`;
const constant = (value: number): string => `(i32.const ${value})`;
const sum = (a: string, b: string): string => `(i32.add ${a} ${b})`;

/** Adds `step` to a local. */
const advance = (name: string, step: number): string =>
  `(local.set $${name} (i32.add (local.get $${name}) (i32.const ${step})))`;
const whileBelow = (name: string, end: string): string =>
  `(br_if $again (i32.lt_u (local.get $${name}) (local.get $${end})))`;
const wordsEnd =
  '(local.set $wordsEnd (i32.add (local.get $out) (i32.shr_u (i32.sub (local.get $end) (local.get $out)) (i32.const 1))))';

const keys = ['k0', 'k1', 'k2'];

/** The rounds for one or several pairs of locals, side by side: a processor works on one while it waits for the other. */
function threefryRounds(...pairs: readonly (readonly [string, string])[]): readonly string[] {
  const rounds: string[] = [];
  const forEach = (statement: (x: string, y: string) => string): void => {
    for (const [x, y] of pairs) rounds.push(statement(x, y));
  };
  for (let step = 0; step < 5; step++) {
    for (const turn of step % 2 === 0 ? turns.slice(0, 4) : turns.slice(4)) {
      forEach((x, y) => set(x, l.addInts(get(x), get(y))));
      forEach((x, y) => set(y, l.xor(l.or(l.left(get(y), turn), l.right(get(y), 32 - turn)), get(x))));
    }
    const [one, two] = [keys[(step + 1) % 3] as string, keys[(step + 2) % 3] as string];
    forEach((x) => set(x, l.addInts(get(x), get(one))));
    forEach((_, y) => set(y, l.addInts(get(y), l.addInts(get(two), int(step + 1)))));
  }
  return rounds;
}

/** Sixteen samples at a time. Words fill half of a column, so that eight too many at its end do no harm. */
const independent = `
  ${wordsEnd}
  ${set('k0', splat(word(0)))}
  ${set('k1', splat(word(4)))}
  ${set('k2', l.xor(int(parity), l.xor(get('k0'), get('k1'))))}
  ${set('i', l.addInts(splat('(i32.shr_u (global.get $first) (i32.const 1))'), '(v128.const i32x4 0 1 2 3)'))}
  (loop $again
    ${set('x', l.addInts(get('i'), get('k0')))}
    ${set('y', get('k1'))}
    ${set('x2', l.addInts(get('x'), int(4)))}
    ${set('y2', get('k1'))}
    ${threefryRounds(['x', 'y'], ['x2', 'y2']).join('\n    ')}
    (v128.store (local.get $out) (local.get $x))
    (v128.store offset=16 (local.get $out) (local.get $y))
    (v128.store offset=32 (local.get $out) (local.get $x2))
    (v128.store offset=48 (local.get $out) (local.get $y2))
    ${set('i', l.addInts(get('i'), int(8)))}
    ${advance('out', 64)}
    ${whileBelow('out', 'wordsEnd')})`;

/** The bits of four words in the opposite order: bytes turned round, then the halves of each byte by a table. */
function reversed(value: string): string {
  const turnedHalf = [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15];
  const low = l.bytes(turnedHalf.map((b) => b << 4));
  const high = l.bytes(turnedHalf);
  const halves = l.bytes(turnedHalf.map(() => 15));
  // a shuffle would do the same, but its pattern would be made anew each time
  const turned = l.swizzle(value, l.bytes([3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12]));
  return l.or(
    l.swizzle(low, l.and(`(local.tee $r ${turned})`, halves)),
    l.swizzle(high, l.and(l.right(get('r'), 4), halves)),
  );
}

/** What scrambles the net of sample `i`: the first word of one block. */
const netSeed = `(func $netSeed (param $i i32) (param $k0 i32) (param $k1 i32) (result i32)
  (local $k2 i32) (local $x i32) (local $y i32)
  ${set('k2', `(i32.xor (i32.const ${parity}) (i32.xor (local.get $k0) (local.get $k1)))`)}
  ${set('x', sum(`(i32.shr_u (local.get $i) (i32.const ${netBits}))`, get('k0')))}
  ${set('y', get('k1'))}
  ${[0, 1, 2, 3, 4]
    .flatMap((step) => [
      ...(step % 2 === 0 ? turns.slice(0, 4) : turns.slice(4)).flatMap((turn) => [
        set('x', sum(get('x'), get('y'))),
        set('y', `(i32.xor (i32.rotl (local.get $y) (i32.const ${turn})) (local.get $x))`),
      ]),
      set('x', sum(get('x'), get(keys[(step + 1) % 3] as string))),
      set('y', sum(get('y'), sum(get(keys[(step + 2) % 3] as string), constant(step + 1)))),
    ])
    .join('\n  ')}
  (local.get $x))`;

/** What a new net brings: its scramble, the odd number that goes with it, and the set of direction numbers. */
const newNet = `
    ${set('seed', splat(`(call $netSeed (local.get $i) ${word(0)} ${word(4)})`))}
    ${set('factor', l.or(l.right(get('seed'), 16), int(1)))}
    (local.set $set ${sum(
      get('data'),
      sum(
        constant(8),
        `(i32.mul (i32.and (i32.shr_u (local.get $i) (i32.const ${netBits})) (i32.const ${sets - 1})) (i32.const ${4 * netBits}))`,
      ),
    )})
    ${set('lowest', l.xor(l.and(direction(0), '(v128.const i32x4 0 -1 0 -1)'), l.and(direction(1), '(v128.const i32x4 0 0 -1 -1)')))}
    ${set('third', direction(2))}
    ${set('point', int(0))}`;

function direction(k: number): string {
  return `(v128.load32_splat offset=${4 * k} (local.get $set))`;
}

const forNextBit = `offset=${4 * groupBits}`;

/** The steps that scramble the words of a local from the lowest bit up. */
const mixed: readonly ((name: string) => string)[] = [
  (w) => set(w, l.xor(get(w), l.mulInts(get(w), int(0x3d20adea)))),
  (w) => set(w, l.mulInts(l.addInts(get(w), get('seed')), get('factor'))),
  (w) => set(w, l.xor(get(w), l.mulInts(get(w), int(0x05526c56)))),
  (w) => set(w, l.xor(get(w), l.mulInts(get(w), int(0x53a22864)))),
];

/** A group of eight samples at a time: from one to the next the lowest bits of their number turn over. */
const digital = `
  ${wordsEnd}
  (local.set $i (global.get $first))
  ${newNet}
  (local.set $left (i32.shr_u (i32.and (local.get $i) (i32.const ${netSize - 1})) (i32.const ${groupBits})))
  (local.set $left (i32.xor (local.get $left) (i32.shr_u (local.get $left) (i32.const 1))))
  (local.set $at (local.get $set))
  (block $done
    (loop $bits
      (br_if $done (i32.eqz (local.get $left)))
      (if (i32.and (local.get $left) (i32.const 1))
        (then ${set('point', l.xor(get('point'), `(v128.load32_splat ${forNextBit} (local.get $at))`))}))
      (local.set $left (i32.shr_u (local.get $left) (i32.const 1)))
      ${advance('at', 4)}
      (br $bits)))
  (loop $again
    ${set('w', l.xor(get('point'), get('lowest')))}
    ${set('w2', l.xor(get('w'), get('third')))}
    ${mixed.flatMap((mix) => [mix('w'), mix('w2')]).join('\n    ')}
    (v128.store (local.get $out) ${reversed(get('w'))})
    (v128.store offset=16 (local.get $out) ${reversed(get('w2'))})
    ${advance('i', 1 << groupBits)}
    ${advance('out', 4 << groupBits)}
    (if (i32.lt_u (local.get $out) (local.get $wordsEnd)) (then
      (if (i32.and (local.get $i) (i32.const ${netSize - 1}))
        (then ${set('point', l.xor(get('point'), `(v128.load32_splat ${forNextBit} (i32.add (local.get $set) (i32.shl (i32.ctz (i32.shr_u (local.get $i) (i32.const ${groupBits}))) (i32.const 2))))`))})
        (else ${newNet}))
      (br $again))))`;

/** Two cubics at once: coefficients stand side by side in memory and are paired up. */
const coefficients = (at: string, other: string): string => `
    ${set('p', `(v128.load (local.get $${at}))`)}
    ${set('q', `(v128.load (local.get $${other}))`)}
    ${set('r', `(v128.load offset=16 (local.get $${at}))`)}
    ${set('s', `(v128.load offset=16 (local.get $${other}))`)}`;
const cubic = (t: string): string =>
  l.add(
    pair('p', 'q', 0),
    l.mul(
      get(t),
      l.add(pair('p', 'q', 1), l.mul(get(t), l.add(pair('r', 's', 0), l.mul(get(t), pair('r', 's', 1))))),
    ),
  );

function pair(a: string, b: string, lane: 0 | 1): string {
  const at = lane === 0 ? lanes(0, 1, 4, 5) : lanes(2, 3, 6, 7);
  return `(i8x16.shuffle ${at} ${get(a)} ${get(b)})`;
}

const bias = 1023;
/** The segment stands in the top bits of p + 1/2, below its exponent; the rest of them is the way into the segment. */
const segmentShift = Math.log2(bytesPerSegment);
const fractionBits = 52;
/**
 * Where the segment of word k is, from one lane of p + 1/2. As a number of its own: processors have room for that beside the work on
 * lanes, of which taking addresses to pieces and putting them together would be a quarter.
 */
const segmentOf = (k: number, lanesOf: string): string =>
  sum(
    sum(
      get('start'),
      // the table of the upper end, where the highest bit is set
      `(i32.and (i32.shr_u (i32.load offset=${4 * k} (local.get $a)) ${constant(31 - Math.log2(cellsPerEnd * bytes))}) ${constant(cellsPerEnd * bytes)})`,
    ),
    `(i32.and
      (i32.wrap_i64 (i64.shr_u (i64x2.extract_lane ${k % 2} ${get(lanesOf)}) (i64.const ${fractionBits - segmentBits - segmentShift})))
      ${constant(-bytesPerSegment)})`,
  );
/** p + 1/2 of two words, and the way into the segment. */
const halfMore = (words: string): string => l.add(`(f64x2.convert_low_i32x4_s ${words})`, number(0.5));
const wayInto = (t: string): string =>
  l.sub(
    l.or(
      l.and(t, l.long((1n << BigInt(fractionBits - segmentBits)) - 1n)),
      l.long(BigInt(bias) << BigInt(fractionBits)),
    ),
    number(1),
  );
/** Four words at a time. */
const table = `
  (local.set $start (i32.sub (local.get $data) ${constant((bias - 1) << (segmentBits + segmentShift))}))
  (loop $again
    ${set('i', '(v128.load (local.get $a))')}
    ${set('i', l.xor(get('i'), l.signedRight(get('i'), 31, 'i32x4')))}
    ${set('t', halfMore(get('i')))}
    ${set('u', halfMore(`(i8x16.shuffle ${lanes(2, 3, 2, 3)} ${get('i')} ${get('i')})`))}
    ${['at', 'other', 'at2', 'other2'].map((name, k) => `(local.set $${name} ${segmentOf(k, k < 2 ? 't' : 'u')})`).join('\n    ')}
    ${set('t', wayInto(get('t')))}
    ${set('u', wayInto(get('u')))}
    ${coefficients('at', 'other')}
    (v128.store (local.get $out) ${cubic('t')})
    ${coefficients('at2', 'other2')}
    (v128.store offset=16 (local.get $out) ${cubic('u')})
    ${advance('a', 16)}
    ${advance('out', 32)}
    ${whileBelow('out', 'end')})`;

const normalWords = `
  ${wordsEnd}
  (loop $again
    ${set('t', l.mul(l.add('(v128.load (local.get $a))', number(halfWidth)), number(segmentsPerUnit)))}
    ${set('w', l.pmin(l.pmax(l.floor(get('t')), number(0)), number(segments - 1)))}
    ${set('t', l.sub(get('t'), get('w')))}
    ${set('w', `(i32x4.trunc_sat_f64x2_s_zero ${get('w')})`)}
    (local.set $at (i32.add (local.get $data) (i32.mul (i32x4.extract_lane 0 (local.get $w)) ${constant(bytesPerSegment)})))
    (local.set $other (i32.add (local.get $data) (i32.mul (i32x4.extract_lane 1 (local.get $w)) ${constant(bytesPerSegment)})))
    ${coefficients('at', 'other')}
    (v128.store64_lane 0 (local.get $out) (i32x4.trunc_sat_f64x2_u_zero ${cubic('t')}))
    (local.set $a (i32.add (local.get $a) (local.get $as)))
    ${advance('out', 8)}
    ${whileBelow('out', 'wordsEnd')})`;

const drawn = `(f64x2.convert_low_i32x4_u (v128.load64_zero (local.get $a)))`;

const steps = `
  (local.set $wordsEnd (i32.add (local.get $data) (i32.shl (local.get $n) (i32.const 4))))
  (loop $again
    ${set('w', drawn)}
    ${set('t', number(Number.NaN))}
    (local.set $at (local.get $data))
    (loop $each
      ${set('t', l.choose(l.ge(get('w'), '(v128.load64_splat offset=8 (local.get $at))'), '(v128.load64_splat (local.get $at))', get('t')))}
      ${advance('at', 16)}
      (br_if $each (i32.lt_u (local.get $at) (local.get $wordsEnd))))
    (v128.store (local.get $out) (local.get $t))
    ${advance('a', 8)}
    ${advance('out', 16)}
    ${whileBelow('out', 'end')})`;

const line = `
  ${set('k0', '(f64x2.splat (f64.convert_i32_s (local.get $n)))')}
  (loop $again
    ${set('t', l.mul(l.div(l.add(drawn, number(0.5)), number(2 ** 32)), get('k0')))}
    ${set('w', l.floor(get('t')))}
    ${set('t', l.sub(get('t'), get('w')))}
    ${set('w', `(i32x4.trunc_sat_f64x2_s_zero ${get('w')})`)}
    ${set('p', `(v128.load (i32.add (local.get $data) (i32.shl (i32x4.extract_lane 0 (local.get $w)) (i32.const 3))))`)}
    ${set('q', `(v128.load (i32.add (local.get $data) (i32.shl (i32x4.extract_lane 1 (local.get $w)) (i32.const 3))))`)}
    (v128.store (local.get $out) ${l.add(pair('p', 'q', 0), l.mul(get('t'), l.sub(pair('p', 'q', 1), pair('p', 'q', 0))))})
    ${advance('a', 8)}
    ${advance('out', 16)}
    ${whileBelow('out', 'end')})`;

const declared = (type: string, names: string): string =>
  names
    .split(' ')
    .map((name) => `(local $${name} ${type})`)
    .join(' ');
const forWords = `${declared('v128', 'k0 k1 k2 x y x2 y2 i')} ${declared('i32', 'wordsEnd')}`;
const forValues = `${declared('v128', 'i k0 p q r s t u w')} ${declared('i32', 'at other at2 other2 start wordsEnd')}`;

/** Functions that kernels call. */
export const helpers: readonly string[] = [netSeed];

/** Locals, then code. */
export const draws = {
  independent: [forWords, independent],
  digital: [
    `${declared('v128', 'r w w2 seed factor lowest third point')} ${declared('i32', 'wordsEnd i left at set')}`,
    digital,
  ],
  table: [forValues, table],
  steps: [forValues, steps],
  line: [forValues, line],
  normalWords: [forValues, normalWords],
} as const;
