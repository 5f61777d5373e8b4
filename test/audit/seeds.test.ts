// The five seeds against their golden files. Prints what is missed and what is wrong by name; docs/audit.md has the figures.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { describeWithShared } from '../support/shared.ts';
import { scoreOf, scoreText, seeds } from './golden.ts';
import * as variants from './variants.ts';

describeWithShared('the seeds', (folder) => {
  const scores = Object.keys(seeds).map((name) => scoreOf(name, folder));
  const all = scores.flatMap((s) => s.scored);

  test('precision', () => {
    process.stderr.write(`${scoreText(scores)}\n`);
    const good = all.filter((s) => s.verdict === 'true').length;
    expect(good / all.length).toBeGreaterThanOrEqual(0.97);
  });

  test('recall does not fall', () => {
    expect(scores.reduce((n, s) => n + s.found.length, 0)).toBeGreaterThanOrEqual(leastFound);
  });

  for (const [name, change] of Object.entries(variants)) {
    test(`${name}: the findings stay`, () => {
      for (const file of Object.values(seeds)) {
        const text = readFileSync(join(folder, 'seeds', file), 'utf8');
        // a table whose line breaks are lost is a paragraph to a converter
        if (change === variants.asHtml && /\|\s+\|\s*-+\|/.test(text)) continue;
        const key = (t: string): string[] =>
          audit({ file, text: t }).findings.map((f) => `${f.kind} ${f.stated.replace(/[.,\s]/g, '')}`);
        const before = new Set(key(text));
        const after = new Set(key(change(text)));
        expect(
          [...after].filter((k) => !before.has(k)),
          file,
        ).toEqual([]);
        const lost = [...before].filter((k) => !after.has(k)).length;
        // what is said from section to section needs the headings, and some are lost with the line breaks
        expect(lost, file).toBeLessThanOrEqual(Math.max(3, 0.3 * before.size));
      }
    });
  }
});

/** What was found when this was last measured. */
const leastFound = 75;
