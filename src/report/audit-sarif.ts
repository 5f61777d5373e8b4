// An audit as SARIF 2.1.0, so that a code host shows each finding at its line in a pull request.

import {
  type Audit,
  type ClaimKind,
  claimKinds,
  type Finding,
  type Place,
  type Severity,
} from '../audit/types.ts';
import { type Json, type JsonObject, jsonText } from './json.ts';

const levels: Readonly<Record<Severity, string>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
};

export function auditSarif(audits: readonly Audit[]): string {
  return jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Outlay audit',
            rules: Object.keys(claimKinds).map((kind) => rule(kind as ClaimKind)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: audits.flatMap((audit) => [
          ...audit.findings.map((f) => result(f, audit.source.file)),
          ...audit.silenced.map((f) => result(f, audit.source.file)),
        ]),
      },
    ],
  });
}

function rule(kind: ClaimKind): JsonObject {
  return { id: kind, shortDescription: { text: claimKinds[kind] } };
}

function result(finding: Finding, file: string): JsonObject {
  const related = finding.related.map(
    (r, id): Json => ({
      id: id + 1,
      ...location(r.place, file),
      message: { text: r.message },
    }),
  );
  return {
    ruleId: finding.kind,
    level: levels[finding.severity],
    rank: Math.round(finding.confidence * 100),
    message: { text: `${finding.message}. Stated: ${finding.stated}. Recomputed: ${finding.recomputed}.` },
    locations: [location(finding.place, file)],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    ...(finding.silenced === undefined
      ? {}
      : { suppressions: [{ kind: 'inSource', justification: finding.silenced }] }),
  };
}

function location(place: Place, file: string): JsonObject {
  const uri = file === '<stdin>' ? 'stdin' : encodeURI(file.replaceAll('\\', '/'));
  const endColumn = place.endLine === place.line ? place.column + Math.max(1, place.end - place.start) : 1;
  return {
    physicalLocation: {
      artifactLocation: { uri },
      region: {
        startLine: place.line,
        startColumn: place.column,
        endLine: place.endLine,
        ...(place.endLine === place.line ? { endColumn } : {}),
      },
    },
  };
}
