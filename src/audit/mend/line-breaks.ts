// A document whose line breaks were lost: its headings, list items and table rows stand in one long line. Blanks in front of
// them are turned into line ends. One blank becomes one line end, so every offset stays what it was.

/** A line shorter than this is left alone. */
const longLine = 400;

export interface Reflowed {
  readonly text: string;
  readonly broken: number;
}

export function restoreLineBreaks(text: string): Reflowed {
  if (!hasLostBreaks(text)) return { text, broken: 0 };
  const breaks: number[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (isLost(text, start, end)) breaksIn(text.slice(start, end), start, breaks);
    if (newline === -1) break;
    start = newline + 1;
  }
  if (breaks.length === 0) return { text, broken: 0 };
  return { text: withBreaks(text, breaks), broken: breaks.length };
}

/** Too long for a line that a person typed, or a whole table in one. */
function isLost(text: string, start: number, end: number): boolean {
  if (end - start >= longLine) return true;
  const line = text.slice(start, end);
  const rule = line.search(/\| ?:?--/);
  return rule > 0 && line.slice(0, rule).trim().length > 2 && line.indexOf('| |', rule) !== -1;
}

function hasLostBreaks(text: string): boolean {
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (isLost(text, start, end)) return true;
    start = end + 1;
  }
  return false;
}

function withBreaks(text: string, breaks: readonly number[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const at of breaks) {
    pieces.push(text.slice(from, at));
    from = at + 1;
  }
  pieces.push(text.slice(from));
  return pieces.join('\n');
}

/** A heading, a table's rule, a bullet, a number of a list: what a line begins with, after a blank. */
const openers = / (?=#{1,6} \S|[-*•] \S|\d{1,2}\. +(?:\*\*)?\p{Lu}|```|---(?: |$)|>\s)/gu;

function breaksIn(line: string, start: number, breaks: number[]): void {
  const inTables = tableBreaks(line);
  const found = new Set(inTables.breaks);
  const candidates: { at: number; kind: string }[] = [];
  for (const match of line.matchAll(openers)) {
    const at = match.index;
    if (inTables.covers(at)) continue;
    candidates.push({ at, kind: line.charAt(at + 1) });
  }
  const bullets = candidates.filter((c) => '-*•'.includes(c.kind) && line[c.at + 2] === ' ').length;
  const headings = candidates.filter((c) => c.kind === '#').length;
  // a dash or two in a long paragraph is punctuation
  if (bullets + headings >= 3 || (inTables.breaks.length > 0 && bullets + headings > 0)) {
    for (const { at } of candidates) if (!isSubtraction(line, at)) found.add(at);
    for (const { at } of candidates) {
      const lead = found.has(at) ? leadIn(line, at) : undefined;
      if (lead !== undefined) found.add(lead);
    }
  }
  for (const at of [...found].sort((a, b) => a - b)) breaks.push(start + at);
}

/** `… for mail. Monthly cost: - Server: …`: the words up to the colon introduce the list, and begin a line of their own. */
function leadIn(line: string, at: number): number | undefined {
  if (line[at - 1] !== ':') return undefined;
  const before = line.slice(Math.max(0, at - 60), at);
  const lead = /(?<=[\d)%.`*]|\p{Ll}) (?=(?:\*\*)?\p{Lu}[\p{L} ]{2,40}:$)/u.exec(before);
  return lead === null ? undefined : at - before.length + lead.index;
}

/** `100 - 20 = 80`: figures on both sides, and an equals sign before the next colon. */
function isSubtraction(line: string, at: number): boolean {
  if (line[at + 1] !== '-' || line[at + 2] !== ' ') return false;
  const before = line.slice(Math.max(0, at - 3), at);
  const after = line.slice(at + 3, at + 43);
  if (!/[\d)%KMB]$/.test(before) || !/^[($€£¥₹]*\d/.test(after)) return false;
  const equals = after.search(/[=≈]/);
  const colon = after.search(/[:\p{Lu}]/u);
  return equals !== -1 && (colon === -1 || equals < colon);
}

/**
 * Pipe tables in one line: found by their rule (`|---|---|`), which says how many cells a row has; every row is then so many
 * pipes long.
 */
function tableBreaks(line: string): { readonly breaks: readonly number[]; covers(at: number): boolean } {
  const breaks: number[] = [];
  const covered: (readonly [number, number])[] = [];
  for (const rule of line.matchAll(/\|(?: *:?-{2,}:? *\|)+/g)) {
    const done = covered.at(-1)?.[1] ?? -1;
    if (rule.index < done) continue;
    const columns = rule[0].split('|').length - 2;
    const from = rowStart(line, rule.index, columns);
    if (from === undefined) continue;
    if (from > 0) breaks.push(from - 1);
    if (rule.index > 0 && line[rule.index - 1] === ' ') breaks.push(rule.index - 1);
    let end = rule.index + rule[0].length;
    for (;;) {
      const next = rowEnd(line, end + 1, columns);
      if (line[end] !== ' ' || next === undefined) break;
      breaks.push(end);
      end = next;
    }
    if (line[end] === ' ') breaks.push(end);
    covered.push([from, end]);
  }
  return { breaks, covers: (at) => isCovered(covered, at) };
}

/** The stretches ascend and do not overlap. */
function isCovered(stretches: readonly (readonly [number, number])[], at: number): boolean {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((stretches[middle]?.[0] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const found = stretches[low];
  return found !== undefined && at >= found[0] && at <= found[1];
}

/** Where the heading row that ends in front of the rule begins. */
function rowStart(line: string, rule: number, columns: number): number | undefined {
  let at = rule - 1;
  while (line[at] === ' ') at -= 1;
  if (line[at] !== '|') return undefined;
  for (let left = columns; left > 0; left--) {
    at = line.lastIndexOf('|', at - 1);
    if (at === -1) return undefined;
  }
  return at;
}

/** Where a row that begins here ends: behind its last pipe. */
function rowEnd(line: string, start: number, columns: number): number | undefined {
  if (line[start] !== '|') return undefined;
  let at = start;
  for (let left = columns; left > 0; left--) {
    at = line.indexOf('|', at + 1);
    if (at === -1) return undefined;
  }
  return at + 1;
}
