// Documents of our own in the manners that people and machines write in, each with a list of what is wrong in it: what the audit
// finds is held against the list.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { audit } from '../../src/audit/audit.ts';
import type { Finding } from '../../src/audit/types.ts';

const folder = join(import.meta.dirname, 'documents');

interface Wrong {
  readonly line: number;
  /** As it is written. */
  readonly figure: string;
  /** What the document's own figures give. */
  readonly should: string;
}

export interface DocumentScore {
  readonly name: string;
  readonly wrong: readonly Wrong[];
  readonly missed: readonly Wrong[];
  readonly falseAlarms: readonly Finding[];
}

export function documentScores(): readonly DocumentScore[] {
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const marks = readFileSync(join(folder, name.replace(/\.\w+$/, '.yaml')), 'utf8');
      const { wrong } = parse(marks) as { wrong: Wrong[] };
      const { findings } = audit({ file: name, text });
      const isFound = (w: Wrong): boolean => findings.some((f) => isAbout(f, w));
      const isTrue = (f: Finding): boolean => wrong.some((w) => isAbout(f, w));
      return {
        name,
        wrong,
        missed: wrong.filter((w) => !isFound(w)),
        falseAlarms: findings.filter((f) => !isTrue(f)),
      };
    });
}

function isAbout({ place, stated }: Finding, wrong: Wrong): boolean {
  return place.line === wrong.line && digitsOf(stated) === digitsOf(wrong.figure);
}

/** The number alone: `24.00 EUR/month` and `**24.00**` are one figure. */
function digitsOf(text: string): string {
  return (/\d[\d.,\s]*/.exec(text)?.[0] ?? '').replace(/[^\d]/g, '');
}

export function documentText(scores: readonly DocumentScore[]): string {
  const lines = scores.flatMap(({ name, missed, falseAlarms }) => [
    ...missed.map((m) => `${name}:${m.line} missed ${m.figure}, should be ${m.should}`),
    ...falseAlarms.map((f) => `${name}:${f.place.line} false: ${f.message}`),
  ]);
  const { found, wrong, falseAlarms } = countsOf(scores);
  return [...lines, `found ${found} of ${wrong}; false alarms: ${falseAlarms}`].join('\n');
}

export function countsOf(scores: readonly DocumentScore[]): {
  readonly found: number;
  readonly wrong: number;
  readonly falseAlarms: number;
} {
  const wrong = scores.reduce((n, s) => n + s.wrong.length, 0);
  const missed = scores.reduce((n, s) => n + s.missed.length, 0);
  return { wrong, found: wrong - missed, falseAlarms: scores.reduce((n, s) => n + s.falseAlarms.length, 0) };
}
