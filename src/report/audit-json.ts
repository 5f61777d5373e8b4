// An audit as data: `outlay.audit/1`, schema/audit.schema.json.

import type { Audit, Finding, Place } from '../audit/types.ts';
import type { Interval } from '../quantity/interval.ts';
import { plainDecimal } from '../quantity/print-number.ts';
import { type JsonObject, jsonText } from './json.ts';

export function auditJson(audits: readonly Audit[]): string {
  const findings = audits.flatMap((a) => a.findings.map((f) => findingJson(f, a.source.file)));
  return jsonText({
    schema: 'outlay.audit/1',
    files: audits.map((a) => ({
      file: a.source.file,
      repairs: a.repairs.map((r) => ({ kind: r.kind, message: r.message })),
      conventions: [...a.conventions],
      coverage: { ...a.coverage },
    })),
    findings,
    silenced: audits.flatMap((a) => a.silenced.map((f) => findingJson(f, a.source.file))),
    summary: {
      findings: findings.length,
      silenced: audits.reduce((n, a) => n + a.silenced.length, 0),
      doubtful: audits.reduce((n, a) => n + a.doubtful.length, 0),
    },
  });
}

function findingJson(finding: Finding, file: string): JsonObject {
  return {
    file,
    ...placeJson(finding.place),
    kind: finding.kind,
    severity: finding.severity,
    confidence: finding.confidence,
    stated: finding.stated,
    recomputed: finding.recomputed,
    statedInterval: intervalJson(finding.statedInterval),
    recomputedInterval: intervalJson(finding.recomputedInterval),
    unit: finding.unit,
    message: finding.message,
    related: finding.related.map((r) => ({ ...placeJson(r.place), message: r.message, builds: r.builds })),
    ...(finding.silenced === undefined ? {} : { silenced: finding.silenced }),
  };
}

/** Decimal strings, as all amounts are; null for an end that is unlimited. */
function intervalJson({ low, high }: Interval): JsonObject {
  const text = (value: number): string | null => (Number.isFinite(value) ? plainDecimal(value) : null);
  return { low: text(low), high: text(high) };
}

function placeJson(place: Place): JsonObject {
  return { line: place.line, endLine: place.endLine, column: place.column };
}
