// Patterns of catalog paths: `contabo/*`, `contabo/cloud-*`, `*/cx*`. A star is any run of characters within
// one segment.

/**
 * Whether a segment of a path fits a segment of a pattern. Linear in both, so a stranger's pattern is
 * harmless.
 */
export function matchesSegment(pattern: string, text: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  if (!text.startsWith(head)) return false;
  const tail = rest.pop();
  if (tail === undefined) return text.length === head.length;
  let from = head.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, from);
    if (found === -1) return false;
    from = found + piece.length;
  }
  return text.length - tail.length >= from && text.endsWith(tail);
}

/**
 * Whether a path fits a pattern. A pattern that ends sooner stands for everything below: `contabo`,
 * `mailersend/email`.
 */
export function matchesPath(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  return (
    wanted.length <= given.length &&
    wanted.every((segment, index) => matchesSegment(segment, given[index] ?? ''))
  );
}
