// A thousand analyses in which every figure follows give no finding; and a figure that is broken at random, where it takes part
// in a claim, is found.
import { describe, expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { type Analysis, type Random, randomAnalysis, randomFrom } from './random-analysis.ts';
import { randomComparison } from './random-comparison.ts';
import { randomOptions } from './random-options.ts';
import { randomSections } from './random-sections.ts';

function seeded(seed: number): ReturnType<typeof randomFrom> {
  const random = randomFrom(seed * 2_654_435_761);
  for (let i = 0; i < 5; i++) random.next();
  return random;
}

const kinds: Readonly<Record<string, (random: Random) => Analysis>> = {
  analyses: randomAnalysis,
  comparisons: randomComparison,
  options: randomOptions,
  sections: randomSections,
};

describe.each(Object.entries(kinds))('random %s', (_, make) => {
  test('1,000 correct ones: no finding', () => {
    for (let seed = 1; seed <= 1000; seed++) {
      const { text } = make(seeded(seed));
      const { findings } = audit({ file: 'a', text });
      expect(
        findings.map((f) => f.message),
        text,
      ).toEqual([]);
    }
  });

  test('broken figures are found: at least 90 %', () => {
    let tried = 0;
    let found = 0;
    for (let seed = 1; seed <= 900; seed++) {
      const random = seeded(seed + 7000);
      const { text, claims } = make(random);
      const claim = claims[Math.floor(random.next() * claims.length)];
      const change = Object.values(breaks)[seed % 3];
      if (claim === undefined || change === undefined) continue;
      const digits = text.slice(claim.start, claim.end);
      const broken = change(digits, () => random.next());
      if (broken === digits || /^0\d/.test(broken)) continue;
      tried += 1;
      const { findings } = audit({
        file: 'a',
        text: text.slice(0, claim.start) + broken + text.slice(claim.end),
      });
      if (findings.length > 0) found += 1;
    }
    process.stderr.write(`mutations: ${found} of ${tried} found\n`);
    expect(tried).toBeGreaterThan(700);
    expect(found / tried).toBeGreaterThan(0.9);
  });
});

type Break = (digits: string, random: () => number) => string;

const places = (digits: string): number[] => [...digits].flatMap((c, i) => (/\d/.test(c) ? [i] : []));

const breaks: Readonly<Record<string, Break>> = {
  digit: (digits, random) => {
    const at = places(digits)[Math.floor(random() * Math.min(4, places(digits).length))] ?? 0;
    const other = (Number(digits[at]) + 1 + Math.floor(random() * 8)) % 10;
    return digits.slice(0, at) + other + digits.slice(at + 1);
  },
  'factor 10': (digits) => digits.replace(/^\d/, '$&0'),
  swap: (digits) => {
    const at = places(digits);
    const first = at.findIndex((p, i) => i + 1 < at.length && digits[p] !== digits[at[i + 1] ?? p]);
    const [a, b] = [at[first], at[first + 1]];
    if (a === undefined || b === undefined) return digits;
    const all = [...digits];
    [all[a], all[b]] = [all[b] ?? '', all[a] ?? ''];
    return all.join('');
  },
};
