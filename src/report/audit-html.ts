import type { Audit } from '../audit/types.ts';

export function auditHtml(audits: readonly Audit[]): string {
  return String(audits.length);
}
