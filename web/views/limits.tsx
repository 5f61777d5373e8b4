// What breaks first: how full each limit is in the case that is looked at, and in which order they give way as an input grows.

import type { ReportTable, RichText } from '../../src/report/blocks.ts';
import { useAnswer, usePatientAnswer } from '../app/answer.ts';
import { stem } from '../app/document.ts';
import { go, here } from '../app/location.ts';
import type { Demand, Ladder, LadderRung, UseOfLimit } from '../engine/answers/limits.ts';
import { Problem } from '../ui/problem.tsx';
import { Table } from '../ui/table.tsx';
import { TakeTable } from '../ui/take-table.tsx';

export function Limits() {
  const { data, problem, pending } = useAnswer('limits', {});
  const demand = usePatientAnswer('demand', {});
  return (
    <>
      <h1>Limits</h1>
      <Problem problem={problem} />
      {data === undefined ? (
        problem === undefined && <p class="muted">Computing…</p>
      ) : (
        <div class={pending ? 'pending' : undefined}>
          {data.uses.length === 0 ? (
            <p class="muted">
              The plan has no limits here. One is a condition that must hold, written under{' '}
              <code>limits</code>.
            </p>
          ) : (
            <Uses uses={data.uses} />
          )}
          {data.inputs.length > 0 && <Scale inputs={data.inputs} />}
          {demand.data !== undefined && <DemandOf demand={demand.data} />}
        </div>
      )}
    </>
  );
}

const stateWords: Readonly<Record<UseOfLimit['state'], string>> = {
  holds: 'holds',
  partly: 'holds in part of the range',
  broken: 'broken',
  undecided: 'undecided',
};

function Uses({ uses }: { readonly uses: readonly UseOfLimit[] }) {
  return (
    <ul class="uses">
      {uses.map((use) => (
        <Use key={`${use.kind} ${use.name}`} use={use} />
      ))}
    </ul>
  );
}

function Use({ use }: { readonly use: UseOfLimit }) {
  const { label, kind, state, used, allowed, share, chance, formula, because, remedy, source, breaks } = use;
  return (
    <li class={`use ${state}`}>
      <div class="about">
        <span class="label">{label}</span>
        {kind === 'budget' && <span class="tag assumed">budget</span>}
      </div>
      <div class="bar" aria-hidden="true">
        {share !== undefined && (
          <>
            <span class="sure" style={{ '--to': Math.min(share.low, 1) }} />
            <span
              class="maybe"
              style={{ '--from': Math.min(share.low, 1), '--to': Math.min(share.high, 1) }}
            />
          </>
        )}
      </div>
      <div class="n">
        <b>{use.use}</b>
      </div>
      <div>
        <span class={`tag ${state}`}>{stateWords[state]}</span>
      </div>
      <div class="more">
        {used !== '' && (
          <span>
            {used} of {allowed}
          </span>
        )}
        <code>{formula}</code>
        {chance !== undefined && <span>{chance}</span>}
        {breaks !== undefined && <span>breaks in {breaks}</span>}
        {use.holdsWhile.length > 0 && <span>holds while {use.holdsWhile.join('; ')}</span>}
        {because !== undefined && <span>{because}</span>}
        {source !== undefined && <span class="source">{source}</span>}
        {remedy !== undefined && (
          <span class="remedy">
            <strong>Then:</strong> {remedy}
          </span>
        )}
      </div>
    </li>
  );
}

interface ScaleProps {
  readonly inputs: readonly { readonly name: string; readonly label: string }[];
}

function Scale({ inputs }: ScaleProps) {
  const { along, ...rest } = here.value.own;
  const input = inputs.find(({ name }) => name === along)?.name ?? inputs[0]?.name ?? '';
  const { data, problem } = usePatientAnswer('ladder', { input });
  return (
    <>
      <h2>What breaks at which scale</h2>
      <div class="view-controls">
        <label class="choice">
          <span>along</span>
          <select
            value={input}
            onChange={({ currentTarget: { value } }) =>
              go({ own: value === inputs[0]?.name ? rest : { ...rest, along: value } })
            }
          >
            {inputs.map((one) => (
              <option key={one.name} value={one.name}>
                {one.label === one.name ? one.name : `${one.label} (${one.name})`}
              </option>
            ))}
          </select>
        </label>
        {data !== undefined && <span class="muted">{data.now} in this case; all else stays</span>}
      </div>
      <Problem problem={problem} />
      {data !== undefined && <LadderOf ladder={data} />}
    </>
  );
}

