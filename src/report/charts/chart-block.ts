// A chart in a section, where there is anything to draw.

import type { Block } from '../blocks.ts';
import type { Chart } from './chart.ts';

export function chartBlock(chart: Chart | undefined): readonly Block[] {
  return chart === undefined ? [] : [{ kind: 'chart', chart }];
}
