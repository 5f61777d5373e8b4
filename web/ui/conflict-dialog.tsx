// The file on disk and what was written here have both moved on: nothing is overwritten until the person says how.

import * as document_ from '../app/document.ts';
import type { Conflict } from '../app/server.ts';
import { conflict as current } from '../app/workspace.ts';
import { Dialog } from './dialog.tsx';

export function ConflictDialog({ conflict }: { readonly conflict: Conflict }) {
  const theirs = conflict.text ?? '';
  const settle = (text: string, what: string): void => {
    document_.disk.value = { text: theirs, version: conflict.version };
    document_.change({ text }, what);
    current.value = undefined;
  };
  return (
    <Dialog
      title="The file changed on disk"
      onClose={() => settle(document_.text.peek(), 'the file on disk')}
    >
      <p>Somebody else, or another program, wrote to it while you were changing it here.</p>
      <div class="ways">
        <button type="button" onClick={() => settle(document_.text.peek(), 'the file on disk')}>
          Keep mine
        </button>
        <button type="button" onClick={() => settle(theirs, 'the file on disk')}>
          Take theirs
        </button>
      </div>
    </Dialog>
  );
}
