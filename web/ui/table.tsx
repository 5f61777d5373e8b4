// A table of the report's kind: heads with units, figures with their points one below the other, notes below.

import { useId } from 'preact/hooks';
import { type Cell, plainText, type ReportRow, type ReportTable } from '../../src/report/blocks.ts';
import { missingDecimals } from '../../src/report/decimals.ts';
import { slugOf } from '../../src/report/slug.ts';
import { reportTableCsv } from '../../src/report/table-csv.ts';
import { saveText } from '../app/saving.ts';
import { Figure } from './figure.tsx';
import { Rich } from './rich.tsx';

/** What a cell is explained by: a formula, and the case in which it stands if that is another than the one looked at. */
export interface Explainable {
  readonly formula: string;
  readonly at?: Readonly<Record<string, string>>;
}

interface Props {
  readonly table: ReportTable;
  /** What the table shows, for whoever cannot see it. */
  readonly caption: string;
  readonly explain?: (row: number, column: number) => Explainable | undefined;
  /** What its CSV is called, without the ending, where the caption is no name for it. */
  readonly file?: string;
}

export function Table({ table, caption, explain, file = slugOf(caption) }: Props) {
  const { columns, rows, notes } = table;
  const id = useId();
  const pads = columns.map(({ align }, i) =>
    align === 'right'
      ? missingDecimals(rows.map((row) => plainText(row.cells[i]?.text ?? '')))
      : rows.map(() => ''),
  );
  return (
    <div class="table">
      {/* what may be scrolled must be reachable without a mouse */}
      <div class="scroll" role="group" tabIndex={0} aria-label={caption}>
        <table>
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ head, unit, align }, i) => (
                <Head key={i} head={head} unit={unit} right={align === 'right'} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, r) => (
              <tr key={r} class={row.kind === 'plain' ? undefined : row.kind}>
                {columns.map(({ align }, c) => (
                  <TableCell
                    key={c}
                    cell={row.cells[c]}
                    right={align === 'right'}
                    names={c === namerOf(row, columns.length)}
                    pad={pads[c]?.[r] ?? ''}
                    noteId={id}
                    explain={explain?.(r, c)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="takes">
        <button
          type="button"
          class="quiet"
          onClick={() => saveText(`${file}.csv`, 'text/csv', reportTableCsv(table))}
        >
          CSV
        </button>
      </p>
      {notes.length > 0 && (
        <ol class="notes">
          {notes.map((note, i) => (
            <li key={i} id={`${id}-${i + 1}`}>
              <Rich text={note} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** The first cell that says something names the row. */
function namerOf(row: ReportRow, columns: number): number {
  for (let i = 0; i < columns; i++) if (plainText(row.cells[i]?.text ?? '') !== '') return i;
  return -1;
}

function Head({
  head,
  unit,
  right,
}: {
  readonly head: string;
  readonly unit: string | undefined;
  readonly right: boolean;
}) {
  if (head === '' && (unit ?? '') === '') return <td />;
  return (
    <th scope="col" class={right ? 'n' : undefined}>
      {head}
      {unit !== undefined && unit !== '' && <span class="unit"> {unit}</span>}
    </th>
  );
}

interface CellProps {
  readonly cell: Cell | undefined;
  readonly right: boolean;
  readonly names: boolean;
  /** The decimals that it lacks, so that points stand below one another. */
  readonly pad: string;
  readonly noteId: string;
  readonly explain: Explainable | undefined;
}

function TableCell({ cell, right, names, pad, noteId, explain }: CellProps) {
  const text = cell?.text ?? '';
  const marks = cell?.notes ?? [];
  const classes = [right ? 'n' : '', cell?.best === true ? 'best' : '', cell?.out === true ? 'out' : '']
    .filter((name) => name !== '')
    .join(' ');
  const content = (
    <>
      {explain === undefined ? (
        <Rich text={text} />
      ) : (
        <Figure formula={explain.formula} at={explain.at}>
          <Rich text={text} />
        </Figure>
      )}
      {marks.map((n) => (
        <sup key={n}>
          <a href={`#${noteId}-${n}`}>{n}</a>
        </sup>
      ))}
      {pad !== '' && marks.length === 0 && !plainText(text).endsWith('%') && (
        <span class="pad" aria-hidden="true">
          {pad}
        </span>
      )}
    </>
  );
  return names ? (
    <th scope="row" class={classes || undefined}>
      {content}
    </th>
  ) : (
    <td class={classes || undefined}>{content}</td>
  );
}
