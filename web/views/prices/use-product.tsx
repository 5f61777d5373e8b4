// A product of the catalog becomes an item of the open plan.

import { useId, useState } from 'preact/hooks';
import { useInquiry } from '../../app/answer.ts';
import * as document_ from '../../app/document.ts';
import { engine } from '../../app/engine.ts';
import { exampleId } from '../../app/examples.ts';
import { goToView } from '../../app/location.ts';
import { filesBeside, outline } from '../../app/plan.ts';
import { isStandalone } from '../../app/standalone.ts';
import { tell } from '../../app/telling.ts';
import { isWritable } from '../../app/workspace.ts';
import type { UseOffer } from '../../engine/inquiries/use-product.ts';
import type { Outline } from '../../engine/protocol.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { problemText } from '../../ui/problem.tsx';
import { Ticked } from '../../ui/ticked.tsx';

/** Nothing where no plan is open that can be changed. */
export function UseProduct({ path }: { readonly path: string }) {
  const [open, setOpen] = useState(false);
  const plan = outline.value;
  const changeable = isWritable.value || isStandalone || exampleId(document_.path.value) !== undefined;
  if (plan === undefined || !changeable) return null;
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Use it in the plan
      </button>
      {open && <UseDialog path={path} plan={plan} onClose={() => setOpen(false)} />}
    </>
  );
}

interface Props {
  readonly path: string;
  readonly plan: Outline;
  readonly onClose: () => void;
}

function UseDialog({ path, plan, onClose }: Props) {
  const { currency, items, inputs, formulas } = plan;
  const taken = [...items, ...inputs, ...formulas].map(({ name }) => name);
  const { data, problem } = useInquiry('useOffer', { path, currency, taken });
  return (
    <Dialog title="Use it in the plan" onClose={onClose}>
      <p>
        <code>{path}</code> becomes an item of {plan.title}.
      </p>
      {problem !== undefined && (
        <p class="problem">
          <Ticked text={problemText(problem)} />
        </p>
      )}
      {data !== undefined && <UseForm path={path} plan={plan} offer={data} onClose={onClose} />}
    </Dialog>
  );
}

function UseForm({ path, plan, offer, onClose }: Props & { readonly offer: UseOffer }) {
  const id = useId();
  const [name, setName] = useState(offer.name);
  const [amount, setAmount] = useState(offer.amount ?? '');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const add = async (): Promise<void> => {
    const given = { path: document_.path.peek() ?? '', text: document_.text.peek(), files: filesBeside() };
    const { currency } = plan;
    const done = await engine.inquire('usedIn', { plan: given, path, currency, name: name.trim(), amount });
    if (!done.ok) {
      setProblem(problemText(done));
      return;
    }
    document_.change({ text: done.data }, name);
    onClose();
    tell(`${name} is in the plan.`, [
      { label: 'Undo', run: document_.undo },
      { label: 'Look at the bill', run: () => goToView('bill') },
    ]);
  };
  return (
    <form
      class="new-plan"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <label for={`${id}-name`}>Name of the item</label>
      <input
        id={`${id}-name`}
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={name}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
      />
      {offer.amount !== undefined && (
        <>
          <label for={`${id}-amount`}>How much of it: an amount, or a formula of the plan</label>
          <input
            id={`${id}-amount`}
            type="text"
            autocomplete="off"
            spellcheck={false}
            value={amount}
            onInput={({ currentTarget }) => setAmount(currentTarget.value)}
          />
        </>
      )}
      {problem !== undefined && (
        <p class="problem" role="alert">
          <Ticked text={problem} />
        </p>
      )}
      <div class="ways">
        <button type="submit" class="main" disabled={name.trim() === ''}>
          Add it
        </button>
        <button type="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}
