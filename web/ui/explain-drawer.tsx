// Where a figure comes from: its formula, its parts, down to inputs and prices with source and date.

import { isWebAddress } from '../../src/report/web-address.ts';
import { useAnswerAt } from '../app/answer.ts';
import { explained } from '../app/explained.ts';
import { goToSource } from '../app/source-place.ts';
import type { ExplainedFigure } from '../engine/answers/explain.ts';
import { Dialog } from './dialog.tsx';

export function ExplainDrawer() {
  const question = explained.value;
  if (question === undefined) return null;
  return <Open key={question.formula} formula={question.formula} at={question.at} />;
}

const close = (): void => {
  explained.value = undefined;
};

function Open({ formula, at }: { readonly formula: string; readonly at: Readonly<Record<string, string>> }) {
  const { data, problem } = useAnswerAt('explain', { formula }, at);
  return (
    <Dialog title={data?.label ?? formula} shape="drawer" onClose={close}>
      {problem !== undefined && <p class="problem">{problem.message}</p>}
      {data !== undefined && (
        <div class="explanation">
          <p class="big">{data.value}</p>
          {Object.keys(at).length > 0 && (
            <p class="muted">
              at{' '}
              {Object.entries(at)
                .map(([axis, point]) => `${axis}=${point}`)
                .join(', ')}
            </p>
          )}
          <Details figure={data} />
          <ul class="tree">
            {data.parts.map((part, i) => (
              <Part key={i} figure={part} level={1} />
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  );
}

/** Deeper parts open on demand: a total of a large plan has thousands. */
const openLevels = 2;

function Part({ figure, level }: { readonly figure: ExplainedFigure; readonly level: number }) {
  const { parts } = figure;
  const head = (
    <>
      <span class="name">
        {figure.label}
        {figure.at !== '' && <span class="muted"> at {figure.at}</span>}
      </span>
      <span class="value">{figure.value}</span>
    </>
  );
  return (
    <li>
      {parts.length === 0 ? (
        <div class="leaf">{head}</div>
      ) : (
        <details open={level < openLevels}>
          <summary>{head}</summary>
          <ul>
            {parts.map((part, i) => (
              <Part key={i} figure={part} level={level + 1} />
            ))}
          </ul>
        </details>
      )}
      <Details figure={figure} />
    </li>
  );
}

function Details({ figure }: { readonly figure: ExplainedFigure }) {
  const { formula, source, url, date, confidence, note, file, line, seenBefore } = figure;
  return (
    <div class="details">
      {formula !== undefined && <code>= {formula.replace(/\s+/g, ' ').trim()}</code>}
      {(source !== undefined || date !== undefined) && (
        <span class="source">
          {url !== undefined && isWebAddress(url) ? (
            <a href={url} rel="noreferrer noopener" target="_blank">
              {source ?? url}
            </a>
          ) : (
            source
          )}
          {date !== undefined && source?.includes(date) !== true && <span> · {date}</span>}
        </span>
      )}
      {confidence === 'assumed' && <span class="tag assumed">assumed</span>}
      {note !== undefined && <span class="muted">{note}</span>}
      {seenBefore && <span class="muted">parts are shown above</span>}
      {file !== undefined && line !== undefined && !file.startsWith('vendors/') && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            close();
            goToSource(line);
          }}
        >
          line {line}
        </button>
      )}
    </div>
  );
}
