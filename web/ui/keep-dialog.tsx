// What keeping writes into the plan, before it is written.

import { useId, useState } from 'preact/hooks';
import { useAnswer } from '../app/answer.ts';
import * as document_ from '../app/document.ts';
import { keep, type Refusal } from '../app/edits.ts';
import type { Kept } from '../engine/answers/kept.ts';
import { Dialog } from './dialog.tsx';
import { Problem } from './problem.tsx';

export function KeepDialog({ onClose }: { readonly onClose: () => void }) {
  const id = useId();
  const [everywhere, setEverywhere] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | undefined>(undefined);
  const { data, problem, pending } = useAnswer('kept', { values: document_.tried.value, everywhere });
  const write = (): void => {
    if (data === undefined) return;
    const why = keep(data);
    setRefusal(why);
    if (why === undefined) onClose();
  };
  return (
    <Dialog title="Keep in the plan" onClose={onClose}>
      <form
        class="keep"
        onSubmit={(event) => {
          event.preventDefault();
          write();
        }}
      >
        {data !== undefined && problem === undefined && (
          <>
            {data.differs && (
              <fieldset>
                <legend>The plan has more than one value here. Write</legend>
                {([false, true] as const).map((all) => (
                  <label key={String(all)}>
                    <input
                      type="radio"
                      name={id}
                      checked={everywhere === all}
                      onChange={() => setEverywhere(all)}
                    />
                    {all ? 'all of them, so that every case has it' : 'only the one that counts in this case'}
                  </label>
                ))}
              </fieldset>
            )}
            <KeptTable kept={data} />
          </>
        )}
        <Problem problem={problem ?? refusal} />
        <div class="ways">
          <button
            type="submit"
            class="main"
            disabled={data === undefined || pending || problem !== undefined}
          >
            Write into the plan
          </button>
          <button type="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function KeptTable({ kept: { written, left } }: { readonly kept: Kept }) {
  return (
    <>
      <div class="scroll" role="group" tabIndex={0} aria-label="What is written">
        <table>
          <thead>
            <tr>
              <th scope="col">where</th>
              <th scope="col" class="n">
                now
              </th>
              <th scope="col" class="n">
                then
              </th>
            </tr>
          </thead>
          <tbody>
            {written.map(({ path, was, to }) => (
              <tr key={path}>
                <th scope="row">
                  <code>{path}</code>
                </th>
                <td class="n">{was}</td>
                <td class="n">
                  <b>{to}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left.length > 0 && (
        <p class="muted">
          Stays: {left.map(({ name, where, value }) => `${name} ${where}: ${value}`).join('; ')}.
        </p>
      )}
      <p class="muted">Comments and all else stay as they are. It is saved when you save.</p>
    </>
  );
}
