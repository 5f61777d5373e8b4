// Text that was decoded with the wrong table: `â‚¬` for `€`. Where a document is full of it, each run of such characters is
// turned back into the bytes it came from and decoded as the UTF-8 it was. The map keeps where everything stands in the text
// as it was given.

import { givenOffset } from '../offset-map.ts';

interface Table {
  readonly name: string;
  /** The characters of bytes 0x80 to 0xFF; a blank where the byte has none. */
  readonly high: string;
}

const latin1 = Array.from({ length: 96 }, (_, i) => String.fromCharCode(0xa0 + i)).join('');
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const turkish = latin1
  .replace('Ð', 'Ğ')
  .replace('Ý', 'İ')
  .replace('Þ', 'Ş')
  .replace('ð', 'ğ')
  .replace('ý', 'ı')
  .replace('þ', 'ş');

const tables: readonly Table[] = [
  { name: 'Windows-1252', high: windows + latin1 },
  { name: 'Windows-1254', high: windows.replace('Ž', '\u008e').replace('ž', '\u009e') + turkish },
  {
    name: 'Mac Roman',
    high: 'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  },
];

export interface Mended {
  readonly text: string;
  /** The table that was wrongly used; undefined where nothing was wrong. */
  readonly encoding: string | undefined;
  /** Pairs, ascending: an offset in `text`, and the offset in the given text of the characters from there on. */
  readonly map: readonly number[];
}

/** A lead byte and its followers, in the characters of one of the tables, that are the start of a currency sign, dash or emoji. */
const suspicious =
  /[ÃÂâÐÑØÙð‚≈Ä√¬Ô][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸİıĞğŞşÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü°¢£§¶ß®©´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø]/g;

export function mendEncoding(text: string): Mended {
  const whole: Mended = { text, encoding: undefined, map: [0, 0] };
  const sample = text.length > 400_000 ? text.slice(0, 400_000) : text;
  const hits = sample.match(suspicious)?.length ?? 0;
  if (hits < 2) return whole;
  const tried = tables
    .map((table) => ({ table, ...countRuns(sample, table) }))
    .filter((t) => t.good >= 2 && t.good > 2 * t.bad)
    .sort((a, b) => b.good - a.good || a.bad - b.bad);
  const best = tried[0];
  if (best === undefined) return whole;
  return rewrite(text, best.table);
}

function byteTable(table: Table): ReadonlyMap<string, number> {
  return new Map([...table.high].map((char, i) => [char, 0x80 + i] as const));
}

function countRuns(text: string, table: Table): { readonly good: number; readonly bad: number } {
  const bytes = byteTable(table);
  let good = 0;
  let bad = 0;
  for (let at = 0; at < text.length; ) {
    const byte = bytes.get(text.charAt(at));
    if (byte === undefined) {
      // an undecodable byte that was dropped, or a character of no table: no vote
      at += 1;
      continue;
    }
    const length = decodeAt(text, at, bytes)?.length;
    if (length !== undefined) {
      good += 1;
      at += length;
      continue;
    }
    // one run that cannot be decoded is one vote: a byte of it may have been lost
    bad += 1;
    while (at < text.length && bytes.has(text.charAt(at))) at += 1;
  }
  return { good, bad };
}

/** The UTF-8 character whose bytes stand here in disguise. */
function decodeAt(
  text: string,
  at: number,
  bytes: ReadonlyMap<string, number>,
): { readonly char: string; readonly length: number } | undefined {
  const lead = bytes.get(text.charAt(at));
  if (lead === undefined) return undefined;
  const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  if (length === 0 || lead >= 0xf5) return undefined;
  let point = lead & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const next = bytes.get(text.charAt(at + i));
    if (next === undefined || next < 0x80 || next > 0xbf) return undefined;
    point = (point << 6) | (next & 0x3f);
  }
  const least = [0, 0, 0x80, 0x800, 0x10000][length] ?? 0;
  if (point < least || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return undefined;
  return { char: String.fromCodePoint(point), length };
}

function rewrite(text: string, table: Table): Mended {
  const bytes = byteTable(table);
  const pieces: string[] = [];
  const map: number[] = [0, 0];
  let length = 0;
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const mended = text.charCodeAt(at) < 0x80 ? undefined : decodeAt(text, at, bytes);
    if (mended === undefined) {
      at += 1;
      continue;
    }
    const before = text.slice(from, at);
    pieces.push(before, mended.char);
    length += before.length;
    map.push(length, at);
    length += mended.char.length;
    at += mended.length;
    from = at;
    map.push(length, at);
  }
  pieces.push(text.slice(from));
  return { text: pieces.join(''), encoding: table.name, map };
}

/** One map behind the other: offsets of the twice mended text as offsets of the given one. */
export function composed(outer: readonly number[], inner: readonly number[]): readonly number[] {
  const map: number[] = [];
  for (let i = 0; i < outer.length; i += 2) map.push(outer[i] ?? 0, givenOffset(inner, outer[i + 1] ?? 0));
  return map;
}
