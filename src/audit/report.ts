// Claims -> findings: where they stand, how bad they are, what else they touch, and what the document itself silences.

import type { Interval } from '../quantity/interval.ts';
import { unitText } from '../quantity/unit.ts';
import { carriedFrom } from './carried.ts';
import type { Reading } from './claims.ts';
import { LineTable } from './lines.ts';
import { offsetOf, spanIn } from './passage.ts';
import { likeFigure, said } from './print.ts';
import {
  type Audit,
  type Claim,
  type Document,
  type Figure,
  type Finding,
  figureStates,
  type Place,
  type Severity,
} from './types.ts';

export function reported(document: Document, reading: Reading, leastConfidence: number): Audit {
  const places = new LineTable(document.source.text);
  const placeOf = (figure: Figure): Place => {
    const span = spanIn(figure.passage, figure.start, figure.end);
    return places.place(document.toSource(span.start), document.toSource(span.end - 1) + 1, said(figure));
  };
  const reasons = reasonsIn(document.source.text);
  const all = findingsOf(reading, placeOf);
  const sure = all.filter((f) => f.confidence >= leastConfidence);
  const silenced = sure.flatMap((f) => {
    const reason = reasons.get(f.place.line);
    return reason === undefined ? [] : [{ ...f, silenced: reason }];
  });
  const states = statesOf(reading, leastConfidence);
  const counts = figureStates.map(() => 0);
  reading.figures.forEach(({ name }, i) => {
    const state = states[i] ?? 0;
    if (!name) counts[state] = (counts[state] ?? 0) + 1;
  });
  const [unchecked = 0, right = 0, wrong = 0] = counts;
  return {
    source: document.source,
    document,
    findings: sure.filter((f) => !reasons.has(f.place.line)),
    silenced,
    doubtful: all.filter((f) => f.confidence < leastConfidence),
    repairs: document.repairs,
    conventions: reading.conventions,
    coverage: { figures: unchecked + right + wrong, checked: right + wrong, right, wrong },
    figures: reading.figures,
    states,
  };
}

const marker = 'audit-ok:';

/**
 * `audit-ok: reason` silences what is found on its line; where nothing else stands on it (but comment marks), on the next
 * line. Without a reason it silences nothing.
 */
function reasonsIn(text: string): ReadonlyMap<number, string> {
  const reasons = new Map<number, string>();
  if (!text.includes(marker)) return reasons;
  for (const [index, line] of text.split('\n').entries()) {
    const at = line.indexOf(marker);
    if (at === -1) continue;
    const reason = (line.slice(at + marker.length).split('-->')[0] ?? '').replace(/[*/#|]+\s*$/, '').trim();
    if (reason === '') continue;
    const alone = /^[\s<!*/#;%-]*$/.test(line.slice(0, at));
    reasons.set(index + (alone ? 2 : 1), reason);
  }
  return reasons;
}

function statesOf({ claims, figures }: Reading, least: number): Uint8Array {
  let last = 0;
  for (const { stated } of claims) last = Math.max(last, offsetOf(stated));
  const said = new Uint8Array(last + 1);
  const [right, wrong] = [figureStates.indexOf('right'), figureStates.indexOf('wrong')];
  for (const { stated, verdict, confidence } of claims) {
    const key = offsetOf(stated);
    const state = verdict === 'right' ? right : confidence >= least ? wrong : 0;
    if (state > (said[key] ?? 0)) said[key] = state;
  }
  const states = new Uint8Array(figures.length);
  figures.forEach((figure, i) => {
    states[i] = said[offsetOf(figure)] ?? 0;
  });
  return states;
}

/** However much speaks for a reading, the document may mean something else. */
const surest = 0.97;

/** One finding for one figure: the surest claim that it breaks. */
function findingsOf({ claims, figures }: Reading, placeOf: (figure: Figure) => Place): readonly Finding[] {
  const worst = new Map<number, Claim>();
  for (const claim of claims) {
    if (claim.verdict !== 'wrong') continue;
    const key = offsetOf(claim.stated);
    const known = worst.get(key);
    if (known === undefined || claim.confidence > known.confidence) worst.set(key, claim);
  }
  const carried = carriedFrom(
    claims,
    figures,
    [...worst.values()].map((c) => c.stated),
  );
  return [...worst]
    .sort(([a], [b]) => a - b)
    .map(([, claim]) => ({
      kind: claim.kind,
      severity: severityOf(claim),
      confidence: Math.round(Math.min(surest, Math.max(0, claim.confidence)) * 100) / 100,
      place: placeOf(claim.stated),
      stated: said(claim.stated),
      recomputed: likeFigure(claim.recomputed, claim.stated),
      statedInterval: { low: claim.stated.low, high: claim.stated.high },
      recomputedInterval: claim.recomputed,
      unit: unitText(claim.stated.unit, true),
      working: claim.working,
      message: claim.message,
      related: [
        ...claim.operands
          .filter((f) => offsetOf(f) !== offsetOf(claim.stated))
          .slice(0, 12)
          .map((f) => ({ place: placeOf(f), message: said(f), builds: false })),
        ...(carried.get(claim.stated)?.builtOn ?? []).map((f) => ({
          place: placeOf(f),
          message: `${said(f)} builds on it`,
          builds: true,
        })),
        ...(carried.get(claim.stated)?.again ?? []).map((f) => ({
          place: placeOf(f),
          message: `${said(f)} again`,
          builds: true,
        })),
      ],
    }));
}

/** By size, and one step higher where a conclusion goes with it. */
export function severityOf(claim: Claim): Severity {
  const off = relativeError(claim.stated, claim.recomputed);
  const size: Severity = off >= 4 ? 'critical' : off >= 0.2 ? 'high' : off >= 0.01 ? 'medium' : 'low';
  if (claim.flips !== true) return size;
  return size === 'low' ? 'medium' : size === 'medium' ? 'high' : 'critical';
}

function relativeError(stated: Figure, recomputed: Interval): number {
  const ends = [
    [stated.low, recomputed.low],
    [stated.high, recomputed.high],
  ] as const;
  return Math.max(
    ...ends.map(([a, b]) => {
      const small = Math.min(Math.abs(a), Math.abs(b));
      return small === 0 ? (a === b ? 0 : 1) : Math.abs(a - b) / small;
    }),
  );
}
