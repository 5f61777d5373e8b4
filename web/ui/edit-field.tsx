// A field whose text counts when it is left or Enter is pressed, and that says beside it why it was not taken. Escape puts it back.

import { useId, useState } from 'preact/hooks';
import type { Refusal } from '../app/edits.ts';
import { problemText } from './problem.tsx';

interface Props {
  readonly shown: string;
  readonly labelledBy: string;
  readonly placeholder?: string;
  /** undefined where it is taken, otherwise why not. */
  readonly put: (text: string) => Promise<Refusal | undefined>;
}

export function EditField({ shown, labelledBy, placeholder, put }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const [wrong, setWrong] = useState<Refusal | undefined>(undefined);
  const drop = (): void => {
    setDraft(undefined);
    setWrong(undefined);
  };
  const take = async (written: string): Promise<void> => {
    const text = written.trim();
    if (text === shown) return drop();
    const refusal = await put(text);
    if (refusal === undefined) drop();
    else setWrong(refusal);
  };
  return (
    <div class="edit-field">
      <input
        type="text"
        spellcheck={false}
        autocomplete="off"
        placeholder={placeholder}
        aria-labelledby={labelledBy}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong === undefined ? undefined : id}
        value={draft ?? shown}
        onInput={({ currentTarget }) => setDraft(currentTarget.value)}
        onBlur={() => {
          if (draft !== undefined) void take(draft);
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') void take(currentTarget.value);
          else if (key === 'Escape') drop();
        }}
      />
      {wrong !== undefined && (
        <p class="problem" id={id} role="alert">
          {problemText(wrong)}
        </p>
      )}
    </div>
  );
}
