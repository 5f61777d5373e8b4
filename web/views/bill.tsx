// The bill: what each item costs in the case that is looked at, or in several side by side.

import { useAnswer, usePatientAnswer } from '../app/answer.ts';
import { stem } from '../app/document.ts';
import { here } from '../app/location.ts';
import { isNarrow } from '../app/narrow.ts';
import { outline } from '../app/plan.ts';
import type { Outline } from '../engine/protocol.ts';
import { ChartFigure } from '../ui/chart.tsx';
import { Segments, Select } from '../ui/choice.tsx';
import { chooseOwn, ownChoice } from '../ui/own.ts';
import { Problem } from '../ui/problem.tsx';
import { Table } from '../ui/table.tsx';

const baseWords = [
  { value: 'month', label: 'a month' },
  { value: 'year', label: 'a year' },
  { value: 'once', label: 'once' },
  { value: 'first', label: 'first month' },
] as const;

const horizonWords = [
  { value: 'cash', label: 'all cash' },
  { value: 'effective', label: 'TCO' },
] as const;

/** More points than these do not stand side by side. */
const mostColumns = 40;

export function Bill() {
  const plan = outline.value;
  return plan === undefined ? <p class="muted">Reading the plan…</p> : <BillOf plan={plan} />;
}

function BillOf({ plan }: { readonly plan: Outline }) {
  const acrossChoices = columnsOf(plan);
  const across = acrossChoices.find(({ value }) => value === here.value.own.across)?.value ?? '';
  const isByYear = across === 'year';
  const bases = [...(isByYear ? [] : baseWords), ...(plan.has.time ? horizonWords : [])];
  const basis =
    bases.find(({ value }) => value === here.value.own.basis)?.value ?? bases[0]?.value ?? 'month';
  const by = ownChoice('by', ['group', 'provider', 'nothing']);
  const sort = ownChoice('sort', ['plan', 'cost']);
  // where there is no room, the cost comes first
  const details = (here.value.own.details ?? (isNarrow.value ? 'no' : 'yes')) === 'yes';
  const charts = chartsOf(plan, across);
  const chart =
    charts.find(({ value }) => value === here.value.own.chart)?.value ?? charts[0]?.value ?? 'cases';
  const { data, pending, problem } = useAnswer('bill', { basis, across, by, sort, details });
  const { data: picture, pending: isOld } = usePatientAnswer('billPicture', { basis, across, chart });
  return (
    <>
      <h1>Bill</h1>
      {plan.items.length === 0 ? (
        <p class="muted">The plan has no items, so there is nothing to pay.</p>
      ) : (
        <div class="choices">
          <Segments
            label="What is paid"
            value={basis}
            options={bases}
            onChoose={(value) => chooseOwn({ basis: value === 'month' ? undefined : value })}
          />
          {acrossChoices.length > 1 && (
            <Select
              label="side by side"
              value={across}
              options={acrossChoices}
              onChoose={(value) => chooseOwn({ across: value === '' ? undefined : value, chart: undefined })}
            />
          )}
          <Select
            label="by"
            value={by}
            options={[
              { value: 'group', label: 'group' },
              { value: 'provider', label: 'provider' },
              { value: 'nothing', label: 'item' },
            ]}
            onChoose={(value) => chooseOwn({ by: value === 'group' ? undefined : value })}
          />
          <Select
            label="in the order of"
            value={sort}
            options={[
              { value: 'plan', label: 'the plan' },
              { value: 'cost', label: 'cost' },
            ]}
            onChoose={(value) => chooseOwn({ sort: value === 'plan' ? undefined : value })}
          />
          {across === '' && (
            <label class="check">
              <input
                type="checkbox"
                checked={details}
                onChange={({ currentTarget: { checked } }) =>
                  chooseOwn({ details: checked === isNarrow.peek() ? (checked ? 'yes' : 'no') : undefined })
                }
              />
              what is bought
            </label>
          )}
        </div>
      )}
      <Problem problem={problem} />
      {data === undefined
        ? problem === undefined && <p class="muted">Computing…</p>
        : plan.items.length > 0 && (
            <div class={pending ? 'pending' : undefined}>
              {across !== '' && across !== 'year' && data.columns < 2 && (
                <p class="muted">Nothing in the bill differs along it.</p>
              )}
              <Table
                table={data.table}
                caption="Bill"
                file={`${stem.value}-bill`}
                explain={(row, column) => data.explained[row]?.[column]}
              />
            </div>
          )}
      {plan.items.length > 0 && (
        <section class={isOld ? 'pending picture' : 'picture'} aria-label="As a picture">
          {charts.length > 1 && (
            <Segments
              label="Chart"
              value={chart}
              options={charts}
              onChoose={(value) => chooseOwn({ chart: value })}
            />
          )}
          {picture === undefined ? isOld && <p class="muted">Drawing…</p> : <ChartFigure chart={picture} />}
        </section>
      )}
    </>
  );
}

function columnsOf({ axes, has }: Outline): readonly { readonly value: string; readonly label: string }[] {
  const open = axes.filter(
    ({ name, kind, points }) =>
      kind !== 'time' &&
      here.value.at[name] === undefined &&
      points.length > 1 &&
      points.length <= mostColumns,
  );
  return [
    { value: '', label: 'this case alone' },
    ...open.map(({ name, label }) => ({ value: name, label })),
    ...(has.time ? [{ value: 'year', label: 'years' }] : []),
  ];
}

/** Along what the bill can be drawn; the first is drawn where nobody says. */
function chartsOf(
  { axes, has }: Outline,
  across: string,
): readonly { readonly value: string; readonly label: string }[] {
  const cases = { value: 'cases', label: across === '' ? 'items' : 'cases' };
  const sweeps = axes
    .filter(({ kind }) => kind === 'sweep')
    .map(({ name, label }) => ({ value: name, label: `along ${label}` }));
  const time = has.time ? [{ value: 'time', label: 'over time' }] : [];
  if (across === 'year') return time;
  return across === '' ? [...time, ...sweeps, cases] : [cases, ...time, ...sweeps];
}
