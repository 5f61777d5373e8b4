// An error is a value: a stable code, what is wrong in the person's words, the places it concerns, a way out.
// It is built where the knowledge is and turned into prose once, at the edge (code-frame.ts).

import type { Code } from './codes.ts';
import type { Span } from './source.ts';

export type Severity = 'error' | 'warning';

/** A place to underline, with a few words under the carets: often the unit that was inferred there. */
export interface Mark {
  readonly span: Span;
  readonly label: string;
}

export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** One sentence, no code, no position, no full stop at the end. */
  readonly message: string;
  /** The first is where the person should look first. Empty only where no text exists (a typed object, a flag). */
  readonly marks: readonly Mark[];
  /** What to do about it, as one or more sentences, or empty. */
  readonly help: string;
}

/** Collects what is wrong, so that one run reports every independent error. */
export class Diagnostics {
  readonly #list: Diagnostic[] = [];
  readonly #seen = new Set<string>();

  error(code: Code, message: string, marks: readonly Mark[], help = ''): void {
    this.#add({ code, severity: 'error', message, marks, help });
  }

  warning(code: Code, message: string, marks: readonly Mark[], help = ''): void {
    this.#add({ code, severity: 'warning', message, marks, help });
  }

  /** The same thing said twice of the same place is said once: a formula may be reached on several ways. */
  #add(diagnostic: Diagnostic): void {
    const first = diagnostic.marks[0]?.span;
    const key = `${diagnostic.code} ${first?.source.file} ${first?.start} ${first?.end} ${diagnostic.message}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#list.push(diagnostic);
  }

  get all(): readonly Diagnostic[] {
    return this.#list;
  }

  get failed(): boolean {
    return this.#list.some((d) => d.severity === 'error');
  }
}

/** A mark without words. */
export function at(span: Span | undefined, label = ''): readonly Mark[] {
  return span === undefined ? [] : [{ span, label }];
}
