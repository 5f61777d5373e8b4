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

export function press(): Press {
  const { resolve } = createRequire(import.meta.url);
  const read = (file: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(resolve(file)));
  return { wasm: read('@myriaddreamin/typst-ts-web-compiler/wasm'), fonts: fonts.map(read) };
}
