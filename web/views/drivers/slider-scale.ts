// Between a slider's positions and the values that they stand for: even steps, or even factors where the span is decades.

import type { Driver, SliderSpan } from '../../engine/answers/drivers.ts';

/** Positions are whole numbers from 0 to this. */
export const positions = 1000;

export function positionOf(value: number, { from, to, log }: SliderSpan): number {
  const share = log ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
  return Number.isNaN(share) ? 0 : Math.round(positions * Math.min(1, Math.max(0, share)));
}

/** Three digits, which is finer than a hand; counts are whole. The ends are the ends. */
export function valueAt(position: number, { from, to, log, whole }: SliderSpan): number {
  if (position <= 0) return from;
  if (position >= positions) return to;
  const share = position / positions;
  const exact = log ? from * (to / from) ** share : from + (to - from) * share;
  const short = Number(exact.toPrecision(3));
  return whole ? Math.round(short) : short;
}

type Suffixes = Pick<Driver, 'suffix' | 'suffixOfOne'>;

/** As it is written in a plan: `600 users`, `15% to 25%`. */
export function writtenAs(low: number, high: number, { suffix, suffixOfOne }: Suffixes): string {
  const text = (value: number): string =>
    String(value)
      .replace('e+', 'e')
      // in groups as a plan has them, once there is something to count
      .replace(
        /^(-?)([0-9]{5,})/,
        (_, sign: string, digits: string) => sign + digits.replace(/\B(?=([0-9]{3})+$)/g, '_'),
      );
  if (low === high) return `${text(low)}${low === 1 ? suffixOfOne : suffix}`;
  return `${text(low)}${suffix.startsWith('%') ? suffix : ''} to ${text(high)}${suffix}`;
}

/** The ends of what somebody has written in the driver's own unit; undefined for anything else, which the engine can read. */
export function endsWritten(
  text: string,
  { suffix, suffixOfOne }: Suffixes,
): { readonly low: number; readonly high: number } | undefined {
  const numbers = text.split(' to ').map((part) => {
    const own = [suffix, suffixOfOne].find((end) => part.endsWith(end)) ?? '';
    const bare = part.slice(0, part.length - own.length).trim();
    return /^-?[0-9._]+(e-?[0-9]+)?$/.test(bare) ? Number(bare.replaceAll('_', '')) : Number.NaN;
  });
  const [low = Number.NaN, high = low, ...more] = numbers;
  return more.length === 0 && Number.isFinite(low) && Number.isFinite(high) ? { low, high } : undefined;
}
