// What happened to the prices of the catalog between two days.

import { useInquiry } from '../../app/answer.ts';
import { here } from '../../app/location.ts';
import { chooseOwn } from '../../ui/own.ts';
import { Table } from '../../ui/table.tsx';
import { isoDay } from './days.ts';

function choose(name: 'from' | 'to' | 'of', value: string): void {
  chooseOwn({ [name]: value || undefined });
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

export function Changed() {
  const now = new Date();
  const { from: givenFrom = '', to: givenTo = '', of: product } = here.value.own;
  const from = isDay(givenFrom)
    ? givenFrom
    : isoDay(new Date(now.getFullYear() - 1, now.getMonth(), now.getDate()));
  const to = isDay(givenTo) ? givenTo : isoDay(now);
  const { data, problem, pending } = useInquiry('changes', { from, to, product });
  const day = (name: 'from' | 'to', label: string, value: string) => (
    <label>
      <span>{label}</span>
      <input type="date" value={value} onChange={({ currentTarget }) => choose(name, currentTarget.value)} />
    </label>
  );
  return (
    <>
      <div class="finder">
        {day('from', 'after', from)}
        {day('to', 'until', to)}
        {product !== undefined && (
          <span>
            of <code>{product}</code>{' '}
            <button type="button" class="quiet" onClick={() => choose('of', '')}>
              any
            </button>
          </span>
        )}
      </div>
      {problem !== undefined && <p class="problem">{problem.message}</p>}
      {data === undefined ? (
        <p class="muted">Reading the catalog…</p>
      ) : (
        <div class={pending ? 'pending' : undefined}>
          <p class="muted found" role="status">
            {data.count === 0
              ? 'No price changed in these days.'
              : `${data.count} change${data.count === 1 ? '' : 's'}`}
          </p>
          {data.table !== undefined && <Table table={data.table} caption="Changes of prices" />}
        </div>
      )}
    </>
  );
}
