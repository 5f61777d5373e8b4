// Under which name a new plan is to be written.

import { useId, useState } from 'preact/hooks';
import { createPlan, NameTaken, takenPaths } from '../app/new-plan.ts';
import { freePath, type NewFile, planPath } from '../app/plan-names.ts';
import { ServerError } from '../app/server.ts';
import { Dialog } from './dialog.tsx';

interface Props {
  readonly title: string;
  /** What it is called where the person has no other wish. */
  readonly suggested: string;
  /** What is written: the plan first. */
  readonly files: (path: string) => readonly NewFile[];
  readonly view: 'overview' | 'source' | 'compare';
  readonly onClose: () => void;
}

export function NewPlanDialog({ title, suggested, files, view, onClose }: Props) {
  const id = useId();
  const [words, setWords] = useState(() => freePath(planPath(suggested) || 'plan.yaml', takenPaths()));
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const path = planPath(words);
  const taken = takenPaths().includes(path);
  const create = async (): Promise<void> => {
    setBusy(true);
    try {
      await createPlan(files(path), view);
      onClose();
    } catch (error) {
      setProblem(
        error instanceof NameTaken || error instanceof ServerError
          ? error.message
          : `It was not written: ${error}`,
      );
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="new-plan"
        onSubmit={(event) => {
          event.preventDefault();
          if (path !== '' && !taken && !busy) void create();
        }}
      >
        <label for={id}>File name</label>
        <input
          id={id}
          type="text"
          autocomplete="off"
          spellcheck={false}
          ref={(input) => {
            if (document.activeElement?.id !== id) input?.select();
          }}
          value={words}
          aria-describedby={`${id}-says`}
          aria-invalid={path === '' || taken}
          onInput={({ currentTarget: { value } }) => {
            setWords(value);
            setProblem(undefined);
          }}
        />
        <p id={`${id}-says`} class={problem !== undefined || taken ? 'problem' : 'muted'} role="status">
          {problem ??
            (path === ''
              ? 'It needs a name.'
              : taken
                ? `There is a plan ${path} already. ${freePath(path, takenPaths())} is free.`
                : path === words
                  ? 'Written into the folder that is served.'
                  : `It will be ${path}.`)}
        </p>
        <div class="ways">
          <button type="submit" class="main" disabled={path === '' || taken || busy}>
            {busy ? 'Writing…' : 'Create'}
          </button>
          <button type="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
