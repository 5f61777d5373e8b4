// What it costs, how sure that is, what binds, and what to take.

import { useAnswer } from '../app/answer.ts';
import { outline } from '../app/plan.ts';
import { Blocks } from '../ui/blocks.tsx';

export function Overview() {
  const { data, pending, problem } = useAnswer('overview', {});
  const plan = outline.value;
  return (
    <>
      <h1>{plan?.title}</h1>
      {plan?.about !== undefined && <p class="lead">{plan.about}</p>}
      {problem !== undefined && <p class="problem">{problem.message}</p>}
      {data !== undefined && (
        <div class={pending ? 'pending' : undefined}>
          <Blocks blocks={data.summary} title="Summary" />
          {data.recommendation.length > 0 && <h2>What to take</h2>}
          <Blocks blocks={data.recommendation} title="Recommendation" />
          {data.assumed.length > 0 && <h2>How sure</h2>}
          <Blocks blocks={data.assumed} title="Assumed and stale" />
        </div>
      )}
    </>
  );
}
