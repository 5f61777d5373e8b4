// How a figure spreads, how likely what holds, which option is likely the cheapest, and what all of it follows.

import { useAnswerAside, usePatientAnswer } from '../app/answer.ts';
import { here } from '../app/location.ts';
import { Blocks } from '../ui/blocks.tsx';
import { chosenMetric, MetricField } from '../ui/metric-field.tsx';
import { stepOwn } from '../ui/own.ts';

const sampleCounts = [1024, 4096, 10_240, 102_400] as const;
const usualSamples = 10_240;
const mostSeed = 4_294_967_295;

export function Risk() {
  const { samples, seed } = sampling();
  const params = { metric: chosenMetric(), samples, seed };
  const spread = useAnswerAside('spread', params);
  const risk = usePatientAnswer('risk', params);
  const fan = usePatientAnswer('fan', params);
  const tornado = usePatientAnswer('tornado', { metric: params.metric });
  return (
    <>
      <h1>Risk</h1>
      <Controls problem={spread.problem} />
      {spread.data === undefined ? (
        spread.problem === undefined && <p class="muted">Drawing samples…</p>
      ) : (
        <div class={spread.pending ? 'pending' : undefined}>
          {spread.data.certain ? (
            <p>
              Nothing that this follows from is uncertain. An input becomes uncertain by a range in place of
              its value: <code>75 to 125 users</code>.
            </p>
          ) : (
            <Blocks blocks={spread.data.pictures} title="Risk" />
          )}
        </div>
      )}
      {spread.data !== undefined && risk.data !== undefined && (
        <div class={risk.pending ? 'pending' : undefined}>
          {!spread.data.certain && <Blocks blocks={risk.data} title="Risk" />}
          {fan.data !== undefined && fan.data.length > 0 && (
            <>
              <h2>Over time</h2>
              <Blocks blocks={fan.data} title="Over time" />
            </>
          )}
          {tornado.data !== undefined && tornado.data.length > 0 && (
            <>
              <h2>Input by input</h2>
              <p class="lead">
                Over its own range where it has one, by a tenth up and down otherwise; all else stays.
              </p>
              <Blocks blocks={tornado.data} title="Input by input" />
            </>
          )}
        </div>
      )}
    </>
  );
}

function sampling(): { readonly samples: number; readonly seed: number } {
  const { samples, seed } = here.value.own;
  const wanted = Number(seed ?? 0);
  return {
    samples: sampleCounts.find((count) => String(count) === samples) ?? usualSamples,
    seed: Number.isInteger(wanted) && wanted >= 0 && wanted <= mostSeed ? wanted : 0,
  };
}

function Controls({ problem }: Parameters<typeof MetricField>[0]) {
  const { samples, seed } = sampling();
  return (
    <div class="view-controls">
      <MetricField problem={problem} />
      <label class="choice">
        <span>samples</span>
        <select
          value={samples}
          onChange={({ currentTarget: { value } }) =>
            stepOwn({ samples: Number(value) === usualSamples ? undefined : value })
          }
        >
          {sampleCounts.map((count) => (
            <option key={count} value={count}>
              {count.toLocaleString('en')}
            </option>
          ))}
        </select>
      </label>
      <label class="choice">
        <span>seed</span>
        <input
          type="number"
          class="seed"
          min={0}
          max={mostSeed}
          step={1}
          value={seed}
          onChange={({ currentTarget: { value } }) =>
            stepOwn({ seed: value === '' || value === '0' ? undefined : value })
          }
        />
      </label>
    </div>
  );
}
