// A report typeset for print. Typst runs as WebAssembly, in Node as in a browser; whoever calls brings its bytes and the fonts.

import { initSync, type TypstCompiler, TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler';
import type { ReportDocument } from '../blocks.ts';
import type { Chart } from '../charts/chart.ts';
import { type FurtherFont, fontsNeeded, unprintedText } from './fonts.ts';
import { printData } from './print-data.ts';
import { template } from './template.ts';

export interface Press {
  readonly wasm: Uint8Array<ArrayBuffer>;
  /** What every document is set in. */
  readonly fonts: readonly Uint8Array[];
  /** In the order in which they are asked. */
  readonly further: readonly FurtherFont[];
}

interface Compiled {
  readonly result?: Uint8Array;
  readonly diagnostics?: readonly string[];
}

/** Diagnostics as text. */
const inWords = 2;

/** What a report of some dozens of pages needs. */
const blocks = 2;
const blockSize = 64 << 20;

/**
 * Memory that is taken bit by bit costs a collection of garbage each time, two hundred of them for a long report; what was taken
 * once stays with the typesetter.
 */
function takeMemory(compiler: TypstCompiler): void {
  const block = new Uint8Array(blockSize);
  for (let i = 0; i < blocks; i++) compiler.map_shadow(`/memory-${i}`, block);
  for (let i = 0; i < blocks; i++) compiler.unmap_shadow(`/memory-${i}`);
}

/** The same report gives the same bytes. */
export async function renderPdf(
  document: ReportDocument,
  pictures: ReadonlyMap<Chart, string>,
  { wasm, fonts, further }: Press,
): Promise<Uint8Array> {
  initSync({ module: wasm });
  const builder = new TypstCompilerBuilder();
  // there are no files but those that are put in here, and no packages
  builder.set_dummy_access_model();
  const { data, files } = printData(document, pictures);
  const written = JSON.stringify(data);
  const needed = fontsNeeded([written, ...files.values()], fonts, further);
  for (const font of [...fonts, ...needed.further]) await builder.add_raw_font(font);
  const compiler = await builder.build();
  try {
    takeMemory(compiler);
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    compiler.map_shadow('/report.json', bytes(written));
    compiler.map_shadow('/unprinted.txt', bytes(unprintedText(needed)));
    for (const [name, svg] of files) compiler.map_shadow(`/${name}`, bytes(svg));
    compiler.add_source('/report.typ', template);
    const { result, diagnostics } = compiler.compile('/report.typ', undefined, 'pdf', inWords) as Compiled;
    if (result === undefined)
      throw new Error(`the report cannot be typeset: ${diagnostics?.join('; ') ?? ''}`);
    return result;
  } finally {
    compiler.free();
  }
}
