// The parts into which a plan's author cuts a list of inputs: comments such as `# --- how large` on a line of their own.

import type { Span } from '../../../src/diagnostics/source.ts';

/** The heading under which each stands; undefined before the first. */
export function sectionsOf(
  text: string,
  inputs: readonly { readonly span: Span }[],
): readonly (string | undefined)[] {
  let from = 0;
  let current: string | undefined;
  return inputs.map(({ span }) => {
    // an input that is written elsewhere leaves the order of this text
    if (span.source.text !== text || span.start < from) return current;
    const found = text.slice(from, span.start).match(heading);
    from = span.end;
    const last = found?.at(-1);
    if (last !== undefined)
      current = last.replace(/^[ \t]*#[ \t]*[-=]{2,}[ \t]*/, '').replace(/[ \t]*[-=]*[ \t\r]*$/, '');
    return current;
  });
}

const heading = /^[ \t]*#[ \t]*[-=]{2,}[ \t]*[^\s=-].*$/gm;
