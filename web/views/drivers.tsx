// Every input as a slider and a field, where it comes from, and what it moves.

import { useAnswer, usePatientAnswer, useWrittenAnswer } from '../app/answer.ts';
import { here } from '../app/location.ts';
import { chosenMetric, MetricField, usualMetric } from '../ui/metric-field.tsx';
import { chooseOwn, stepOwn } from '../ui/own.ts';
import { Problem } from '../ui/problem.tsx';
import { Words } from '../ui/rich.tsx';
import { asWritten, byEffect, found } from './drivers/chosen.ts';
import { DriverRow } from './drivers/driver-row.tsx';

export function Drivers() {
  const { data, problem } = useWrittenAnswer('drivers', {});
  return (
    <>
      <h1>Drivers</h1>
      <Problem problem={problem} />
      {data === undefined ? (
        <p class="muted">Reading the inputs…</p>
      ) : data.length === 0 ? (
        <p class="muted">
          The plan has no inputs. What drives it is written under <code>inputs</code>.
        </p>
      ) : (
        <>
          <Moves />
          <DriverList drivers={data} />
        </>
      )}
    </>
  );
}

/** What is tried out does, in the sight of whoever moves a slider. */
function Moves() {
  const metric = chosenMetric();
  const { data, pending } = useAnswer('moves', {
    metrics: metric === usualMetric ? [usualMetric] : [usualMetric, metric],
  });
  return (
    <div class="moves">
      <dl class={pending ? 'pending' : undefined} aria-live="polite">
        {data?.map(({ formula, now, written, change, direction }) => (
          <div key={formula}>
            <dt>{formula}</dt>
            <dd>
              <b>{now}</b>
              {direction !== 0 && (
                <>
                  {' '}
                  <span class={direction > 0 ? 'more' : 'less'}>{change}</span>{' '}
                  <span class="muted">the plan says {written}</span>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function DriverList({ drivers }: { readonly drivers: Parameters<typeof asWritten>[0] }) {
  const metric = chosenMetric();
  const { data: effects, problem } = usePatientAnswer('effects', { metric });
  const { find = '', order } = here.value.own;
  const shown = found(drivers, find);
  const groups =
    order === 'effect' && effects !== undefined ? byEffect(shown, effects.rows) : asWritten(shown);
  const byName = new Map(effects?.rows.map((effect) => [effect.name, effect]));
  const count = groups.reduce((n, group) => n + group.drivers.length, 0);
  return (
    <>
      <div class="view-controls">
        <label class="choice">
          <span>find</span>
          <input
            type="search"
            placeholder="name, source, note"
            value={find}
            onInput={({ currentTarget: { value } }) => chooseOwn({ find: value || undefined })}
          />
        </label>
        <label class="choice">
          <span>order</span>
          <select
            value={order ?? 'plan'}
            onChange={({ currentTarget: { value } }) =>
              stepOwn({ order: value === 'plan' ? undefined : value })
            }
          >
            <option value="plan">as in the plan</option>
            <option value="effect">what matters most</option>
          </select>
        </label>
        <MetricField problem={problem} />
        <span class="muted">
          {count === drivers.length ? `${count} inputs` : `${count} of ${drivers.length} inputs`}
        </span>
      </div>
      {groups.map(({ title, drivers: own }, i) => (
        <section key={title ?? i} class="driver-group">
          {title !== undefined && (
            <h2>
              <Words text={title} />
            </h2>
          )}
          <ul class="driver-list">
            {own.map((driver) => (
              <DriverRow
                key={driver.name}
                driver={driver}
                effect={effects === undefined ? undefined : (byName.get(driver.name) ?? 'none')}
              />
            ))}
          </ul>
        </section>
      ))}
      {count === 0 && (
        <p class="muted">
          {shown.length === 0 ? 'No input is found so.' : `None of them moves ${metric} here.`}
        </p>
      )}
    </>
  );
}
