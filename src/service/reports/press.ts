// What typesetting needs from disk: the typesetter and the fonts, as npm brought them.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Press } from '../../report/pdf/pdf.ts';

const fonts = [
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  // letters and signs that the first lacks, and formulas
  'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf',
];

const noto = '@expo-google-fonts/noto';

/**
 * Pictures in words are small enough to come with us. The letters of East Asia are ten megabytes each, and are used where somebody
 * installed them. Chinese characters are drawn as the letters beside them ask for, where there are any.
 */
const further: readonly (readonly [file: string, script: RegExp])[] = [
  [`${noto}-emoji/400Regular/NotoEmoji_400Regular.ttf`, /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u],
  [`${noto}-sans-kr/400Regular/NotoSansKR_400Regular.ttf`, /\p{Script=Hangul}/u],
  [`${noto}-sans-jp/400Regular/NotoSansJP_400Regular.ttf`, /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  [`${noto}-sans-sc/400Regular/NotoSansSC_400Regular.ttf`, /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u],
  [`${noto}-sans-tc/400Regular/NotoSansTC_400Regular.ttf`, /\p{Script=Han}/u],
  [`${noto}-sans-jp/400Regular/NotoSansJP_400Regular.ttf`, /\p{Script=Han}/u],
];

export function press(): Press {
  const { resolve } = createRequire(import.meta.url);
  const read = (file: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(resolve(file)));
  const ifInstalled = (file: string): Uint8Array | undefined => {
    try {
      return read(file);
    } catch {
      return undefined;
    }
  };
  return {
    wasm: read('@myriaddreamin/typst-ts-web-compiler/wasm'),
    fonts: fonts.map(read),
    further: further.map(([file, script]) => ({
      name: file.split('/').slice(0, 2).join('/'),
      script,
      bytes: () => ifInstalled(file),
    })),
  };
}
