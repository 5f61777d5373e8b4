// `outlay audit FILE…`: which figures of a written cost analysis do not follow from its own.

import { type Audit, usualConfidence } from '../../audit/types.ts';
import { Diagnostics } from '../../diagnostics/diagnostic.ts';
import { auditJson } from '../../report/audit-json.ts';
import { auditLines } from '../../report/audit-terminal.ts';
import { readDocumentText } from '../document-files.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { folderOf } from '../plan-files.ts';
import { reportDiagnostics } from '../report-diagnostics.ts';
import { answerWith, terminalOf, textOf } from '../run.ts';
import type { Abilities, Flags, Settings } from '../settings.ts';

const formats = ['table', 'json', 'markdown', 'sarif', 'html'] as const;
type AuditFormat = (typeof formats)[number];

const abilities: Abilities<AuditFormat> = { formats, failOn: ['audit'] };

export interface AuditFlags extends Flags {
  readonly strict?: boolean;
  readonly coverage?: boolean;
  readonly draft?: boolean;
}

/** A document that cannot be read does not keep the others from being audited; the exit code is then 2. */
export async function runAudit(paths: readonly string[], flags: AuditFlags, io: Io): Promise<number> {
  let unreadable = false;
  const [first = '-'] = paths;
  const code = await answerWith(flags, abilities, folderOf(first, io), io, async (settings) => {
    const { audit } = await import('../../audit/audit.ts');
    const audits: Audit[] = [];
    const wrong = new Diagnostics();
    for (const path of paths) {
      const source = await readDocumentText(path, io, wrong);
      if (source === undefined) unreadable = true;
      else audits.push(audit(source, { leastConfidence: flags.strict === true ? 0 : usualConfidence }));
    }
    await reportDiagnostics(wrong.all, settings, io);
    if (flags.draft === true) {
      const { draftOf } = await import('../../audit/draft.ts');
      return { text: audits.map(draftOf).join('---\n'), findings: {} };
    }
    const text = await auditText(audits, flags, settings, io);
    return { text, findings: { audit: audits.reduce((n, a) => n + a.findings.length, 0) } };
  });
  return unreadable ? exitCodes.usage : code;
}

async function auditText(
  audits: readonly Audit[],
  flags: AuditFlags,
  settings: Settings<AuditFormat>,
  io: Io,
): Promise<string> {
  switch (settings.format) {
    case 'json':
      return auditJson(audits);
    case 'markdown':
      return (await import('../../report/audit-markdown.ts')).auditMarkdown(audits);
    case 'sarif':
      return (await import('../../report/audit-sarif.ts')).auditSarif(audits);
    case 'html':
      return (await import('../../report/audit-html.ts')).auditHtml(audits);
    case 'table':
      return textOf(auditLines(audits, terminalOf(settings, io), flags.coverage === true));
  }
}