function LadderOf({ ladder }: { readonly ladder: Ladder }) {
  const { label, unit, span, ticks, rungs, still, uncertain } = ladder;
  const share = (value: number): string => {
    const of = span.log
      ? Math.log(value / span.from) / Math.log(span.to / span.from)
      : (value - span.from) / (span.to - span.from);
    return `${Math.min(1, Math.max(0, of)) * 100}%`;
  };
  return (
    <>
      <div class="table">
        <div class="scroll" role="group" tabIndex={0} aria-label={`Limits along ${label}`}>
          <table class="ladder">
            <caption class="unseen">In which order limits break as {label} grows</caption>
            <thead>
              <tr>
                <th scope="col">limit</th>
                <th scope="col" class="n">
                  breaks at
                </th>
                <th scope="col" class="n">
                  times
                </th>
                <th scope="col" class="scale">
                  <span>
                    {label} {unit !== label && <span class="unit">{unit}</span>}
                  </span>
                  <span class="rail">
                    {ticks.map(({ at, text }) => (
                      <span key={at} class="tick" style={{ '--at': share(at) }}>
                        {text}
                      </span>
                    ))}
                  </span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rungs.map((rung) => (
                <RungRow key={`${rung.kind} ${rung.label}`} rung={rung} share={share} now={span.now} />
              ))}
            </tbody>
          </table>
        </div>
        <TakeTable file={`${stem.value}-limits-along`} />
      </div>
      {rungs.length === 0 && <p class="muted">No limit follows {label}.</p>}
      {still.length > 0 && (
        <p class="notes">
          Not along {label}: {still.join(', ')}.
        </p>
      )}
      {uncertain.length > 0 && (
        <p class="notes">
          Not on the ladder, since they need to hold with some probability only: {uncertain.join(', ')}. How
          often they hold in this case stands above, and in Risk.
        </p>
      )}
    </>
  );
}

interface RungProps {
  readonly rung: LadderRung;
  readonly share: (value: number) => string;
  readonly now: number;
}

function RungRow({ rung, share, now }: RungProps) {
  const { label, kind, state, breaks, times, stretches, remedy } = rung;
  return (
    <tr>
      <th scope="row">
        {label}
        {kind === 'budget' && <span class="tag assumed">budget</span>}
        {remedy !== undefined && <p class="remedy">{remedy}</p>}
      </th>
      <td class="n">{state === 'holds' ? (breaks ?? 'holds from here on') : stateWords[state]}</td>
      <td class="n">{state === 'holds' ? times : ''}</td>
      <td class="scale">
        <span class="rail">
          {stretches.map((stretch) => (
            <span
              key={stretch.from}
              class={stretch.state}
              title={stateWords[stretch.state]}
              style={{ '--from': share(stretch.from), '--to': share(stretch.to) }}
            />
          ))}
          <span class="now" style={{ '--at': share(now) }} />
        </span>
      </td>
    </tr>
  );
}

function DemandOf({ demand: { formulas, sized } }: { readonly demand: Demand }) {
  return (
    <>
      {sized.length > 0 && (
        <>
          <h2>How many carry it</h2>
          <Table
            table={tableOf(
              [left('item'), right('count'), left('decided by')],
              sized.map(({ label, count, binding }) => [label, count, binding]),
            )}
            caption="How many carry it"
            file={`${stem.value}-how-many`}
            explain={(row, column) => (column === 1 ? { formula: `${sized[row]?.name}.count` } : undefined)}
          />
        </>
      )}
      {formulas.length > 0 && (
        <>
          <h2>What the limits follow</h2>
          <Table
            table={tableOf(
              [left('name'), right('value'), left('formula')],
              formulas.map(({ label, value, formula, note }) => [
                label,
                value,
                [{ kind: 'code', text: formula }, note === undefined ? '' : ` ${note}`],
              ]),
            )}
            caption="What the limits follow"
            file={`${stem.value}-what-limits-follow`}
            explain={(row, column) => (column === 1 ? { formula: formulas[row]?.name ?? '' } : undefined)}
          />
        </>
      )}
    </>
  );
}

type TableColumn = ReportTable['columns'][number];

const left = (head: string): TableColumn => ({ head, align: 'left' });
const right = (head: string): TableColumn => ({ head, align: 'right' });

function tableOf(columns: readonly TableColumn[], rows: readonly (readonly RichText[])[]): ReportTable {
  return {
    columns,
    rows: rows.map((texts) => ({ kind: 'plain', cells: texts.map((text) => ({ text })) })),
    notes: [],
  };
}
