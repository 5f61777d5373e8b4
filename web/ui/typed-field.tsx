// A field of a view's choices, beside its label.

import { useTyped } from './typed.ts';

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
  const typed = useTyped(value, (text) => onChoose(text.trim() === '' ? undefined : text.trim()));
  return (
    <label class="select">
      <span>{label}</span>
      <input
        type="text"
        class="short"
        inputMode={inputMode}
        placeholder={placeholder}
        aria-invalid={wrong}
        {...typed}
      />
    </label>
  );
}
