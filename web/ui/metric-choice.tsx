// Which figure a view is about: one that has a name, or any formula. It stands in the address as `metric`.

import { useId } from 'preact/hooks';
import { useWrittenAnswer } from '../app/answer.ts';
import { here } from '../app/location.ts';
import { stepOwn } from './own.ts';

export const usualMetric = 'total';

export function chosenMetric(): string {
  return here.value.own.metric ?? usualMetric;
}

export function MetricChoice() {
  const id = useId();
  const { data } = useWrittenAnswer('metrics', {});
  const choose = (text: string): void => {
    const metric = text.trim();
    stepOwn({ metric: metric === '' || metric === usualMetric ? undefined : metric });
  };
  return (
    <label class="choice">
      <span>figure</span>
      <input
        type="text"
        class="metric"
        list={id}
        spellcheck={false}
        autocomplete="off"
        value={chosenMetric()}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
      <datalist id={id}>
        {data?.map(({ name, label }) => (
          <option key={name} value={name}>
            {label === name ? '' : label}
          </option>
        ))}
      </datalist>
    </label>
  );
}
