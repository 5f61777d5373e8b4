import type { Audit } from '../audit/types.ts';

export function auditSarif(audits: readonly Audit[]): string {
  return String(audits.length);
}
