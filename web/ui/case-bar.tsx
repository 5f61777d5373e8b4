// Which case is looked at: a point of each axis, or all of them where a view compares.

import { go, here } from '../app/location.ts';
import { outline } from '../app/plan.ts';
import type { AxisOutline } from '../engine/protocol.ts';
import { useTyped } from './typed.ts';

/** Axes with more points than these are chosen by number rather than from a list. */
const mostListed = 120;

export function CaseBar() {
  const plan = outline.value;
  if (plan === undefined) return null;
  const shown = plan.axes.filter(
    ({ kind, name }) => kind !== 'lever' && !(kind === 'time' && name === 'year'),
  );
  return (
    <div class="case-bar" role="group" aria-label="Case">
      {shown.map((axis) => (
        <AxisChoice key={axis.name} axis={axis} />
      ))}
      {plan.currencies.length > 1 && (
        <label>
          <span>currency</span>
          <select
            value={here.value.currency ?? plan.currency}
            onChange={({ currentTarget: { value } }) =>
              go({ currency: value === plan.currency ? undefined : value })
            }
          >
            {plan.currencies.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

function AxisChoice({ axis }: { readonly axis: AxisOutline }) {
  const chosen = here.value.at[axis.name];
  const choose = (point: string): void => {
    const { [axis.name]: _, ...rest } = here.peek().at;
    go({ at: point === '' ? rest : { ...rest, [axis.name]: point } });
  };
  const typed = useTyped(chosen ?? '', choose);
  const base = axis.points.find((p) => p.name === axis.base)?.label ?? axis.base;
  return (
    <label class={chosen === undefined ? undefined : 'chosen'}>
      <span>{axis.label}</span>
      {axis.points.length > mostListed ? (
        <input type="number" min={1} max={axis.points.length} placeholder={base} {...typed} />
      ) : (
        <select value={chosen ?? ''} onChange={({ currentTarget: { value } }) => choose(value)}>
          <option value="">{axis.held || axis.kind === 'time' ? base : `all (${base})`}</option>
          {axis.points.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      )}
    </label>
  );
}
