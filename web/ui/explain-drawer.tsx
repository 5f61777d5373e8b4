// Where a figure comes from: its formula, its parts, down to inputs and prices with source and date.

import { useRef, useState } from 'preact/hooks';
import { useAnswerAt } from '../app/answer.ts';
import { closeExplained } from '../app/explained.ts';
import { here } from '../app/location.ts';
import { outline } from '../app/plan.ts';
import { tell } from '../app/telling.ts';
import type { ExplainedFigure } from '../engine/answers/explain.ts';
import { Dialog } from './dialog.tsx';
import { ExplainDetails } from './explain-details.tsx';
import { explanationText, figureAt, type Way, waysTo, wayToParts } from './explain-rows.ts';
import { ExplainTree } from './explain-tree.tsx';
import { Problem } from './problem.tsx';

export function ExplainDrawer() {
  const question = here.value.explain;
  if (question === undefined || outline.value === undefined) return null;
  const { formula, at } = question;
  return <Open key={JSON.stringify(question)} formula={formula} at={at} />;
}

function Open({ formula, at }: { readonly formula: string; readonly at: Readonly<Record<string, string>> }) {
  const { data, problem } = useAnswerAt('explain', { formula }, at);
  return (
    <Dialog title={data?.label ?? formula} shape="drawer" onClose={closeExplained}>
      <Problem problem={problem} />
      {data === undefined ? (
        problem === undefined && <p class="muted">Computing…</p>
      ) : (
        <Explanation root={data} at={at} />
      )}
    </Dialog>
  );
}

interface Props {
  readonly root: ExplainedFigure;
  readonly at: Readonly<Record<string, string>>;
}

function Explanation({ root, at }: Props) {
  const [within, setWithin] = useState<Way>('');
  const [search, setSearch] = useState('');
  const field = useRef<HTMLInputElement>(null);
  // a figure that a what-if has taken away is no longer looked at
  const figure = figureAt(root, within) ?? root;
  const way = figure === root ? '' : within;
  const lookAt = (to: Way): void => {
    setWithin(to);
    setSearch('');
  };
  const ways = waysTo(way);
  return (
    <div class="explanation">
      {way !== '' && <Crumbs root={root} ways={ways} onLookAt={lookAt} />}
      <p class="big">{figure.value}</p>
      {Object.keys(at).length > 0 && (
        <p class="muted">
          at{' '}
          {Object.entries(at)
            .map(([axis, point]) => `${axis}=${point}`)
            .join(', ')}
        </p>
      )}
      <ExplainDetails figure={figure} onParts={() => lookAt(wayToParts(root, figure) ?? '')} />
      <div class="tools">
        {figure.parts.length > 0 && (
          <input
            ref={field}
            type="search"
            aria-label="Search in the parts"
            placeholder="search"
            value={search}
            onInput={({ currentTarget }) => setSearch(currentTarget.value)}
          />
        )}
        <button type="button" onClick={() => void copy(figure)}>
          Copy as text
        </button>
      </div>
      {figure.parts.length > 0 && (
        <ExplainTree
          key={way}
          root={root}
          within={way}
          search={search}
          onLookAt={lookAt}
          onOut={() => lookAt(ways.at(-2) ?? '')}
          onSearch={() => field.current?.focus()}
        />
      )}
    </div>
  );
}

interface CrumbsProps {
  readonly root: ExplainedFigure;
  readonly ways: readonly Way[];
  readonly onLookAt: (way: Way) => void;
}

function Crumbs({ root, ways, onLookAt }: CrumbsProps) {
  return (
    <nav class="trail" aria-label="The way to this figure">
      <ol>
        {ways.map((way, i) => {
          const label = figureAt(root, way)?.label ?? '';
          return (
            <li key={way}>
              {i === ways.length - 1 ? (
                <span aria-current="true">{label}</span>
              ) : (
                <button type="button" class="link" onClick={() => onLookAt(way)}>
                  {label}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

async function copy(figure: ExplainedFigure): Promise<void> {
  try {
    await navigator.clipboard.writeText(explanationText(figure));
    tell('The explanation is in the clipboard.');
  } catch {
    tell('This browser gives the page no clipboard.');
  }
}
