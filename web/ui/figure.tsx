// A figure that says where it comes from: pressed, it opens its explanation.

import type { ComponentChildren } from 'preact';
import { explain } from '../app/explained.ts';

interface Props {
  /** A name or any formula of the plan. */
  readonly formula: string;
  /** The case in which it stands, as far as that is another than the one looked at. */
  readonly at?: Readonly<Record<string, string>> | undefined;
  readonly children: ComponentChildren;
}

export function Figure({ formula, at, children }: Props) {
  return (
    <button
      type="button"
      class="figure"
      aria-haspopup="dialog"
      title={`How ${formula} comes about`}
      onClick={() => explain({ formula, at: at ?? {} })}
    >
      {children}
    </button>
  );
}
