// A drawn chart inside a page: in the colours of the reader's screen, with words for whoever cannot see it.

import type { Chart } from '../charts/chart.ts';
import { colours } from '../charts/colours.ts';
import { inTags } from '../charts/svg-tags.ts';
import { escapeHtml } from './escape.ts';

const names = new Map<string, string>(Object.entries(colours).map(([name, { light }]) => [light, name]));

export function pictureHtml({ title, alt }: Chart, svg: string, id: string): string {
  const drawing = themed(svg).replace(
    /^<svg[^>]*>/,
    (tag) =>
      `${tag.slice(0, -1)} role="img" aria-labelledby="${id}-title ${id}-words"><title id="${id}-title">${escapeHtml(title)}</title><desc id="${id}-words">${escapeHtml(alt)}</desc>`,
  );
  // on a small screen it is moved to and fro rather than too small to read
  const moved = `<div class="wide" role="group" tabindex="0" aria-label="${escapeHtml(title)}">${drawing}</div>`;
  return `<figure id="${id}">\n${moved}\n<figcaption><strong>${escapeHtml(title)}</strong></figcaption>\n</figure>`;
}

/** Colours of paper become those of the page; only in tags, never in words. */
export function themed(svg: string): string {
  return inTags(svg, (tag) =>
    tag
      .replace(/ xmlns(?::xlink)?="[^"]*"/g, '')
      .replace(/ (fill|stroke)="(#[0-9a-f]{6})"/g, (whole, attribute: string, colour: string) => {
        const name = names.get(colour);
        return name === undefined ? whole : ` ${attribute}="var(--${name})"`;
      }),
  );
}
