import type { Audit } from '../audit/types.ts';

export function auditMarkdown(audits: readonly Audit[]): string {
  return String(audits.length);
}
