// Which characters fonts have, which fonts a document asks for, and what is said of the rest.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageOf } from '../../src/report/pdf/coverage.ts';
import { fontsNeeded, unprintedText } from '../../src/report/pdf/fonts.ts';

const { resolve } = createRequire(import.meta.url);
const fontOf = (file: string): Uint8Array => new Uint8Array(readFileSync(resolve(file)));

const sans = fontOf('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf');
const dejavu = fontOf('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const emoji = fontOf('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf');

test.each([
  ['Source Sans 3', sans, 'Aé€Ωж–', 'م中가😀'],
  ['DejaVu', dejavu, 'Aé€Ωжمאა±', '中가🚀'],
  ['Noto Emoji', emoji, '😀🚀☎', 'م中가é'],
])('%s has these letters, and not those', (_, font, has, lacks) => {
  const covers = coverageOf(font);
  for (const character of has) expect(covers(character.codePointAt(0) ?? 0), character).toBe(true);
  for (const character of lacks) expect(covers(character.codePointAt(0) ?? 0), character).toBe(false);
});

test('what is no font, or only the beginning of one, has nothing or less, and is no fault', () => {
  fc.assert(
    fc.property(fc.nat(sans.length), fc.uint8Array({ maxLength: 400 }), (length, noise) => {
      for (const bytes of [sans.slice(0, length), noise])
        expect(typeof coverageOf(bytes)(65)).toBe('boolean');
    }),
    { numRuns: 50 },
  );
  expect(coverageOf(new Uint8Array())(65)).toBe(false);
});

const offered = (bytes: () => Uint8Array | undefined) => [
  { name: 'pictures', script: /\p{Extended_Pictographic}/u, bytes },
  { name: 'han', script: /\p{Script=Han}/u, bytes: () => undefined },
];

test('a further font is read only where a character asks for it', () => {
  let reads = 0;
  const further = offered(() => {
    reads++;
    return emoji;
  });
  // marks that turn or join their neighbours need no drawing
  expect(fontsNeeded(['plain, é, م, ±', 'a\u200db\ufe0f\u00ad\u3000'], [sans, dejavu], further)).toEqual({
    further: [],
    missing: [],
    wanted: [],
  });
  expect(reads).toBe(0);
  const needed = fontsNeeded(['up 🚀 and 👩‍💻'], [sans, dejavu], further);
  expect(needed).toEqual({ further: [emoji], missing: [], wanted: [] });
  expect(unprintedText(needed)).toBe('');
});

test('what no font has is named, with the package that has it', () => {
  const needed = fontsNeeded(
    ['中文 🚀'],
    [sans, dejavu],
    offered(() => emoji),
  );
  expect(needed.missing).toEqual([0x4e2d, 0x6587]);
  expect(unprintedText(needed)).toBe(
    'Not printed, because no font at hand has them: U+4E2D, U+6587. Letters for them come with the npm package han, installed beside this program.',
  );
  const cuneiform = fontsNeeded(
    ['\u{12000}'],
    [sans],
    offered(() => emoji),
  );
  expect(unprintedText(cuneiform)).toBe('Not printed, because no font at hand has them: U+12000.');
  const book = Array.from({ length: 100 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
  expect(unprintedText(fontsNeeded([book], [sans], []))).toMatch(/U\+4E17 and 76 more\.$/);
});
