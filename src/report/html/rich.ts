// Text with a few parts set apart, as HTML.

import type { Inline, RichText } from '../blocks.ts';
import { isWebAddress } from '../web-address.ts';
import { escapeHtml } from './escape.ts';

export function richHtml(text: RichText): string {
  return typeof text === 'string' ? escapeHtml(text) : text.map(partHtml).join('');
}

function partHtml(part: Inline): string {
  if (typeof part === 'string') return escapeHtml(part);
  const words = escapeHtml(part.text);
  if (part.kind !== 'link') return words === '' ? '' : `<${part.kind}>${words}</${part.kind}>`;
  if (words === '' || !isWebAddress(part.url)) return words;
  return `<a href="${escapeHtml(part.url)}" rel="noreferrer noopener">${words}</a>`;
}
