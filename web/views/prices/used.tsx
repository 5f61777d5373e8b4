// The prices that the open plan is made of, with source and date; those to be looked at again first.

import { useAnswer } from '../../app/answer.ts';
import { Blocks } from '../../ui/blocks.tsx';

export function Used() {
  const { data, problem, pending } = useAnswer('pricesUsed', {});
  if (problem !== undefined) return <p class="problem">{problem.message}</p>;
  if (data === undefined) return <p class="muted">Computing…</p>;
  const { uses, asOf, blocks } = data;
  const stale = uses.filter((use) => use.stale !== undefined);
  if (uses.length === 0) return <p class="muted">The plan buys nothing.</p>;
  return (
    <div class={pending ? 'pending' : undefined}>
      <p class="muted">
        {uses.length} prices{asOf === undefined ? ', the newest known' : `, as of ${asOf}`}
        {stale.length === 0 ? '; none of them is stale.' : `; ${stale.length} to be looked at again:`}
      </p>
      {stale.length > 0 && (
        <ul>
          {stale.map(({ path, labels, stale: why }) => (
            <li key={path + labels.join()}>
              {path === '' ? labels.join(', ') : <code>{path}</code>}: {why}
            </li>
          ))}
        </ul>
      )}
      <Blocks blocks={blocks} title="Prices used" />
    </div>
  );
}
