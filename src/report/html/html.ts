// A report as one HTML file: no script, nothing fetched, opened from disk like a picture.

import type { Block, ReportDocument, ReportSection } from '../blocks.ts';
import type { Chart } from '../charts/chart.ts';
import { escapeHtml } from './escape.ts';
import { pictureHtml } from './picture.ts';
import { richHtml } from './rich.ts';
import { style } from './style.ts';
import { tableHtml } from './table.ts';

/** Even if something got past the escaping, a browser would neither run nor fetch it. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export function renderHtml(document: ReportDocument, pictures: ReadonlyMap<Chart, string>): string {
  const title = escapeHtml(document.title);
  const named = document.sections.filter((section) => section.title !== '');
  const links = named.map((s) => `<li><a href="#${idOf(s)}">${escapeHtml(s.title)}</a></li>`).join('\n');
  const contents =
    named.length < 2 ? '' : `<nav aria-label="Contents">\n<p>Contents</p>\n<ol>\n${links}\n</ol>\n</nav>\n`;
  const head = document.subtitle.map((text) => `<p class="subtitle">${escapeHtml(text)}</p>`).join('\n');
  const body = document.sections.map((section) => sectionHtml(section, pictures)).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#report">Skip to the report</a>
<div class="page">
${contents}<main id="report">
<header>
<h1>${title}</h1>
${head}
</header>
${body}
</main>
</div>
</body>
</html>
`;
}

/** Apart from the ids of the page itself. */
function idOf({ id }: ReportSection): string {
  return escapeHtml(`s-${id}`);
}

function sectionHtml(section: ReportSection, pictures: ReadonlyMap<Chart, string>): string {
  const id = idOf(section);
  const title = escapeHtml(section.title);
  // a table is called by the words before it
  let caption = section.title;
  const blocks = section.blocks.map((block, i) => {
    if (block.kind === 'heading') caption = `${section.title}: ${block.text}`;
    return blockHtml(block, `${id}-${i + 1}`, caption, pictures);
  });
  const inner = blocks.filter((html) => html !== '').join('\n');
  return title === ''
    ? `<section>\n${inner}\n</section>`
    : `<section>\n<h2 id="${id}">${title}</h2>\n${inner}\n</section>`;
}

function blockHtml(block: Block, id: string, caption: string, pictures: ReadonlyMap<Chart, string>): string {
  switch (block.kind) {
    case 'heading':
      return `<h3>${escapeHtml(block.text)}</h3>`;
    case 'paragraph':
      return `<p>${richHtml(block.text)}</p>`;
    case 'list': {
      const tag = block.ordered === true ? 'ol' : 'ul';
      return `<${tag}>\n${block.items.map((item) => `<li>${richHtml(item)}</li>`).join('\n')}\n</${tag}>`;
    }
    case 'quote':
      return `<blockquote>${richHtml(block.text)}</blockquote>`;
    case 'listing':
      return `<pre tabindex="0"><code>${escapeHtml(block.text)}</code></pre>`;
    case 'table':
      return tableHtml(block.table, id, caption);
    case 'chart': {
      const svg = pictures.get(block.chart);
      return svg === undefined ? '' : pictureHtml(block.chart, svg, id);
    }
  }
}
