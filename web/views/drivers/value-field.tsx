// What a driver is, as a person writes it: `600 users`, `15% to 25%`, `unknown`. Tried out once the plan can be read with it.

import { useId, useState } from 'preact/hooks';
import { engine } from '../../app/engine.ts';
import { askedCase } from '../../app/plan.ts';
import type { Driver } from '../../engine/answers/drivers.ts';
import { problemText } from '../../ui/problem.tsx';

interface Props {
  readonly driver: Driver;
  readonly shown: string;
  readonly labelledBy: string;
  /** An empty text puts the driver back. */
  readonly onWritten: (text: string) => void;
}

export function ValueField({ driver, shown, labelledBy, onWritten }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const put = async (written: string): Promise<void> => {
    const text = written.trim();
    if (text === shown) return drop();
    const asked = askedCase.peek();
    const refused =
      text === '' ? undefined : await whyNot({ ...asked, set: { ...asked.set, [driver.name]: text } });
    setWrong(refused);
    if (refused !== undefined) return;
    setDraft(undefined);
    onWritten(text);
  };
  const drop = (): void => {
    setDraft(undefined);
    setWrong(undefined);
  };
  if (driver.choices.length > 0)
    return (
      <div class="value-field">
        <select
          aria-labelledby={labelledBy}
          value={shown}
          onChange={({ currentTarget }) => onWritten(currentTarget.value)}
        >
          {driver.choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      </div>
    );
  return (
    <div class="value-field">
      <input
        type="text"
        spellcheck={false}
        autocomplete="off"
        aria-labelledby={labelledBy}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong === undefined ? undefined : id}
        value={draft ?? shown}
        onInput={({ currentTarget }) => setDraft(currentTarget.value)}
        onBlur={() => {
          if (draft !== undefined) void put(draft);
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') void put(currentTarget.value);
          else if (key === 'Escape') drop();
        }}
      />
      {wrong !== undefined && (
        <p class="problem" id={id} role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
}

/** undefined where the plan can be read so. */
async function whyNot(asked: typeof askedCase.value): Promise<string | undefined> {
  const reply = await engine.ask('figures', asked, {});
  return reply.ok ? undefined : problemText(reply);
}
