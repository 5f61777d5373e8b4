// What could be done to pay less: switches, what each of them saves, and all of them step by step.

import { useId } from 'preact/hooks';
import { useAnswer } from '../app/answer.ts';
import { go, here } from '../app/location.ts';
import { outline } from '../app/plan.ts';
import type { LeverShown, LeversFound } from '../engine/answers/levers.ts';
import { Blocks } from '../ui/blocks.tsx';
import { Figure } from '../ui/figure.tsx';
import { chosenMetric, MetricField } from '../ui/metric-field.tsx';
import { TakeTable } from '../ui/take-table.tsx';

export function Levers() {
  const metric = chosenMetric();
  const { data, problem, pending } = useAnswer('levers', { metric });
  return (
    <>
      <h1>Levers</h1>
      {data === undefined ? (
        problem === undefined ? (
          <p class="muted">Computing…</p>
        ) : (
          <MetricField problem={problem} />
        )
      ) : data.levers.length === 0 ? (
        <p class="muted">
          The plan has no levers. One is a change that could be made to pay less, written under{' '}
          <code>levers</code>.
        </p>
      ) : (
        <div class={pending ? 'pending' : undefined}>
          <div class="view-controls">
            <MetricField problem={problem} />
            <AllSwitches levers={data.levers} />
          </div>
          <Summary found={data} metric={metric} />
          <Switches found={data} />
          {data.notes.length > 0 && (
            <ul class="notes">
              {data.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
          {data.chart.length > 0 && (
            <>
              <h2>Step by step</h2>
              <Blocks blocks={data.chart} title="Step by step" />
            </>
          )}
        </div>
      )}
    </>
  );
}

function Summary({
  found: { off, now, on },
  metric,
}: {
  readonly found: LeversFound;
  readonly metric: string;
}) {
  return (
    <dl class="lever-summary">
      <div>
        <dt>all off</dt>
        <dd>{off}</dd>
      </div>
      <div class="now">
        <dt>as switched</dt>
        <dd>
          <Figure formula={metric}>{now}</Figure>
        </dd>
      </div>
      <div>
        <dt>all on</dt>
        <dd>{on}</dd>
      </div>
    </dl>
  );
}

/** Where the lever stands by itself is not written into the address. */
function pointTo(at: Readonly<Record<string, string>>, name: string, isOn: boolean) {
  const axis = outline.peek()?.axes.find((a) => a.name === name);
  const point = axis?.points[isOn ? 1 : 0]?.name ?? '';
  const { [name]: _, ...rest } = at;
  return point === axis?.base ? rest : { ...rest, [name]: point };
}

/** At once, and not when the answer is there. */
function isSwitchedOn(name: string): boolean {
  const axis = outline.value?.axes.find((a) => a.name === name);
  const point = here.value.at[name] ?? axis?.base;
  return point !== undefined && point === axis?.points[1]?.name;
}

function AllSwitches({ levers }: { readonly levers: readonly LeverShown[] }) {
  const all = (isOn: boolean): void => {
    const at = levers.reduce((so, { name }) => pointTo(so, name, isOn), here.peek().at);
    go({ at });
  };
  return (
    <span class="choice">
      <button type="button" onClick={() => all(false)}>
        All off
      </button>
      <button type="button" onClick={() => all(true)}>
        All on
      </button>
    </span>
  );
}

function Switches({ found: { levers, unit, added } }: { readonly found: LeversFound }) {
  const fair = levers.some(({ saving }) => (saving?.fair ?? '') !== '');
  return (
    <div class="table">
      <div class="scroll" role="group" tabIndex={0} aria-label="Levers">
        <table class="levers-table">
          <caption class="unseen">Levers, and what each of them saves in {unit}</caption>
          <thead>
            <tr>
              <th scope="col">lever</th>
              <th scope="col" class="n">
                switched now <span class="unit">{unit}</span>
              </th>
              <th scope="col" class="n">
                saves alone
              </th>
              <th scope="col" class="n">
                of all off
              </th>
              <th scope="col" class="n">
                with all others on
              </th>
              <th scope="col" class="n">
                interaction
              </th>
              {fair && (
                <>
                  <th scope="col" class="n">
                    fair share
                  </th>
                  <th scope="col" class="n">
                    of the saving
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {levers.map((lever) => (
              <LeverRow key={lever.name} lever={lever} fair={fair} />
            ))}
            <tr class="total">
              <th scope="row">added up</th>
              <td class="n" />
              <td class="n">{added.alone}</td>
              <td class="n" />
              <td class="n" />
              <td class="n" />
              {fair && (
                <>
                  <td class="n">{added.fair}</td>
                  <td class="n">100%</td>
                </>
              )}
            </tr>
          </tbody>
        </table>
      </div>
      <TakeTable file="levers" />
    </div>
  );
}

function LeverRow({ lever, fair }: { readonly lever: LeverShown; readonly fair: boolean }) {
  const id = useId();
  const { name, label, note, asserted, source, switched, saving } = lever;
  const isOn = isSwitchedOn(name);
  return (
    <tr class={saving === undefined ? 'aside' : undefined}>
      <th scope="row">
        <label class="lever-switch">
          <input
            type="checkbox"
            role="switch"
            aria-checked={isOn}
            checked={isOn}
            aria-describedby={id}
            onChange={({ currentTarget: { checked } }) => go({ at: pointTo(here.peek().at, name, checked) })}
          />
          <span>
            {label}
            {asserted && <span class="tag assumed">asserted</span>}
          </span>
        </label>
        <p class="lever-about" id={id}>
          {note}
          {source !== undefined && <span class="muted"> {source}</span>}
        </p>
      </th>
      <td class="n">{saving === undefined ? '' : switched}</td>
      {saving === undefined ? (
        <td class="muted" colSpan={fair ? 6 : 4}>
          changes nothing here
        </td>
      ) : (
        <>
          <td class="n">{saving.alone}</td>
          <td class="n">{saving.share}</td>
          <td class="n">{saving.last}</td>
          <td class="n">{saving.interaction}</td>
          {fair && (
            <>
              <td class="n">{saving.fair}</td>
              <td class="n">{saving.fairShare}</td>
            </>
          )}
        </>
      )}
    </tr>
  );
}
