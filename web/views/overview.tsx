// What it costs, where the money goes, how sure that is, what binds, and what to take.

import type { ComponentChildren } from 'preact';
import type { ViewName } from '../app/address.ts';
import { useAnswer, usePatientAnswer } from '../app/answer.ts';
import { here, hrefOf } from '../app/location.ts';
import { outline } from '../app/plan.ts';
import type { Outlook } from '../engine/answers/outlook.ts';
import type { CostPart, LimitStanding, Overview as OverviewData } from '../engine/answers/overview.ts';
import { Blocks } from '../ui/blocks.tsx';
import { ChartFigure } from '../ui/chart.tsx';
import { Figure } from '../ui/figure.tsx';
import { followLink } from '../ui/link.tsx';
import { chooseOwn } from '../ui/own.ts';
import { Problem } from '../ui/problem.tsx';

export function Overview() {
  const plan = outline.value;
  const { data, pending, problem } = useAnswer('overview', {});
  const { data: outlook, pending: isOld } = usePatientAnswer('outlook', {});
  return (
    <>
      <h1>{plan?.title}</h1>
      {plan?.about !== undefined && <p class="lead">{plan.about}</p>}
      {plan?.items.length === 0 && (
        <p class="notice">
          The plan buys nothing yet.{' '}
          <a href={hrefOf({ view: 'source', own: {} })} onClick={followLink}>
            Write what it needs
          </a>
        </p>
      )}
      <Problem problem={problem} />
      {data === undefined ? (
        problem === undefined && <p class="muted">Computing…</p>
      ) : (
        <div class={`facts${pending ? ' pending' : ''}`}>
          <Cost data={data} horizon={outlook?.horizon} />
          <Money data={data} />
          <Sure />
          <Binding data={data} />
        </div>
      )}
      {outlook?.chart !== undefined && (
        <section class={isOld ? 'pending' : undefined}>
          <ChartFigure chart={outlook.chart} />
        </section>
      )}
      <Advice />
    </>
  );
}

function Head({ title, view }: { readonly title: string; readonly view: ViewName }) {
  return (
    <h2>
      <a href={hrefOf({ view, own: {} })} onClick={followLink}>
        {title}
      </a>
    </h2>
  );
}

interface CostProps {
  readonly data: OverviewData;
  readonly horizon: Outlook['horizon'];
}

