// Charts as SVG, in the colours of paper. The library is large, so this file is loaded only where a picture is wanted.

import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile } from 'vega-lite';
import { withoutOddities } from '../plain-characters.ts';
import type { Chart } from './chart.ts';
import { withoutRoles } from './svg-tags.ts';
import { textWidth } from './text-width.ts';
import { vegaSpec } from './vega/spec.ts';

interface TextMetrics {
  width: (item: { readonly fontSize?: number; readonly limit?: number }, text: unknown) => number;
}

// without a canvas the library takes every letter to be as wide as an M
(vega as unknown as { readonly textMetrics: TextMetrics }).textMetrics.width = (item, text) =>
  // what is cut off takes no room
  Math.min(textWidth(String(text ?? ''), item.fontSize ?? 11), item.limit || Number.POSITIVE_INFINITY);

export type Pictures = ReadonlyMap<Chart, string>;

export async function drawn(charts: readonly Chart[]): Promise<Pictures> {
  const pictures = new Map<Chart, string>();
  for (const chart of charts) pictures.set(chart, await svgOf(chart));
  return pictures;
}

export async function svgOf(chart: Chart): Promise<string> {
  const { spec } = compile(vegaSpec(chart), { logger: quiet });
  // read as trees and walked: no code is made of text, so a page needs no `unsafe-eval`
  const view = new vega.View(vega.parse(spec, undefined, { ast: true }), {
    expr: expressionInterpreter,
    renderer: 'none',
    logger: quiet,
    loader: noLoader,
  });
  try {
    return withoutRoles(withoutOddities(await view.toSVG()));
  } finally {
    view.finalize();
  }
}

/** What it may remark on (an axis without a value) is no matter of the person's. */
const quiet = vega.logger(vega.None);

/** A report asks nobody for anything. */
const noLoader: vega.Loader = {
  ...vega.loader(),
  load: () => Promise.reject(new Error('a chart loads nothing')),
  sanitize: () => Promise.reject(new Error('a chart links to nothing')),
};
