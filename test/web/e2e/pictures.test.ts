// A picture of each view, with the worked examples in it: kept in .cache/pictures by every run, and in docs/pictures by `npm run pictures`.

import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describePages, expectToFit } from './page.ts';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, process.env.OUTLAY_PICTURES === 'docs' ? 'docs/pictures' : '.cache/pictures');

interface Wanted {
  readonly name: string;
  readonly address: string;
  /** What is there once the view has all it shows. */
  readonly ready: string;
  readonly colorScheme?: 'light' | 'dark';
}

const kec18 = 'plan=kec18.yaml';
const loomworks = 'plan=loomworks.yaml';
const calls = 'plan=debt-dashboard.yaml';

const wanted: readonly Wanted[] = [
  { name: 'start', address: '/', ready: 'text=/month/' },
  { name: 'overview', address: `/overview?${calls}`, ready: 'figure svg' },
  {
    name: 'drivers',
    address: `/drivers?${calls}&set=calls_per_agent=55 calls/agent/workday`,
    ready: 'input[type=range]',
  },
  { name: 'bill', address: `/bill?${kec18}&at=tier=d`, ready: 'figure svg' },
  { name: 'compare', address: `/compare?${loomworks}`, ready: 'figure svg' },
  { name: 'risk', address: `/risk?${loomworks}&at=stage=alpha`, ready: 'figure svg' },
  { name: 'levers', address: '/levers?plan=billion.yaml', ready: 'figure svg' },
  { name: 'limits', address: `/limits?${kec18}`, ready: 'main table' },
  { name: 'prices', address: '/prices?q=postgres', ready: 'main table' },
  { name: 'source', address: `/source?${kec18}`, ready: '[data-testid=key-figures]' },
  { name: 'dark', address: `/compare?${loomworks}`, ready: 'figure svg', colorScheme: 'dark' },
];

describePages('pictures of the page', (open) => {
  test.each(wanted)('$name', async ({ name, address, ready, colorScheme = 'light' }) => {
    mkdirSync(folder, { recursive: true });
    const { page, problems } = await open({
      plans: ['kec18', 'loomworks', 'billion', 'debt-dashboard'],
      address,
      colorScheme,
    });
    await page.locator(ready).first().waitFor();
    await expect.poll(() => page.locator('.pending, .starting').count(), { timeout: 20_000 }).toBe(0);
    const path = join(folder, `page-${name}.png`);
    await page.screenshot({ path });
    // an empty page is a few kilobytes
    expect(statSync(path).size).toBeGreaterThan(15_000);
    await expectToFit(page);
    expect(problems).toEqual([]);
  });
});
