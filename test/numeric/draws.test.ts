import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directionsFor, directionsOf, netBits } from '../../src/numeric/draws/digital.ts';
import { reversed, scrambled } from '../../src/numeric/draws/scramble.ts';
import {
  type Drawn,
  digitalStreams,
  independentStream,
  keyOf,
  type Stream,
  wordAt,
} from '../../src/numeric/draws/stream.ts';
import { type Pair, threefry } from '../../src/numeric/draws/threefry.ts';
import { momentsOf } from '../../src/numeric/summary/mean.ts';

const drawn = (name: string, place = 0): Drawn => ({ name, place });
const names = (count: number): readonly Drawn[] =>
  Array.from({ length: count }, (_, i) => drawn(`input_${i}`));
const uniform = (stream: Stream, i: number): number => (wordAt(stream, i) + 0.5) / 2 ** 32;

describe('Threefry', () => {
  // the published known answers of Random123 for threefry2x32 with 20 rounds
  test.each<[Pair, Pair, Pair]>([
    [
      [0, 0],
      [0, 0],
      [0x6b200159, 0x99ba4efe],
    ],
    [
      [0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      [0x1cb996fc, 0xbb002be7],
    ],
    [
      [0x243f6a88, 0x85a308d3],
      [0x13198a2e, 0x03707344],
      [0xc4923a9c, 0x483df7a0],
    ],
  ])('of %j under %j', (counter, key, wanted) => {
    expect(threefry(counter, key)).toEqual(wanted);
  });
});

describe('keys', () => {
  test('differ by seed, name and place', () => {
    const keys = new Set<string>();
    const all = ['', 'a', 'b', 'ab', 'ba', 'aa', 'a\0', '\0', '\0\0', 'input', 'Input', 'ä'];
    for (const seed of [0, 1, 42])
      for (const name of all) for (const place of [0, 1, 59]) keys.add(keyOf(seed, { name, place }).join());
    expect(keys.size).toBe(3 * all.length * 3);
  });
});

describe('scrambling', () => {
  test('turning round is its own inverse, and the lowest bit becomes the highest', () => {
    fc.assert(fc.property(fc.integer(), (word) => reversed(reversed(word)) === word));
    expect(reversed(1) >>> 0).toBe(2 ** 31);
  });

  test('words that share their first bits still do, and those that differ first in one bit still do', () => {
    const words = fc.tuple(fc.integer(), fc.integer(), fc.nat());
    fc.assert(
      fc.property(words, ([a, b, seed]) => {
        const before = Math.clz32(a ^ b);
        return Math.clz32(scrambled(a >>> 0, seed) ^ scrambled(b >>> 0, seed)) === before;
      }),
    );
  });
});

describe('evenly spread draws', () => {
  test('each 2^-k-th of the range gets one of the first 2^k samples, and of each 2^k after them', () => {
    for (const stream of digitalStreams(7, names(12)))
      for (const k of [1, 4, 8, 10])
        for (const block of [0, 1, 5]) {
          const size = 2 ** k;
          const parts = new Set(
            Array.from({ length: size }, (_, i) => Math.floor(uniform(stream, block * size + i) * size)),
          );
          expect(parts.size).toBe(size);
        }
  });

  test('no two inputs agree in their first digits', () => {
    const streams = digitalStreams(3, names(12));
    const samples = 1024;
    for (const [a, first] of streams.entries())
      for (const second of streams.slice(a + 1)) {
        let same = 0;
        for (let i = 0; i < samples; i++) same += +((wordAt(first, i) ^ wordAt(second, i)) >= 0);
        expect(same).toBe(samples / 2);
      }
  });

  test('one that clashes gets its next direction numbers, and those before it keep theirs', () => {
    const key = keyOf(0, drawn('same'));
    const [first, second] = directionsFor([key, key]);
    expect(first?.slice(0, netBits)).toEqual(directionsOf(key, 0, 0));
    expect(second).not.toEqual(first);
  });

  test('an input added at the end changes nothing else', () => {
    const before = digitalStreams(1, names(40));
    expect(digitalStreams(1, names(41)).slice(0, 40)).toEqual(before);
  });

  test('another seed scrambles anew, by the same direction numbers', () => {
    const [one, two] = [1, 2].map((seed) => digitalStreams(seed, names(5)));
    for (const [i, stream] of (one ?? []).entries()) {
      const other = two?.[i];
      if (stream.kind !== 'digital' || other?.kind !== 'digital') throw new Error('not evenly spread');
      expect(other.directions).toEqual(stream.directions);
      expect(other.key).not.toEqual(stream.key);
    }
  });

  test('a thousand inputs still get streams, each spread evenly', () => {
    const streams = digitalStreams(1, names(1000));
    const last = streams.at(-1) as Stream;
    expect(new Set(Array.from({ length: 256 }, (_, i) => wordAt(last, i) >>> 24)).size).toBe(256);
  });
});

describe('independent draws', () => {
  test('depend on the seed, the name and the sample alone, and differ by each', () => {
    const stream = independentStream(1, drawn('users'));
    const words = Array.from({ length: 64 }, (_, i) => wordAt(stream, i));
    expect(new Set(words).size).toBe(64);
    expect(
      Array.from({ length: 64 }, (_, i) => wordAt(independentStream(1, drawn('users')), 63 - i)).reverse(),
    ).toEqual(words);
    for (const other of [independentStream(2, drawn('users')), independentStream(1, drawn('users', 1))])
      expect(wordAt(other, 0)).not.toBe(words[0]);
  });

  test('are uniform, one by one and in pairs', () => {
    const count = 65536;
    const [a, b] = ['a', 'b'].map((name) => independentStream(5, drawn(name))) as [Stream, Stream];
    const cells = new Float64Array(64);
    for (let i = 0; i < count; i++) {
      const cell = Math.floor(uniform(a, i) * 8) * 8 + Math.floor(uniform(b, i) * 8);
      cells[cell] = (cells[cell] as number) + 1;
    }
    const expected = count / 64;
    const chiSquare = cells.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    // 63 degrees of freedom: one in a thousand is beyond 103.4
    expect(chiSquare).toBeLessThan(103.4);
    const { mean, variance } = momentsOf(Float64Array.from({ length: count }, (_, i) => uniform(a, i)));
    expect(Math.abs(mean - 0.5)).toBeLessThan(3.3 * Math.sqrt(1 / 12 / count));
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.001);
  });

  test('neighbouring samples, also across blocks, do not follow one another', () => {
    const stream = independentStream(9, drawn('x'));
    const count = 40000;
    for (const lag of [1, 4, 8]) {
      let sum = 0;
      for (let i = 0; i < count; i++)
        sum += (uniform(stream, i) - 0.5) * (uniform(stream, i + lag) - 0.5) * 12;
      expect(Math.abs(sum / count)).toBeLessThan(3.5 / Math.sqrt(count));
    }
  });
});
