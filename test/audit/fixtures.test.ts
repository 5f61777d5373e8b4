// Whole documents of our own: what is found in them, that every place points at the figure, and that the same document in other
// clothes gives the same findings.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import type { Audit } from '../../src/audit/types.ts';
import * as variants from './variants.ts';

function fixture(name: string): string {
  return readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');
}

function findingsOf(text: string): string[] {
  return audit({ file: 'a.md', text }).findings.map((f) => `${f.place.line} ${f.kind} ${f.stated}`);
}

test('relay.md', () => {
  expect(findingsOf(fixture('relay.md'))).toEqual([
    '17 total $54.00/month',
    '29 period $451.20',
    '32 saving 50%',
  ]);
});

test('kosten.md', () => {
  expect(findingsOf(fixture('kosten.md'))).toEqual(['7 row 225,50 €', '10 equation 48.138,00 €']);
});

const key = (a: Audit): Set<string> =>
  new Set(a.findings.map((f) => `${f.kind} ${f.stated.replace(/[.,\s]/g, '')}`));

describe.each(['relay.md', 'kosten.md'])('%s in other clothes', (name) => {
  const text = fixture(name);
  const original = key(audit({ file: name, text }));
  for (const [variant, change] of Object.entries(variants)) {
    if (variant === 'decimalCommas' && name !== 'relay.md') continue;
    test(variant, () => expect(key(audit({ file: name, text: change(text) }))).toEqual(original));
  }
});

describe('places', () => {
  for (const [variant, change] of Object.entries(variants)) {
    test(`${variant}: each place is where the figure stands in the text as given`, () => {
      const text = change(fixture('relay.md'));
      const lines = text.split('\n');
      for (const { place, stated } of audit({ file: 'a', text }).findings) {
        const digits = (s: string): string => s.replace(/[^\d]/g, '');
        expect(digits(text.slice(place.start, place.end))).toBe(digits(stated));
        expect(lines[place.line - 1]?.slice(place.column - 1)).toContain(
          text.slice(place.start, place.start + 2),
        );
      }
    });
  }
});
