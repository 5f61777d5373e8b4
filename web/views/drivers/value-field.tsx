// What a driver is, as a person writes it: `600 users`, `15% to 25%`, `unknown`. Tried out once the plan can be read with it.

import type { Refusal } from '../../app/edits.ts';
import { engine } from '../../app/engine.ts';
import { askedCase } from '../../app/plan.ts';
import type { Driver } from '../../engine/answers/drivers.ts';
import { EditField } from '../../ui/edit-field.tsx';

interface Props {
  readonly driver: Driver;
  readonly shown: string;
  readonly labelledBy: string;
  /** An empty text puts the driver back. */
  readonly onWritten: (text: string) => void;
}

export function ValueField({ driver, shown, labelledBy, onWritten }: Props) {
  const put = async (text: string): Promise<Refusal | undefined> => {
    const refusal = text === '' ? undefined : await whyNot(driver.name, text);
    if (refusal === undefined) onWritten(text);
    return refusal;
  };
  return (
    <div class="value-field">
      {driver.choices.length > 0 ? (
        <select
          aria-labelledby={labelledBy}
          value={shown}
          onChange={({ currentTarget }) => onWritten(currentTarget.value)}
        >
          {driver.choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : (
        <EditField shown={shown} labelledBy={labelledBy} put={put} />
      )}
    </div>
  );
}

/** undefined where the plan can be read so. */
async function whyNot(name: string, text: string): Promise<Refusal | undefined> {
  const asked = askedCase.peek();
  const reply = await engine.ask('figures', { ...asked, set: { ...asked.set, [name]: text } }, {});
  return reply.ok ? undefined : reply;
}
