// Text of a stranger's plan may hold what a terminal obeys: it could clear the screen, rename the window, or write backwards.

/** Everything but newlines, tabs and our own colours is taken out. */
export function harmless(text: string): string {
  // most texts hold nothing of the kind, and the tables behind `\\p` take milliseconds to load
  if (/^[\n\t -~\u00a0-\u02ff\u2010-\u2027\u2500-\u257f\u2713\u2717]*$/.test(text)) return text;
  const kept = text.replace(/\p{Cc}|\p{Bidi_Control}/gu, (c, at: number) => {
    if (c === '\n' || c === '\t') return c;
    return c === '\u001b' && /^\[\d{1,2}m/.test(text.slice(at + 1, at + 5)) ? c : '';
  });
  return kept;
}
