// The whole audit as one pipeline: text -> Document -> Claims -> Findings.

import type { Source } from '../diagnostics/source.ts';
import { claimsIn } from './claims.ts';
import { readDocument } from './read/document.ts';
import { reported } from './report.ts';
import { type Audit, usualConfidence } from './types.ts';

export interface AuditOptions {
  /** Findings below this confidence are kept apart. */
  readonly leastConfidence: number;
}

export function audit(source: Source, options: AuditOptions = { leastConfidence: usualConfidence }): Audit {
  const document = readDocument(source);
  return reported(document, claimsIn(document), options.leastConfidence);
}
