// A document that somebody has written, audited: every figure marked, what does not follow beside it, and a draft of a plan.

import { audit } from '../../../src/audit/audit.ts';
import { draftOf } from '../../../src/audit/draft.ts';
import { type Audit, type Coverage, type Finding, usualConfidence } from '../../../src/audit/types.ts';
import { type AnnotatedBlock, annotated, verdictText } from '../../../src/report/audit-annotated.ts';

export interface AuditParams {
  /** What the document is called. */
  readonly file: string;
  readonly text: string;
  /** Findings of any confidence. */
  readonly strict: boolean;
}

export interface Audited {
  readonly verdict: string;
  readonly blocks: readonly AnnotatedBlock[];
  readonly findings: readonly Finding[];
  readonly silenced: readonly Finding[];
  /** How many there are below the confidence that was asked for. */
  readonly doubtful: number;
  /** What was mended, and which conventions the document was found to use. */
  readonly notes: readonly string[];
  readonly coverage: Coverage;
}

export function audited(params: AuditParams): Audited {
  const result = auditOf(params);
  const { findings, silenced, doubtful, repairs, conventions, coverage } = result;
  return {
    verdict: verdictText(findings.length),
    blocks: annotated(result),
    findings,
    silenced,
    doubtful: doubtful.length,
    notes: [...repairs.map((r) => r.message), ...conventions.map((c) => `the document uses ${c}`)],
    coverage,
  };
}

export type AuditFormat = 'json' | 'markdown' | 'sarif' | 'html';

export interface AuditExportParams extends AuditParams {
  readonly format: AuditFormat;
}

/** The same files as `outlay audit --format` writes. */
export async function auditExport({ format, ...params }: AuditExportParams): Promise<string> {
  const audits = [auditOf(params)];
  switch (format) {
    case 'json':
      return (await import('../../../src/report/audit-json.ts')).auditJson(audits);
    case 'markdown':
      return (await import('../../../src/report/audit-markdown.ts')).auditMarkdown(audits);
    case 'sarif':
      return (await import('../../../src/report/audit-sarif.ts')).auditSarif(audits);
    case 'html':
      return (await import('../../../src/report/audit-html.ts')).auditHtml(audits);
  }
}

export type DraftParams = Pick<AuditParams, 'file' | 'text'>;

/** The text of a plan. */
export function drafted(params: DraftParams): string {
  return draftOf(auditOf({ ...params, strict: false }));
}

function auditOf({ file, text, strict }: AuditParams): Audit {
  return audit({ file, text }, { leastConfidence: strict ? 0 : usualConfidence });
}
