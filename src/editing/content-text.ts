// Blocks, lists and values as YAML, in the layout of the text that they are put into.

import { type Content, isList } from './content.ts';
import { blanks, type Layout } from './layout.ts';
import { keyText, scalarText } from './scalar-text.ts';

/** A block that fits is written on one line, except the outermost. */
const widest = 100;

/** `{ a: 1, b: [x, y] }`. */
export function flowText(content: Content): string {
  if (typeof content === 'string') return scalarText(content, true);
  if (isList(content)) return `[${content.map(flowText).join(', ')}]`;
  const entries = Object.entries(content).map(([key, child]) => `${keyText(key, true)}: ${flowText(child)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** `key: …` with the lines below it; the first line has no indentation. */
export function entryText(key: string, content: Content, indent: number, layout: Layout): string {
  return `${keyText(key, false)}:${behindKeyText(content, indent, layout)}`;
}

/** What follows the colon of a key that stands `indent` in. */
export function behindKeyText(content: Content, indent: number, layout: Layout): string {
  if (typeof content === 'string') return ` ${scalarText(content, false)}`;
  const deeper = indent + layout.step;
  const newline = `${layout.lineEnd}${blanks(deeper)}`;
  if (isList(content)) {
    if (content.every((element) => typeof element === 'string')) return ` ${flowText(content)}`;
    return newline + content.map((element) => elementText(element, deeper, layout)).join(newline);
  }
  const entries = Object.entries(content);
  if (entries.length === 0) return ' {}';
  return newline + entries.map(([key, child]) => nestedText(key, child, deeper, layout)).join(newline);
}

/** `- …` with the lines below it. */
export function elementText(content: Content, indent: number, layout: Layout): string {
  if (typeof content === 'string') return `- ${scalarText(content, false)}`;
  if (isList(content)) return `- ${flowText(content)}`;
  const entries = Object.entries(content);
  const newline = `${layout.lineEnd}${blanks(indent + 2)}`;
  if (entries.length === 0) return '- {}';
  return `- ${entries.map(([key, child]) => nestedText(key, child, indent + 2, layout)).join(newline)}`;
}

function nestedText(key: string, content: Content, indent: number, layout: Layout): string {
  const flow = `${keyText(key, false)}: ${flowText(content)}`;
  const fits = typeof content !== 'string' && !isList(content) && indent + flow.length <= widest;
  return fits ? flow : entryText(key, content, indent, layout);
}
