// Charts are drawn in a thread of their own, by the same code as those of reports: a page that draws is a page that stands still.

import type { Chart } from '../../src/report/charts/chart.ts';
import { svgOf } from '../../src/report/charts/svg.ts';
import { themed } from '../../src/report/html/picture.ts';

export interface Drawing {
  readonly id: number;
  readonly chart: Chart;
}

export type Drawn =
  | { readonly id: number; readonly svg: string; readonly plain: string }
  | { readonly id: number; readonly error: string };

self.addEventListener('message', async ({ data }: MessageEvent<Drawing>) => {
  const { id, chart } = data;
  try {
    const plain = await svgOf(chart);
    post({ id, svg: themed(plain), plain });
  } catch (error) {
    post({ id, error: error instanceof Error ? error.message : String(error) });
  }
});

function post(drawn: Drawn): void {
  self.postMessage(drawn);
}
