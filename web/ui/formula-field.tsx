// A formula that can be typed, with the names of the plan offered; it counts once it is entered.

import { useEffect, useId, useState } from 'preact/hooks';
import { problemText } from './problem.tsx';
import { Words } from './rich.tsx';

interface Props {
  readonly label: string;
  readonly value: string;
  /** Names that are offered, each with what it is called. */
  readonly names: readonly { readonly name: string; readonly label: string }[];
  readonly problem: { readonly message: string; readonly help: string } | undefined;
  readonly onEnter: (formula: string) => void;
}

export function FormulaField({ label, value, names, problem, onEnter }: Props) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <div class="formula-field">
      <label>
        <span>{label}</span>
        <input
          type="text"
          list={`${id}-names`}
          value={typed}
          spellcheck={false}
          autocapitalize="off"
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          onChange={({ currentTarget }) => onEnter(currentTarget.value.trim())}
        />
      </label>
      <datalist id={`${id}-names`}>
        {names.map(({ name, label: shown }) => (
          <option key={name} value={name}>
            {shown}
          </option>
        ))}
      </datalist>
      {problem !== undefined && (
        <p class="problem" id={`${id}-problem`}>
          <Words text={problemText(problem)} />
        </p>
      )}
    </div>
  );
}
