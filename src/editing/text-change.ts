// A change of a text as data, in the form that editors take: stretches of the old text, each with what stands there instead.

/** Offsets of the text before any of the changes; UTF-16, end exclusive. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text after changes that are in order and do not overlap. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let done = 0;
  for (const change of changes) {
    result += text.slice(done, change.start) + change.text;
    done = change.end;
  }
  return result + text.slice(done);
}

/** In order, without what stays the same at either end, and without those that change nothing. */
export function tidied(text: string, changes: readonly TextChange[]): readonly TextChange[] {
  const ordered = [...changes].sort((a, b) => a.start - b.start || a.end - b.end);
  return ordered.map((change) => trimmed(text, change)).filter((c) => c.end > c.start || c.text !== '');
}

function trimmed(text: string, { start, end, text: to }: TextChange): TextChange {
  const most = Math.min(end - start, to.length);
  let front = 0;
  while (front < most && text[start + front] === to[front]) front += 1;
  let back = 0;
  while (back < most - front && text[end - 1 - back] === to[to.length - 1 - back]) back += 1;
  return { start: start + front, end: end - back, text: to.slice(front, to.length - back) };
}

/** Part of the first text, or what was put in. */
type Piece = { readonly from: number; readonly to: number } | string;

/** Changes made one after the other, as changes of the text that was there first. */
export class ChangeLog {
  readonly #first: string;
  #pieces: readonly Piece[];

  constructor(text: string) {
    this.#first = text;
    this.#pieces = [{ from: 0, to: text.length }];
  }

  get text(): string {
    return this.#pieces.map((p) => (typeof p === 'string' ? p : this.#first.slice(p.from, p.to))).join('');
  }

  /** Offsets are of the text as it is now; in order, without overlaps. */
  add(changes: readonly TextChange[]): void {
    const next: Piece[] = [];
    let rest = [...this.#pieces];
    let at = 0;
    const takeUpTo = (offset: number, keep: boolean): void => {
      while (at < offset) {
        const piece = rest.shift();
        if (piece === undefined) return;
        const [before, after] = cut(piece, offset - at);
        at += lengthOf(before);
        if (keep) next.push(before);
        if (lengthOf(after) > 0) rest = [after, ...rest];
      }
    };
    for (const change of changes) {
      takeUpTo(change.start, true);
      takeUpTo(change.end, false);
      if (change.text !== '') next.push(change.text);
    }
    this.#pieces = [...next, ...rest];
  }

  get changes(): readonly TextChange[] {
    const changes: TextChange[] = [];
    let done = 0;
    let put = '';
    const flush = (upTo: number): void => {
      if (put !== '' || upTo > done) changes.push({ start: done, end: upTo, text: put });
      put = '';
    };
    for (const piece of this.#pieces) {
      if (typeof piece === 'string') put += piece;
      else if (piece.to > piece.from) {
        flush(piece.from);
        done = piece.to;
      }
    }
    flush(this.#first.length);
    return tidied(this.#first, changes);
  }
}

function lengthOf(piece: Piece): number {
  return typeof piece === 'string' ? piece.length : piece.to - piece.from;
}

/** In two, after so many characters. */
function cut(piece: Piece, length: number): readonly [Piece, Piece] {
  if (typeof piece === 'string') return [piece.slice(0, length), piece.slice(length)];
  const middle = Math.min(piece.to, piece.from + length);
  return [
    { from: piece.from, to: middle },
    { from: middle, to: piece.to },
  ];
}