function Cost({ data: { costs, where, unknown }, horizon }: CostProps) {
  const [month, ...others] = costs;
  return (
    <section class="cost" aria-label="What it costs">
      <Head title="What it costs" view="bill" />
      {month !== undefined && (
        <p class="big">
          <Figure formula="total">{month.text}</Figure>
        </p>
      )}
      {where !== '' && <p class="muted">{where}</p>}
      {unknown.length > 0 ? (
        <ul class="unknown">
          {unknown.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : (
        <dl class="pairs">
          {month?.middle !== undefined && <Pair label="middle of the range">{month.middle}</Pair>}
          {others.map(({ formula, label, text }) => (
            <Pair key={label} label={label}>
              {formula === undefined ? text : <Figure formula={formula}>{text}</Figure>}
            </Pair>
          ))}
          {horizon !== undefined && <Horizon horizon={horizon} />}
        </dl>
      )}
    </section>
  );
}

function Pair({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Horizon({ horizon }: { readonly horizon: NonNullable<Outlook['horizon']> }) {
  return (
    <>
      <Pair label={`TCO over ${horizon.months} months`}>
        <Figure formula="tco">{horizon.tco}</Figure>
      </Pair>
      {horizon.cash !== horizon.tco && (
        <Pair label="all cash until then">
          <Figure formula="sum(cash over month)">{horizon.cash}</Figure>
        </Pair>
      )}
      {horizon.presentValue !== undefined && (
        <Pair label="present value">
          <Figure formula="present_value">{horizon.presentValue}</Figure>
        </Pair>
      )}
    </>
  );
}

function Money({ data: { parts, partsOf } }: { readonly data: OverviewData }) {
  if (parts.length === 0) return null;
  return (
    <section class="money" aria-label="Where the money goes">
      <Head title="Where the money goes" view="bill" />
      {parts.some(({ share }) => share > 0) && (
        <div class="share-bar" aria-hidden="true">
          {parts.map((part) => (
            <SharePiece key={part.name} part={part} />
          ))}
        </div>
      )}
      <table class="shares">
        <caption class="unseen">Cost by {partsOf}</caption>
        <tbody>
          {parts.map(({ name, formula, text, shareText, colour }) => (
            <tr key={name}>
              <th scope="row">
                <span class="swatch" style={{ background: `var(--${colour})` }} />
                {name}
              </th>
              <td class="n">{formula === undefined ? text : <Figure formula={formula}>{text}</Figure>}</td>
              <td class="n muted">{shareText}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SharePiece({ part: { share, colour, name } }: { readonly part: CostPart }) {
  if (!(share > 0)) return null;
  return <span title={name} style={{ flexGrow: share, background: `var(--${colour})` }} />;
}

function Sure() {
  const { data } = usePatientAnswer('doubts', {});
  const { data: interval } = usePatientAnswer('interval', {});
  return (
    <section class="sure" aria-label="How sure that is">
      <Head title="How sure" view="risk" />
      <dl class="pairs">
        {interval !== undefined && (
          <>
            <Pair label="nine times out of ten">{interval.text}</Pair>
            <Pair label="as often more as less">{interval.median}</Pair>
          </>
        )}
        {data?.over !== undefined && (
          <Pair label={`over ${data.over.cases} cases`}>
            {data.over.low.text} to {data.over.high.text}
            <span class="under muted">
              {data.over.low.where} to {data.over.high.where}
            </span>
          </Pair>
        )}
      </dl>
      {data === undefined ? (
        <p class="muted">Looking…</p>
      ) : (
        <ul class="plain">
          {data.checks !== undefined && <li>{data.checks}</li>}
          {data.doubts.map(({ text, names, view, grave }) => (
            <li key={text} class={grave ? 'grave' : undefined}>
              <a href={hrefOf({ view, own: {} })} onClick={followLink}>
                {text}
              </a>
              <span class="muted">: {names}</span>
            </li>
          ))}
          {data.doubts.length === 0 && data.checks === undefined && (
            <li class="muted">Nothing is assumed, undated or old.</li>
          )}
        </ul>
      )}
    </section>
  );
}

function Binding({ data: { limits, budgets } }: { readonly data: OverviewData }) {
  return (
    <section class="binds" aria-label="What binds">
      <Head title="What binds" view="limits" />
      {limits === undefined && budgets.length === 0 ? (
        <p class="muted">The plan has no limits.</p>
      ) : (
        <ul class="plain">
          {limits !== undefined && <Standing limits={limits} />}
          {budgets
            .filter(({ text }) => text !== '')
            .map(({ label, text, state }) => (
              <li key={label}>
                Budget <strong>{label}</strong>: {text}
                <State state={state} />
              </li>
            ))}
        </ul>
      )}
    </section>
  );
}

function Standing({
  limits: { first, broken, holding, undecided, all },
}: {
  readonly limits: LimitStanding;
}) {
  return (
    <>
      {first !== undefined && (
        <li>
          First: <strong>{first.label}</strong>, {first.use}
          <State state={first.state} />
          {first.room !== '' && <span class="under muted">{first.room}</span>}
          {first.remedy !== '' && <span class="under muted">Then: {first.remedy}</span>}
        </li>
      )}
      {broken.map(({ label, state, remedy }) => (
        <li key={label}>
          <strong>{label}</strong>
          <State state={state} />
          {remedy !== '' && <span class="under muted">Then: {remedy}</span>}
        </li>
      ))}
      <li class="muted">
        {holding} of {all} {all === 1 ? 'limit' : 'limits'} {holding === 1 || all === 1 ? 'holds' : 'hold'}
        {undecided.length > 0 && `; of ${undecided.length} nobody knows: ${undecided.join(', ')}`}
      </li>
    </>
  );
}

const stateWords = {
  holds: undefined,
  broken: 'broken',
  partly: 'may break',
  undecided: 'undecided',
} as const;

function State({ state }: { readonly state: keyof typeof stateWords }) {
  const words = stateWords[state];
  return words === undefined ? null : <span class={`tag ${state}`}>{words}</span>;
}

function Advice() {
  const { data, pending, problem } = usePatientAnswer('advice', {});
  if (outline.value?.has.choice !== true) return null;
  return (
    <section>
      <Head title="What to take" view="compare" />
      <Problem problem={problem} />
      {data === undefined ? (
        problem === undefined && (
          <p class="muted">
            {pending
              ? 'Searching along every input for what would change the answer…'
              : 'One is chosen above already. With all of them open, this says which to take.'}
          </p>
        )
      ) : (
        <div class={pending ? 'pending' : undefined}>
          {data.where !== '' && <p class="muted">At {data.where}.</p>}
          {data.blocks.length === 0 && (
            <p class="muted">Every {data.choice} costs the same here: there is nothing to choose.</p>
          )}
          <Blocks blocks={data.blocks} title="What to take" />
          {data.notes.length > 0 && (
            <ul class="notes">
              {data.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
          {data.where !== '' && <Elsewhere />}
        </div>
      )}
    </section>
  );
}

/** The other cases are asked for when somebody wants to see them. */
function Elsewhere() {
  const isOpen = here.value.own.cases === 'all';
  return (
    <details
      class="elsewhere"
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => chooseOwn({ cases: open ? 'all' : undefined })}
    >
      <summary>What to take in every case</summary>
      {isOpen && <EveryCase />}
    </details>
  );
}

function EveryCase() {
  const { data, pending } = usePatientAnswer('adviceEverywhere', {});
  return data === undefined ? (
    <p class="muted">Searching in every case…</p>
  ) : (
    <div class={pending ? 'pending' : undefined}>
      <Blocks blocks={data} title="What to take in every case" />
    </div>
  );
}
