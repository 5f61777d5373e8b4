// How far a new line is set in: as far as what stands on the line before, and further where that opens something.

export function indentBehind(line: string): number {
  const lead = /^ *(?:- +)*/.exec(line)?.[0].length ?? 0;
  const bare = line.replace(/(?:^|\s)#.*$/, '').trimEnd();
  return /(?:^|[^:]):$|[{[]$/.test(bare) ? lead + 2 : lead;
}
