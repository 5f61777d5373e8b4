// An audit as a Markdown section: one table a document, for a pull request or a ticket.

import type { Audit, Finding } from '../audit/types.ts';

export function auditMarkdown(audits: readonly Audit[]): string {
  return `${audits.map(section).join('\n\n')}\n`;
}

function section({ source, findings, silenced, coverage, repairs, conventions }: Audit): string {
  const blocks = [
    `## Audit of ${escaped(source.file)}`,
    `${coverage.checked} of ${coverage.figures} figures were checked, ${found(findings.length)}.`,
  ];
  if (repairs.length > 0) blocks.push(repairs.map((r) => `- ${escaped(r.message)}`).join('\n'));
  if (findings.length > 0) blocks.push(table(findings));
  if (silenced.length > 0) {
    const rows = silenced.map(
      (f) => `- line ${f.place.line}: ${escaped(f.message)} (${escaped(f.silenced ?? '')})`,
    );
    blocks.push(`Left alone, as the document says:\n\n${rows.join('\n')}`);
  }
  if (conventions.length > 0) {
    blocks.push(`The document uses:\n\n${conventions.map((c) => `- ${escaped(c)}`).join('\n')}`);
  }
  return blocks.join('\n\n');
}

function found(count: number): string {
  if (count === 0) return 'and none was found wrong';
  return `and ${count} ${count === 1 ? 'does' : 'do'} not follow`;
}

function table(findings: readonly Finding[]): string {
  const rows = findings.map(
    (f) =>
      `| ${f.place.line} | ${f.severity} | ${f.kind} | ${escaped(f.stated)} | ${escaped(f.recomputed)} | ${escaped(f.message)} |`,
  );
  return [
    '| Line | Severity | Kind | Stated | Recomputed | Why |',
    '| ---: | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** What a stranger's document says must not become markup of ours. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, (c) => `\\${c}`).replace(/\s+/g, ' ');
}
