// The file on disk and what was written here have both moved on, in the same lines: nothing is overwritten until the person says how.

import { useState } from 'preact/hooks';
import type { Side } from '../../src/editing/merge.ts';
import { type Clash, settle } from '../app/workspace.ts';
import { Dialog } from './dialog.tsx';

export function ConflictDialog({ clash: { merged } }: { readonly clash: Clash }) {
  const { conflicts } = merged;
  const [choices, setChoices] = useState<readonly (Side | undefined)[]>(conflicts.map(() => undefined));
  const choose = (index: number, side: Side): void =>
    setChoices((before) => before.map((old, i) => (i === index ? side : old)));
  const decided = choices.every((choice) => choice !== undefined);
  const several = conflicts.length > 1;
  return (
    // closed without a word, all stays as it was written here
    <Dialog title="The file changed on disk" onClose={() => settle(conflicts.map(() => 'mine'))}>
      <p>
        {several ? `${conflicts.length} places were` : 'One place was'} changed both here and on the disk.
        What was changed in one place only is in already.
      </p>
      <ol class="clashes">
        {conflicts.map(({ line, mine, theirs }, i) => (
          <li key={line}>
            <fieldset>
              <legend>Line {line}</legend>
              <Way
                name={`clash-${i}`}
                label="Mine"
                lines={mine}
                chosen={choices[i] === 'mine'}
                onChoose={() => choose(i, 'mine')}
              />
              <Way
                name={`clash-${i}`}
                label="On the disk"
                lines={theirs}
                chosen={choices[i] === 'theirs'}
                onChoose={() => choose(i, 'theirs')}
              />
            </fieldset>
          </li>
        ))}
      </ol>
      <div class="ways">
        <button
          type="button"
          class="main"
          disabled={!decided}
          onClick={() => settle(choices.map((choice) => choice ?? 'mine'))}
        >
          Take these
        </button>
        <button type="button" onClick={() => settle(conflicts.map(() => 'mine'))}>
          Keep all of mine
        </button>
        <button type="button" onClick={() => settle(conflicts.map(() => 'theirs'))}>
          Take all of the disk
        </button>
      </div>
    </Dialog>
  );
}

interface WayProps {
  readonly name: string;
  readonly label: string;
  readonly lines: readonly string[];
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Way({ name, label, lines, chosen, onChoose }: WayProps) {
  return (
    <label class={chosen ? 'way chosen' : 'way'}>
      <span>
        <input type="radio" name={name} checked={chosen} onChange={onChoose} /> {label}
      </span>
      <pre tabIndex={0}>{lines.length === 0 ? '(nothing)' : lines.join('\n')}</pre>
    </label>
  );
}
