// An audit for the terminal: each finding with its line and carets, then what was done and left.

import type { Audit, Finding } from '../audit/types.ts';
import { excerptOf } from './audit-excerpt.ts';
import type { Paint, Terminal } from './terminal-paint.ts';

export function auditLines(
  audits: readonly Audit[],
  { paint, width }: Terminal,
  coverage: boolean,
): readonly string[] {
  return audits.flatMap((audit, i) => [...(i === 0 ? [] : ['']), ...oneAudit(audit, paint, width, coverage)]);
}

function oneAudit(audit: Audit, paint: Paint, width: number, coverage: boolean): string[] {
  const lines = audit.repairs.map((r) => paint.faint(`${audit.source.file}: ${r.message}`));
  for (const finding of audit.findings) lines.push(...findingLines(audit, finding, paint, width), '');
  for (const finding of audit.silenced) {
    const { line, column } = finding.place;
    const why = finding.silenced ?? '';
    lines.push(
      paint.faint(`${audit.source.file}:${line}:${column}: left alone: ${finding.message} (${why})`),
    );
  }
  lines.push(...summaryLines(audit, paint));
  if (coverage) lines.push(...coverageLines(audit));
  return lines;
}

function findingLines(audit: Audit, finding: Finding, paint: Paint, width: number): string[] {
  const { place } = finding;
  const dress = finding.severity === 'low' ? paint.warning : paint.error;
  const gutter = ' '.repeat(Math.max(2, String(place.line).length));
  const room = Math.max(30, Math.min(width, 160) - gutter.length - 3);
  const { text, column, length } = excerptOf(audit.source.text, place, room);
  const lines = [
    `${dress(`${finding.severity} ${finding.kind}`)}: ${paint.strong(finding.message)}`,
    paint.faint(`${gutter}--> ${audit.source.file}:${place.line}:${place.column}`),
    `${paint.faint(`${String(place.line).padStart(gutter.length)} |`)} ${text}`,
    `${paint.faint(`${gutter} |`)} ${' '.repeat(column)}${dress(`${'^'.repeat(length)} recomputed: ${finding.recomputed}`)}`,
  ];
  const from = finding.related.filter((r) => !r.builds);
  const others = [...new Set(from.map((r) => r.place.line))].filter((line) => line !== place.line);
  if (others.length > 0) lines.push(`${gutter} = from ${listOf(others)}`);
  const after = finding.related.filter((r) => r.builds);
  if (after.length > 0)
    lines.push(`${gutter} = carried into ${listOf([...new Set(after.map((r) => r.place.line))])}`);
  if (finding.confidence < 0.8) lines.push(`${gutter} = confidence ${finding.confidence.toFixed(2)}`);
  return lines;
}

function listOf(lines: readonly number[]): string {
  const shown = lines.slice(0, 8).join(', ');
  return `line${lines.length === 1 ? '' : 's'} ${shown}${lines.length > 8 ? ', …' : ''}`;
}

function summaryLines({ source, findings, doubtful, conventions, coverage }: Audit, paint: Paint): string[] {
  const count = findings.length;
  const said =
    count === 0
      ? paint.good(`no figure was found wrong`)
      : `${count} ${count === 1 ? 'figure does' : 'figures do'} not follow`;
  const more = doubtful.length === 0 ? '' : `, ${doubtful.length} doubtful (\`--strict\` shows them)`;
  const assumed = conventions.map((c) => paint.faint(`  it uses ${c}`));
  return [
    `${source.file}: ${coverage.checked} of ${coverage.figures} figures checked, ${said}${more}`,
    ...assumed,
  ];
}

function coverageLines({ coverage }: Audit): string[] {
  const left = coverage.figures - coverage.checked;
  return [
    `  figures read       ${String(coverage.figures).padStart(6)}`,
    `  checked and right  ${String(coverage.right).padStart(6)}`,
    `  checked and wrong  ${String(coverage.wrong).padStart(6)}`,
    `  left alone         ${String(left).padStart(6)}`,
  ];
}
