// The terminal's own sixteen colours, so that a person's theme decides how they look.

import { type Paint, unpainted } from '../report/terminal-paint.ts';
import type { Io, Stream } from './io.ts';

function sgr(open: number, close: number): (text: string) => string {
  return (text) => (text === '' ? '' : `\u001b[${open}m${text}\u001b[${close}m`);
}

const colours: Paint = {
  error: sgr(31, 39),
  warning: sgr(33, 39),
  good: sgr(32, 39),
  faint: sgr(2, 22),
  strong: sgr(1, 22),
};

/** Colours where somebody looks, unless NO_COLOR, `--no-color` or the configuration says otherwise. */
export function paintFor(stream: Stream, io: Io, wanted: boolean | undefined): Paint {
  const asked = wanted ?? (io.env.NO_COLOR === undefined || io.env.NO_COLOR === '');
  return asked && stream.isTerminal && io.env.TERM !== 'dumb' ? colours : unpainted;
}
