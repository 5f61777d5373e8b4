// Which figure a view is about: one that has a name, or any formula. It stands in the address as `metric`; what is wrong with it is said
// beside it.

import { useId } from 'preact/hooks';
import { here } from '../app/location.ts';
import { outline } from '../app/plan.ts';
import { figureNames } from './figure-names.ts';
import { stepOwn } from './own.ts';
import { problemText } from './problem.tsx';
import { Words } from './rich.tsx';
import { useTyped } from './typed.ts';

export const usualMetric = 'total';

export function chosenMetric(): string {
  return here.value.own.metric ?? usualMetric;
}

interface Props {
  /** Why there is no answer for it. */
  readonly problem: { readonly message: string; readonly help: string } | undefined;
}

export function MetricField({ problem }: Props) {
  const id = useId();
  const chosen = chosenMetric();
  const typed = useTyped(chosen, (text) => {
    const metric = text.trim();
    stepOwn({ metric: metric === '' || metric === usualMetric ? undefined : metric });
  });
  return (
    <div class="metric-field">
      <label class="choice">
        <span>figure</span>
        <input
          type="text"
          list={`${id}-names`}
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
          {...typed}
        />
      </label>
      <datalist id={`${id}-names`}>
        {outline.value !== undefined &&
          figureNames(outline.value).map(({ name, label }) => (
            <option key={name} value={name}>
              {label === name ? '' : label}
            </option>
          ))}
      </datalist>
      {problem !== undefined && (
        <p class="problem" id={`${id}-problem`} role="alert">
          <Words text={problemText(problem)} />
        </p>
      )}
    </div>
  );
}
