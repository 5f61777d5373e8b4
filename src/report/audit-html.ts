// An annotated copy of a document: its headings, lists and tables as a person reads them, each figure marked right, wrong or
// unchecked, and beside it what does not follow. One file, no scripts, nothing fetched.

import type { Audit, Block, Figure, Finding, Marked, Passage, TableBlock } from '../audit/types.ts';
import { auditStyle } from './audit-style.ts';

export function auditHtml(audits: readonly Audit[]): string {
  const titles = audits.map((a) => a.source.file).join(', ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`Audit of ${titles}`)}</title>
<style>${auditStyle}</style>
</head>
<body>
${audits.map((audit, i) => oneAudit(audit, `d${i + 1}-`)).join('\n')}
</body>
</html>
`;
}

/** `prefix` keeps the anchors of several documents apart. */
function oneAudit(audit: Audit, prefix: string): string {
  const writer = new Writer(audit, prefix);
  const { coverage, findings, repairs, conventions, silenced } = audit;
  const notes = [
    ...repairs.map((r) => r.message),
    ...conventions.map((c) => `the document uses ${c}`),
    ...silenced.map((f) => `left alone in line ${f.place.line}: ${f.message} (${f.silenced ?? ''})`),
  ];
  return `<section class="audit">
<header>
<p class="file">${escaped(audit.source.file)}</p>
<h1 class="verdict ${findings.length === 0 ? 'good' : 'bad'}">${verdict(findings.length)}</h1>
<ul class="counts">
<li><b>${coverage.figures}</b> figures read</li>
<li class="right"><b>${coverage.right}</b> follow</li>
<li class="wrong"><b>${coverage.wrong}</b> do not</li>
<li class="unchecked"><b>${coverage.figures - coverage.checked}</b> not checked</li>
</ul>
${notes.length === 0 ? '' : `<ul class="notes">${notes.map((n) => `<li>${escaped(n)}</li>`).join('')}</ul>`}
</header>
<div class="columns">
<aside aria-label="Findings">
<ol>
${findings.map((f, i) => card(f, prefix, i)).join('\n')}
</ol>
</aside>
<main>
${writer.document()}
</main>
</div>
</section>`;
}

function verdict(count: number): string {
  if (count === 0) return 'No figure was found wrong';
  return count === 1 ? 'One figure does not follow' : `${count} figures do not follow`;
}

function card(finding: Finding, prefix: string, index: number): string {
  const id = `${prefix}finding-${index + 1}`;
  return `<li id="${id}" class="card ${finding.severity}">
<p class="head"><a href="#${prefix}mark-${index + 1}">Line ${finding.place.line}</a> <span>${finding.severity} · ${finding.kind}</span></p>
<p>${escaped(finding.message)}</p>
<dl><dt>Stated</dt><dd>${escaped(finding.stated)}</dd><dt>Recomputed</dt><dd>${escaped(finding.recomputed)}</dd></dl>
</li>`;
}

/** Longer documents are cut: a browser shows no table of a hundred thousand rows. */
const mostBlocks = 20_000;
const mostRows = 2000;

class Writer {
  readonly #blocks: readonly Block[];
  readonly #marks = new Map<Passage, Marked[]>();
  readonly #finding = new Map<string, number>();
  readonly #toSource: (offset: number) => number;
  readonly #prefix: string;
  readonly #anchored = new Set<number>();

  constructor(audit: Audit, prefix: string) {
    this.#blocks = audit.document.blocks.slice(0, mostBlocks);
    this.#toSource = audit.document.toSource;
    this.#prefix = prefix;
    for (const mark of audit.marked) {
      const list = this.#marks.get(mark.figure.passage);
      if (list === undefined) this.#marks.set(mark.figure.passage, [mark]);
      else list.push(mark);
    }
    for (const [i, f] of audit.findings.entries()) this.#finding.set(String(f.place.start), i + 1);
  }

  document(): string {
    return this.#blocks.map((block) => this.#block(block)).join('\n');
  }

  #block(block: Block): string {
    switch (block.kind) {
      case 'heading': {
        const level = Math.min(6, levelOf(block) + 1);
        return `<h${level}>${this.#text(block.passage)}</h${level}>`;
      }
      case 'item':
        return `<p class="item" style="--depth:${Math.min(8, block.depth)}">${this.#text(block.passage)}</p>`;
      case 'text':
        return `<p${block.depth > 0 ? ` class="within" style="--depth:${Math.min(8, block.depth)}"` : ''}>${this.#text(block.passage)}</p>`;
      case 'code':
        return `<pre>${block.lines.map((line) => this.#text(line)).join('\n')}</pre>`;
      case 'table':
        return this.#table(block);
    }
  }

  #table({ rows, headerRows }: TableBlock): string {
    const row = (cells: readonly Passage[], tag: string): string =>
      `<tr>${cells.map((c) => `<${tag}>${this.#text(c)}</${tag}>`).join('')}</tr>`;
    const head = rows.slice(0, headerRows).map((r) => row(r, 'th'));
    const body = rows.slice(headerRows, mostRows).map((r) => row(r, 'td'));
    const more = rows.length > mostRows ? `<p class="more">and ${rows.length - mostRows} more rows</p>` : '';
    return `<div class="table"><table><thead>${head.join('')}</thead><tbody>${body.join('')}</tbody></table></div>${more}`;
  }

  #text(passage: Passage): string {
    const marks = this.#marks.get(passage) ?? [];
    const pieces: string[] = [];
    let at = 0;
    for (const { figure, state } of marks) {
      if (figure.start < at) continue;
      pieces.push(escaped(passage.text.slice(at, figure.start)));
      pieces.push(this.#mark(figure, state));
      at = figure.end;
    }
    pieces.push(escaped(passage.text.slice(at)));
    return pieces.join('');
  }

  #mark(figure: Figure, state: Marked['state']): string {
    const text = escaped(figure.passage.text.slice(figure.start, figure.end));
    const start = this.#toSource(startOf(figure));
    const index = this.#finding.get(String(start));
    if (index === undefined || this.#anchored.has(index)) return `<span class="${state}">${text}</span>`;
    this.#anchored.add(index);
    return `<a id="${this.#prefix}mark-${index}" class="wrong" href="#${this.#prefix}finding-${index}">${text}<sup>${index}</sup></a>`;
  }
}

function startOf({ passage, start }: Figure): number {
  const { map } = passage;
  let at = 0;
  while (at + 2 < map.length && (map[at + 2] ?? 0) <= start) at += 2;
  return (map[at + 1] ?? 0) + start - (map[at] ?? 0);
}

function levelOf(block: Block): number {
  let level = 1;
  for (let above = block.under; above !== undefined && level < 6; above = above.above) level += 1;
  return level;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
}
