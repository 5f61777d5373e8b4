// The table before it, as CSV: for tables that hold switches and bars beside their figures.

import { csvText } from '../../src/report/csv.ts';
import { saveText } from '../app/saving.ts';

export function TakeTable({ file }: { readonly file: string }) {
  const take = (button: HTMLButtonElement): void => {
    const table = button.closest('.takes')?.previousElementSibling?.querySelector('table');
    if (table === null || table === undefined) return;
    saveText(`${file}.csv`, 'text/csv', csvText([...table.rows].map((row) => [...row.cells].map(wordsOf))));
  };
  return (
    <p class="takes">
      <button type="button" class="quiet" onClick={({ currentTarget }) => take(currentTarget)}>
        CSV
      </button>
    </p>
  );
}

/** What is read of a cell: one line, without what only draws. */
function wordsOf(cell: HTMLTableCellElement): string {
  return cell.innerText.replace(/\s+/g, ' ').trim();
}
