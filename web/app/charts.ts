// Drawing charts, in their own thread, started when the first is wanted.

import type { Chart } from '../../src/report/charts/chart.ts';
import type { Drawing, Drawn } from '../charts/worker.ts';
import { newWorker } from './engine.ts';

export interface Picture {
  /** In the colours of the page. */
  readonly svg: string;
  /** In those of paper, to be saved. */
  readonly plain: string;
}

let worker: Worker | undefined;
let next = 0;
const waiting = new Map<number, { resolve: (picture: Picture) => void; reject: (error: Error) => void }>();

export function draw(chart: Chart): Promise<Picture> {
  worker ??= started();
  const id = next++;
  const drawing: Drawing = { id, chart };
  worker.postMessage(drawing);
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
  });
}

function started(): Worker {
  const made = newWorker('charts');
  made.addEventListener('message', ({ data }: MessageEvent<Drawn>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) asked?.reject(new Error(data.error));
    else asked?.resolve(data);
  });
  made.addEventListener('error', ({ message }) => {
    made.terminate();
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  });
  return made;
}
