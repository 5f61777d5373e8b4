// A field of a view's choices. What is typed counts when the field is left or Enter is pressed; an answer that arrives meanwhile draws the
// view again and must not take it away.

import { useState } from 'preact/hooks';

interface Props {
  readonly label: string;
  /** '' for none. */
  readonly value: string;
  readonly placeholder?: string | undefined;
  readonly inputMode?: 'decimal';
  readonly wrong?: boolean;
  /** undefined for none. */
  readonly onChoose: (text: string | undefined) => void;
}

export function TypedField({ label, value, placeholder, inputMode, wrong = false, onChoose }: Props) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  return (
    <label class="select">
      <span>{label}</span>
      <input
        type="text"
        class="short"
        inputMode={inputMode}
        placeholder={placeholder}
        value={typed ?? value}
        aria-invalid={wrong}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onChange={({ currentTarget }) => {
          const text = currentTarget.value.trim();
          setTyped(undefined);
          onChoose(text === '' ? undefined : text);
        }}
      />
    </label>
  );
}
