// An annotated copy of a document: its headings, lists and tables as a person reads them, each figure marked right, wrong or
// unchecked, and beside it what does not follow. One file, no scripts, nothing fetched.

import type { Audit, Finding } from '../audit/types.ts';
import {
  type AnnotatedBlock,
  type AnnotatedText,
  annotated,
  type Piece,
  verdictText,
} from './audit-annotated.ts';
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
  const { coverage, findings, repairs, conventions, silenced } = audit;
  const notes = [
    ...repairs.map((r) => r.message),
    ...conventions.map((c) => `the document uses ${c}`),
    ...silenced.map((f) => `left alone in line ${f.place.line}: ${f.message} (${f.silenced ?? ''})`),
  ];
  return `<section class="audit">
<header>
<p class="file">${escaped(audit.source.file)}</p>
<h1 class="verdict ${findings.length === 0 ? 'good' : 'bad'}">${verdictText(findings.length)}</h1>
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
${annotated(audit)
  .map((block) => blockHtml(block, prefix))
  .join('\n')}
</main>
</div>
</section>`;
}

function card(finding: Finding, prefix: string, index: number): string {
  const id = `${prefix}finding-${index + 1}`;
  return `<li id="${id}" class="card ${finding.severity}">
<p class="head"><a href="#${prefix}mark-${index + 1}">Line ${finding.place.line}</a> <span>${finding.severity} · ${finding.kind}</span></p>
<p>${escaped(finding.message)}</p>
<dl><dt>Stated</dt><dd>${escaped(finding.stated)}</dd><dt>Recomputed</dt><dd>${escaped(finding.recomputed)}</dd></dl>
</li>`;
}

function blockHtml(block: AnnotatedBlock, prefix: string): string {
  const text = (pieces: AnnotatedText): string => pieces.map((piece) => pieceHtml(piece, prefix)).join('');
  switch (block.kind) {
    case 'heading': {
      const level = Math.min(6, block.level + 1);
      return `<h${level}>${text(block.text)}</h${level}>`;
    }
    case 'item':
      return `<p class="item" style="--depth:${Math.min(8, block.depth)}">${text(block.text)}</p>`;
    case 'text':
      return `<p${block.depth > 0 ? ` class="within" style="--depth:${Math.min(8, block.depth)}"` : ''}>${text(block.text)}</p>`;
    case 'code':
      return `<pre>${block.lines.map(text).join('\n')}</pre>`;
    case 'table': {
      const rows = (of: readonly (readonly AnnotatedText[])[], tag: string): string =>
        of.map((cells) => `<tr>${cells.map((c) => `<${tag}>${text(c)}</${tag}>`).join('')}</tr>`).join('');
      const more = block.more > 0 ? `<p class="more">and ${block.more} more rows</p>` : '';
      return `<div class="table"><table><thead>${rows(block.head, 'th')}</thead><tbody>${rows(block.body, 'td')}</tbody></table></div>${more}`;
    }
  }
}

function pieceHtml(piece: Piece, prefix: string): string {
  if (typeof piece === 'string') return escaped(piece);
  const { text, state, finding } = piece;
  if (finding === undefined) return `<span class="${state}">${escaped(text)}</span>`;
  return `<a id="${prefix}mark-${finding}" class="wrong" href="#${prefix}finding-${finding}">${escaped(text)}<sup>${finding}</sup></a>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
}
