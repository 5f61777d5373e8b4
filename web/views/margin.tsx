// What is earned and what is left of it.

import { Fragment } from 'preact';
import { usePatientAnswer } from '../app/answer.ts';
import { stem } from '../app/document.ts';
import { here } from '../app/location.ts';
import { outline } from '../app/plan.ts';
import type { MarginAnswer } from '../engine/answers/margin.ts';
import { ChartFigure } from '../ui/chart.tsx';
import { Select } from '../ui/choice.tsx';
import { chooseOwn } from '../ui/own.ts';
import { Problem } from '../ui/problem.tsx';
import { Rich } from '../ui/rich.tsx';
import { Table } from '../ui/table.tsx';
import { TypedField } from '../ui/typed-field.tsx';

export function Margin() {
  return (
    <>
      <h1>Margin</h1>
      {outline.value?.has.revenue === false ? <NoRevenue /> : <Margins />}
    </>
  );
}

function NoRevenue() {
  return (
    <div class="empty-view">
      <p>The plan says nothing of what is earned, so there is no margin. Say it in the source:</p>
      <pre tabIndex={0}>
        <code>{'revenue:\n  pro: { label: Pro, price: 12 EUR/user/month, quantity: users * 4% }\n'}</code>
      </pre>
    </div>
  );
}

function Margins() {
  const { own } = here.value;
  const { data, pending, problem } = usePatientAnswer('margin', {
    per: own.per ?? '',
    target: own.target ?? '',
  });
  return (
    <>
      <div class="choices">
        {data?.per !== undefined && data.served.length > 1 && (
          <Select
            label="per"
            value={data.per}
            options={data.served.map(({ name, label }) => ({ value: name, label }))}
            onChoose={(per) => chooseOwn({ per })}
          />
        )}
        <TypedField
          label="gross margin to reach"
          inputMode="decimal"
          placeholder="70%"
          value={own.target ?? ''}
          wrong={problem !== undefined}
          onChoose={(target) => chooseOwn({ target })}
        />
      </div>
      <Problem problem={problem} />
      {data === undefined ? (
        problem === undefined && <p class="muted">Looking for where it pays…</p>
      ) : (
        <div class={pending ? 'pending' : undefined}>
          <Found data={data} />
        </div>
      )}
    </>
  );
}

const tableNames = ['What is earned and what is left', 'Per unit', 'What is charged'];

function Found({ data: { sheets, notes, chart } }: { readonly data: MarginAnswer }) {
  return (
    <>
      {chart !== undefined && <ChartFigure chart={chart} />}
      {sheets.map(({ title, tables }) => (
        <section key={title}>
          {title !== '' && <h2>{title}</h2>}
          {tables.map(({ table, explained }, i) => (
            <Fragment key={i}>
              {title === '' ? <h2>{tableNames[i]}</h2> : <h3>{tableNames[i]}</h3>}
              <Table
                table={table}
                caption={[tableNames[i] ?? '', title].filter((part) => part !== '').join(', ')}
                file={`${stem.value}-margin`}
                explain={(row, column) => explained[row]?.[column]}
              />
            </Fragment>
          ))}
        </section>
      ))}
      {notes.length > 0 && (
        <ul>
          {notes.map((note, i) => (
            <li key={i}>
              <Rich text={note} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
