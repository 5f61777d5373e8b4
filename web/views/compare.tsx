// Any figure along any axis against any other, and where two of its points change places.

import { type Answer, usePatientAnswer } from '../app/answer.ts';
import { stem } from '../app/document.ts';
import { here } from '../app/location.ts';
import { outline } from '../app/plan.ts';
import type { BreakEvenData } from '../engine/answers/break-even.ts';
import type { CompareAnswer } from '../engine/answers/compare.ts';
import type { Outline } from '../engine/protocol.ts';
import { ChartFigure } from '../ui/chart.tsx';
import { Segments, Select } from '../ui/choice.tsx';
import { chosenMetric, MetricField } from '../ui/metric-field.tsx';
import { chooseOwn, ownChoice } from '../ui/own.ts';
import { Problem } from '../ui/problem.tsx';
import { Words } from '../ui/rich.tsx';
import { Table } from '../ui/table.tsx';
import { TypedField } from '../ui/typed-field.tsx';

export function Compare() {
  const plan = outline.value;
  if (plan === undefined) return <p class="muted">Reading the plan…</p>;
  return plan.axes.length === 0 ? <OneCase /> : <CompareOf plan={plan} />;
}

function OneCase() {
  return (
    <div class="empty-view">
      <h1>Compare</h1>
      <p>The plan has one case only, so there is nothing to compare. Options make cases, for example:</p>
      <pre tabIndex={0}>
        <code>
          {
            'axes:\n  platform:\n    small: { server.price: 5 EUR/month }\n    large: { server.price: 20 EUR/month }\n'
          }
        </code>
      </pre>
    </div>
  );
}

function CompareOf({ plan }: { readonly plan: Outline }) {
  const { own } = here.value;
  const metric = chosenMetric();
  const as = ownChoice('as', ['value', 'difference', 'percent']);
  const { data, pending, problem } = usePatientAnswer('compare', {
    by: own.by ?? '',
    over: own.over ?? '',
    metric,
    as,
  });
  return (
    <>
      <h1>Compare</h1>
      <div class="choices">
        <MetricField problem={problem} />
        {data !== undefined && <Axes data={data} />}
        <Segments
          label="Shown as"
          value={as}
          options={[
            { value: 'value', label: 'figure' },
            { value: 'difference', label: 'difference' },
            { value: 'percent', label: '%' },
          ]}
          onChoose={(value) => chooseOwn({ as: value === 'value' ? undefined : value })}
        />
      </div>
      {data === undefined ? (
        problem === undefined && <p class="muted">Computing…</p>
      ) : (
        <div class={pending || problem !== undefined ? 'pending' : undefined}>
          <Comparison data={data} as={as} />
          {data.points.length > 1 && problem === undefined && (
            <BreakEven plan={plan} data={data} metric={metric} />
          )}
        </div>
      )}
    </>
  );
}

function Axes({ data: { by, over, axes } }: { readonly data: CompareAnswer }) {
  const options = axes.map(({ name, label }) => ({ value: name, label }));
  return (
    <>
      <Select
        label="of each"
        value={by.name}
        options={options}
        onChoose={(value) =>
          chooseOwn({
            by: value,
            over: value === over?.name ? by.name : here.peek().own.over,
            first: undefined,
            second: undefined,
          })
        }
      />
      {axes.length > 1 && (
        <Select
          label="over"
          value={over?.name ?? '-'}
          options={[{ value: '-', label: 'nothing' }, ...options.filter(({ value }) => value !== by.name)]}
          onChoose={(value) => chooseOwn({ by: by.name, over: value })}
        />
      )}
    </>
  );
}

function Comparison({ data, as }: { readonly data: CompareAnswer; readonly as: string }) {
  const { table, explained, chart, choice, by, around } = data;
  const isOut = table.rows.some((row) => row.cells.some((cell) => cell.out === true));
  return (
    <>
      <p class="muted">
        {around !== '' && `At ${around}. `}
        {choice && `Marked: the lowest ${by.label} that is known and breaks no limit. `}
        {isOut && 'Struck out: breaks a limit. '}
        {as !== 'value' && 'Against the case that is looked at, by the middle of ranges.'}
      </p>
      <Table
        table={table}
        caption="Comparison"
        file={`${stem.value}-compare`}
        explain={(row, column) => explained[row]?.[column]}
      />
      {chart !== undefined && <ChartFigure chart={chart} />}
    </>
  );
}

