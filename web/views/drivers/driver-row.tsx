// One driver: its name and source, a slider, a field, and how far it moves the figure.

import { useComputed } from '@preact/signals';
import { useId } from 'preact/hooks';
import * as document_ from '../../app/document.ts';
import type { Driver } from '../../engine/answers/drivers.ts';
import type { Effect } from '../../engine/answers/effects.ts';
import { Provenance } from './provenance.tsx';
import { Slider } from './slider.tsx';
import { endsWritten, writtenAs } from './slider-scale.ts';
import { ValueField } from './value-field.tsx';

interface Props {
  readonly driver: Driver;
  /** undefined while it is not known. */
  readonly effect: Effect | 'none' | undefined;
}

export function DriverRow({ driver, effect }: Props) {
  const id = useId();
  const { name, label, span } = driver;
  const tried = useComputed(() => document_.tried.value[name]).value;
  const ends = (tried === undefined ? undefined : endsWritten(tried, driver)) ?? placed(driver);
  const own = ownText(driver);
  return (
    <li class={`driver${tried === undefined ? '' : ' is-tried'}`}>
      <div class="about">
        <span class="label" id={id}>
          {label}
        </span>
        <Provenance driver={driver} />
      </div>
      {span === undefined ? (
        <div class="slider none muted">{whyNoSlider(driver)}</div>
      ) : (
        <div class="slides">
          <Slider
            driver={driver}
            span={span}
            low={ends.low}
            high={ends.high}
            labelledBy={id}
            onMove={(text, drag) => document_.tryOut(name, text, drag)}
          />
          {driver.shape === 'spread' && (
            <p class="muted">
              {tried === undefined
                ? `${driver.now}; the slider tries one number in its place`
                : `in place of ${driver.now}`}
            </p>
          )}
        </div>
      )}
      <ValueField
        driver={driver}
        shown={tried ?? own}
        labelledBy={id}
        onWritten={(text) => document_.tryOut(name, text === '' || text === own ? undefined : text)}
      />
      <EffectBar effect={effect} />
    </li>
  );
}

/** In the unit that the slider writes; as the plan has it where that says it better: a formula of many digits, `unlimited`. */
function ownText({ shape, value: { low, high }, written, suffix, suffixOfOne }: Driver): string {
  const text = writtenAs(low, high, { suffix, suffixOfOne });
  const isPlain = (shape === 'number' || shape === 'range') && Number.isFinite(low) && Number.isFinite(high);
  return isPlain && !/[0-9.]{13}/.test(text) ? text : written;
}

/** Where the thumbs stand of what nobody has touched; what is spread by a function has one, in its middle. */
function placed({ shape, value: { low, mid, high } }: Driver): {
  readonly low: number;
  readonly high: number;
} {
  return shape === 'spread' ? { low: mid, high: mid } : { low, high };
}

function whyNoSlider({ shape, choices, value: { mid } }: Driver): string {
  if (choices.length > 0 || shape === 'other') return '';
  if (Number.isNaN(mid)) return 'nobody knows; write a value to try it out';
  if (mid === Number.POSITIVE_INFINITY) return 'without a limit; write a value to try it out';
  return 'no slider knows how far to go from here; write a value to try it out';
}

function EffectBar({ effect }: Pick<Props, 'effect'>) {
  if (effect === undefined) return <div class="effect" />;
  if (effect === 'none') return <div class="effect muted">moves nothing here</div>;
  const { low, high, text, words } = effect;
  const [from, to] = [Math.min(low, high, 0), Math.max(low, high, 0)];
  return (
    <div class="effect" title={words}>
      <span class="bar" aria-hidden="true">
        <span class="low" style={{ '--from': low < 0 ? from : 0, '--to': low < 0 ? 0 : low }} />
        <span class="high" style={{ '--from': high < 0 ? high : 0, '--to': high < 0 ? 0 : to }} />
      </span>
      <span class="text">{text}</span>
    </div>
  );
}
