// A file's text -> a Document: encoding mended, lost line breaks restored, then read as HTML or as Markdown.

import type { Source } from '../../diagnostics/source.ts';
import { decimalMarkOf } from '../../quantity/document-numbers.ts';
import { dollarIn } from '../figures/dollars.ts';
import { restoreLineBreaks } from '../mend/line-breaks.ts';
import { composed, mendEncoding } from '../mend/mojibake.ts';
import { givenOffset } from '../offset-map.ts';
import type { Document, Repair } from '../types.ts';
import { htmlBlocks } from './html.ts';
import { markdownBlocks } from './markdown.ts';

export function readDocument(source: Source): Document {
  const repairs: Repair[] = [];
  let mended = mendEncoding(source.text);
  // what was misread once may have been misread before
  const again = mended.encoding === undefined ? mended : mendEncoding(mended.text);
  if (again.encoding !== undefined) mended = { ...again, map: composed(again.map, mended.map) };
  if (mended.encoding !== undefined) {
    const message = `the text is UTF-8 that was read as ${mended.encoding}; it was mended before reading`;
    repairs.push({ kind: 'encoding', message });
  }
  const html = isHtml(mended.text);
  const flowed = html ? { text: mended.text, broken: 0 } : restoreLineBreaks(mended.text);
  if (flowed.broken > 0) {
    const message = `line breaks were lost: ${flowed.broken} were restored in front of headings, list items and table rows`;
    repairs.push({ kind: 'line-breaks', message });
  }
  return {
    source,
    blocks: html ? htmlBlocks(flowed.text, 0) : markdownBlocks(flowed.text, flowed.broken > 0),
    repairs,
    notation: {
      decimal: decimalMarkOf(flowed.text),
      blanks: groupedByBlank.test(flowed.text),
      yuan: isChinese(flowed.text),
      dollar: dollarIn(flowed.text, ''),
    },
    toSource: (offset) => givenOffset(mended.map, offset),
  };
}

/** No number begins with `000`, and few amounts follow a number without a unit. */
const groupedByBlank =
  /(?<![\d.,])\d{1,3} (?:000(?![\d.,])|\d{3}(?:,\d\d)? ?(?:€|EUR|₽|руб|zł|Kč|CHF|грн)(?!\p{L}))/u;

/** Chinese and no Japanese letters; the first pages tell. */
function isChinese(text: string): boolean {
  const start = text.slice(0, 20_000);
  return /\p{Script=Han}/u.test(start) && !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(start);
}

/** A document that begins as HTML does; HTML inside of Markdown is markdown.ts's business. */
function isHtml(text: string): boolean {
  const start = text.slice(0, 2000).trimStart();
  if (/^(?:<!doctype html|<html|<head|<body|<\?xml)/i.test(start)) return true;
  return /^<(?:article|div|h[1-6]|main|p|section|table|ul)[\s>]/i.test(start);
}
