// What a person sees of `recommend`, to the last character, and what it says when it is asked wrongly.
import { describe, expect, test } from 'vitest';
import { outlay, transcript } from './support.ts';

const loomworks = '../../../plans/loomworks.yaml';
const kec18 = '../../../plans/kec18.yaml';

const runs: Readonly<Record<string, readonly string[]>> = {
  recommend: ['recommend', 'choice.yaml', '--at', 'size=usual'],
  'recommend-scales': ['recommend', 'choice.yaml'],
  'recommend-own-figure': ['recommend', 'hosting.yaml', '--metric', 'total / users'],
  'recommend-limits': ['recommend', 'platforms.yaml', '--by', 'platform'],
  'recommend-high': ['recommend', 'choice.yaml', '--at', 'size=usual,band=high', '--set', 'wait=0.5 hours'],
  'recommend-dollars': ['recommend', 'choice.yaml', '--at', 'size=usual', '--currency', 'USD'],
  'recommend-markdown': ['recommend', 'platforms.yaml', '--by', 'platform', '--format', 'markdown'],
  'recommend-json': ['recommend', 'choice.yaml', '--at', 'size=usual', '--format', 'json'],
  'recommend-loomworks': ['recommend', loomworks],
  'recommend-kec18': ['recommend', kec18, '--by', 'tier'],
  'recommend-no-choice': ['recommend', kec18],
  'recommend-no-axis': ['recommend', 'claims.yaml'],
  'recommend-pinned': ['recommend', 'choice.yaml', '--by', 'place', '--at', 'place=disk'],
  'recommend-wrong-names': ['recommend', 'choice.yaml', '--by', 'plaice', '--metric', 'totl'],
  'recommend-of-a-condition': ['recommend', 'choice.yaml', '--metric', 'total < 5 EUR/month'],
  'recommend-csv': ['recommend', 'choice.yaml', '--format', 'csv'],
};

describe('recommend', () => {
  for (const [name, args] of Object.entries(runs)) {
    test(name, async () => {
      const outcome = await outlay(args);
      await expect(transcript(args, outcome)).toMatchFileSnapshot(`golden/${name}.txt`);
    });
  }

  test('more cases than sentences can tell are rows, and pinning one tells it', async () => {
    const sizes = Array.from({ length: 20 }, (_, i) => `    s${i}: { users: ${100 * (i + 1)} users }`);
    const plan = `plan: Many sizes
currency: EUR
inputs: { users: 1 users }
items: { host: { price: 0.10 EUR/user/month, quantity: users } }
axes:
  way:
    metered: {}
    flat: { host.price: 0.075 EUR/user/month }
  size:
${sizes.join('\n')}
`;
    const all = await outlay(['recommend', '-'], { input: plan });
    expect(all.stdout.split('\n').filter((line) => line.startsWith('size='))).toHaveLength(20);
    expect(all.stdout).not.toContain('is the cheapest:');
    expect(all.stdout).toContain('`--at axis=point` shows one case with its reasons');
    const one = await outlay(['recommend', '-', '--at', 'size=s9'], { input: plan });
    expect(one.stdout).toContain(
      'flat is the cheapest: 75.00 EUR/month, 25.00 EUR/month (25.0%) less than metered at 100.00 EUR/month.',
    );
  });

  test('two runs give the same bytes', async () => {
    const first = await outlay(['recommend', loomworks, '--format', 'json']);
    expect(await outlay(['recommend', loomworks, '--format', 'json'])).toEqual(first);
  });
});
