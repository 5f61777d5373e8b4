// A view that is sections of the report.

import { useAnswer } from '../app/answer.ts';
import { Blocks } from './blocks.tsx';

interface Props {
  readonly title: string;
  readonly sections: readonly string[];
  /** Where the plan has nothing of the kind. */
  readonly nothing: string;
}

export function SectionView({ title, sections, nothing }: Props) {
  const { data, problem, pending } = useAnswer('section', { sections });
  return (
    <>
      <h1>{title}</h1>
      {problem !== undefined && (
        <p class="problem">
          {problem.message}. {problem.help}
        </p>
      )}
      {data === undefined ? (
        <p class="muted">Computing…</p>
      ) : data.length === 0 ? (
        <p class="muted">{nothing}</p>
      ) : (
        <div class={pending ? 'pending' : undefined}>
          {data.map(({ id, title: name, blocks }) => (
            <section key={id}>
              {data.length > 1 && <h2>{name}</h2>}
              <Blocks blocks={blocks} title={name} />
            </section>
          ))}
        </div>
      )}
    </>
  );
}
