// A driver's slider: one thumb for a number, two for a range, a mark where the plan's own value is.

import { useRef } from 'preact/hooks';
import type { Driver, SliderSpan } from '../../engine/answers/drivers.ts';
import { positionOf, positions, valueAt, writtenAs } from './slider-scale.ts';

interface Props {
  readonly driver: Driver;
  readonly span: SliderSpan;
  /** Where the thumbs stand. */
  readonly low: number;
  readonly high: number;
  readonly labelledBy: string;
  readonly onMove: (text: string, drag: symbol) => void;
}

export function Slider({ driver, span, low, high, labelledBy, onMove }: Props) {
  const drag = useRef(Symbol(driver.name));
  const isRange = driver.shape === 'range';
  const own = driver.value;
  const moved = (position: number, end: 'low' | 'high'): void => {
    const value = valueAt(position, span);
    const [from, to] = !isRange
      ? [value, value]
      : end === 'low'
        ? [Math.min(value, high), high]
        : [low, Math.max(value, low)];
    onMove(writtenAs(from, to, driver), drag.current);
  };
  const thumb = (value: number, end: 'low' | 'high') => (
    <input
      key={end}
      type="range"
      min={0}
      max={positions}
      step={1}
      value={positionOf(value, span)}
      aria-labelledby={labelledBy}
      aria-valuetext={`${isRange ? `${end} end ` : ''}${writtenAs(value, value, driver)}`}
      onPointerDown={() => {
        drag.current = Symbol(driver.name);
      }}
      onKeyDown={({ repeat }) => {
        // a key that is held down is one drag
        if (!repeat) drag.current = Symbol(driver.name);
      }}
      onInput={({ currentTarget }) => moved(Number(currentTarget.value), end)}
    />
  );
  const percent = (value: number): string => `${(positionOf(value, span) / positions) * 100}%`;
  return (
    <div class={`slider${isRange ? ' two' : ''}`}>
      <div class="rail">
        <span class="band" style={{ '--from': isRange ? percent(low) : '0%', '--to': percent(high) }} />
        <span class="own" style={{ '--from': percent(own.low), '--to': percent(own.high) }} />
      </div>
      {isRange ? [thumb(low, 'low'), thumb(high, 'high')] : thumb(low, 'low')}
    </div>
  );
}
