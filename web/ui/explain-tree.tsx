// The parts of an explanation as a tree: arrow keys go through it, Enter looks at a part alone, Backspace goes back out.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { ExplainedFigure } from '../engine/answers/explain.ts';
import { ExplainDetails } from './explain-details.tsx';
import { type ExplainRow, explainRows, type Way, wayToParts } from './explain-rows.ts';

interface Props {
  readonly root: ExplainedFigure;
  readonly within: Way;
  readonly search: string;
  readonly onLookAt: (way: Way) => void;
  readonly onOut: () => void;
  readonly onSearch: () => void;
}

/** A tree that is longer is searched rather than read. */
const mostRows = 400;

export function ExplainTree({ root, within, search, onLookAt, onOut, onSearch }: Props) {
  const [turned, setTurned] = useState<ReadonlyMap<Way, boolean>>(new Map());
  const [current, setCurrent] = useState<Way | undefined>(undefined);
  const list = useRef<HTMLUListElement>(null);
  const all = explainRows(root, { within, turned, search });
  const rows = all.slice(0, mostRows);
  const index = Math.max(
    0,
    rows.findIndex(({ way }) => way === current),
  );
  useEffect(() => {
    // what was focused went away with the tree before
    if (document.activeElement === document.body) focusLine(0);
  }, []);
  const focusLine = (line: number): void => {
    const item = list.current?.children[line];
    if (item instanceof HTMLElement) item.focus();
  };
  const turn = ({ way }: ExplainRow, isOpen: boolean): void => {
    setTurned(new Map([...turned, [way, isOpen]]));
    setCurrent(way);
  };
  const goTo = (row: ExplainRow | undefined): void => {
    if (row !== undefined) focusLine(rows.indexOf(row));
  };
  const onKeyDown = (event: KeyboardEvent, line: number): void => {
    const row = rows[line];
    if (row === undefined || event.target !== event.currentTarget || hasModifier(event)) return;
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => goTo(rows[line + 1]),
      ArrowUp: () => goTo(rows[line - 1]),
      Home: () => goTo(rows[0]),
      End: () => goTo(rows.at(-1)),
      ArrowRight: () => (row.canOpen && !row.isOpen ? turn(row, true) : goTo(firstBelow(rows, line))),
      ArrowLeft: () => (row.isOpen ? turn(row, false) : goTo(above(rows, line))),
      Enter: () => row.canOpen && onLookAt(row.way),
      Backspace: onOut,
      '/': onSearch,
    };
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  if (rows.length === 0 && search !== '') return <p class="muted">Nothing in it is called so.</p>;
  return (
    <>
      <ul class="tree" role="tree" aria-label="Parts" ref={list}>
        {rows.map((row, i) => (
          <li
            key={row.way}
            role="treeitem"
            aria-level={row.level}
            aria-posinset={row.position}
            aria-setsize={row.siblings}
            aria-expanded={row.canOpen ? row.isOpen : undefined}
            tabIndex={i === index ? 0 : -1}
            class={row.isFound ? 'found' : undefined}
            style={{ '--level': row.level - 1 }}
            onKeyDown={(event) => onKeyDown(event, i)}
            onClick={({ target }) => row.canOpen && isHead(target) && turn(row, !row.isOpen)}
            onFocus={({ target, currentTarget }) => target === currentTarget && setCurrent(row.way)}
          >
            <Head row={row} onLookAt={() => onLookAt(row.way)} />
            <ExplainDetails
              figure={row.figure}
              onParts={() => onLookAt(wayToParts(root, row.figure) ?? '')}
            />
          </li>
        ))}
      </ul>
      {all.length > rows.length && (
        <p class="muted">{all.length - rows.length} more: search, or look at a part alone.</p>
      )}
    </>
  );
}

interface HeadProps {
  readonly row: ExplainRow;
  readonly onLookAt: () => void;
}

function Head({ row: { figure, canOpen, isOpen }, onLookAt }: HeadProps) {
  return (
    <div class={canOpen ? 'head' : 'head leaf'}>
      <span class="mark" aria-hidden="true">
        {canOpen ? (isOpen ? '▾' : '▸') : ''}
      </span>
      <span class="name">
        {figure.label}
        {figure.at !== '' && <span class="muted"> at {figure.at}</span>}
      </span>
      {canOpen && (
        <button type="button" class="quiet alone" tabIndex={-1} onClick={onLookAt}>
          alone
        </button>
      )}
      <span class="value">{figure.value}</span>
    </div>
  );
}

/** On the line of the figure itself, and no button on it. */
function isHead(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.head') !== null && target.closest('button') === null;
}

function hasModifier({ altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey;
}

function firstBelow(rows: readonly ExplainRow[], index: number): ExplainRow | undefined {
  const next = rows[index + 1];
  return next !== undefined && next.level > (rows[index]?.level ?? 0) ? next : undefined;
}

function above(rows: readonly ExplainRow[], index: number): ExplainRow | undefined {
  const level = rows[index]?.level ?? 0;
  return rows.slice(0, index).findLast((row) => row.level < level);
}