interface BreakEvenProps {
  readonly plan: Outline;
  readonly data: CompareAnswer;
  readonly metric: string;
}

function BreakEven({ plan, data, metric }: BreakEvenProps) {
  const { own } = here.value;
  const { points, by } = data;
  const known = (name: string | undefined) => points.find((p) => p.name === name)?.name;
  const first = known(own.first) ?? data.base;
  const others = points.filter(({ name }) => name !== first);
  const follows = (name: string): boolean => data.inputs.some(({ of }) => of.includes(name));
  // a pair that follows nothing never changes places
  const second = known(own.second) ?? (others.find(({ name }) => follows(name)) ?? others[0])?.name ?? first;
  const options = points.map(({ name, label }) => ({ value: name, label }));
  const inputs = data.inputs.filter(({ of }) => of.includes(first) || of.includes(second));
  const onOptions = [
    ...(plan.has.time ? [{ value: 'month', label: 'months, all cash so far' }] : []),
    ...inputs.map(({ name, label }) => ({ value: name, label })),
  ];
  const on = onOptions.find(({ value }) => value === own.on)?.value ?? usualInput(plan, inputs);
  return (
    <section class="break-even">
      <h2>Where two change places</h2>
      <div class="choices">
        <Select
          label="between"
          value={first}
          options={options}
          onChoose={(value) => chooseOwn({ first: value })}
        />
        <Select
          label="and"
          value={second}
          options={options}
          onChoose={(value) => chooseOwn({ second: value })}
        />
        {onOptions.length > 0 && (
          <Select
            label="along"
            value={on ?? ''}
            options={[...(on === undefined ? [{ value: '', label: 'choose an input' }] : []), ...onOptions]}
            onChoose={(value) => chooseOwn({ on: value, from: undefined, to: undefined })}
          />
        )}
      </div>
      {on === undefined ? (
        <p class="muted">Neither of the two follows an input.</p>
      ) : (
        <Crossings by={by.name} first={first} second={second} metric={metric} on={on} />
      )}
    </section>
  );
}

/** What a sweep goes through, as far as the figure follows it; the first input otherwise. */
function usualInput(plan: Outline, inputs: CompareAnswer['inputs']): string | undefined {
  const swept = inputs.find(({ name }) =>
    plan.axes.some((axis) => axis.kind === 'sweep' && axis.name === name),
  );
  return swept?.name ?? inputs[0]?.name;
}

interface CrossingsProps {
  readonly by: string;
  readonly first: string;
  readonly second: string;
  readonly metric: string;
  readonly on: string;
}

function Crossings(props: CrossingsProps) {
  const { own } = here.value;
  const answer = usePatientAnswer('breakEven', { ...props, from: own.from ?? '', to: own.to ?? '' });
  const { data, problem, pending } = answer;
  return (
    <>
      {props.on !== 'month' && <Span answer={answer} />}
      <Problem problem={problem} />
      {data === undefined
        ? problem === undefined && <p class="muted">Looking for every crossing…</p>
        : problem === undefined && (
            <div class={pending ? 'pending' : undefined}>
              <p>
                <strong>
                  <Words text={data.answer} />
                </strong>
              </p>
              {data.crossings.length > 0 && (
                <ol>
                  {data.crossings.map((text) => (
                    <li key={text}>
                      <Words text={text} />
                    </li>
                  ))}
                </ol>
              )}
              {data.remarks.length > 0 && (
                <ul>
                  {data.remarks.map((text) => (
                    <li key={text}>
                      <Words text={text} />
                    </li>
                  ))}
                </ul>
              )}
              {data.chart !== undefined && <ChartFigure chart={data.chart} />}
              {data.table !== undefined && <Table table={data.table} caption="All cash so far" />}
            </div>
          )}
    </>
  );
}

function Span({ answer: { data } }: { readonly answer: Answer<BreakEvenData> }) {
  const { own } = here.value;
  const end = (name: 'from' | 'to', usual: string | undefined) => (
    <TypedField
      label={name}
      placeholder={usual}
      value={own[name] ?? ''}
      onChoose={(text) => chooseOwn({ [name]: text })}
    />
  );
  return (
    <div class="choices">
      {end('from', data?.span?.from)}
      {end('to', data?.span?.to)}
    </div>
  );
}
