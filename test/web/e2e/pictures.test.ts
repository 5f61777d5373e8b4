// A picture of each view, with the worked examples in it: kept in .cache/pictures by every run, and in docs/pictures by `npm run pictures`.

import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
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
  /** What somebody does first. */
  readonly act?: (page: Page) => Promise<void>;
}

const document_ = `# Hosting the shop

| Service | Monthly |
| --- | ---: |
| Two servers at $60 | $120 |
| Storage | $45 |
| Backups | $12 |
| **Total** | **$187** |

For a year that is 12 × $187 = $2,244. A managed platform would be $310, so running it ourselves saves 43%.
`;

const shop = readFileSync(join(root, 'test/fixtures/cli/business.yaml'), 'utf8');

const kec18 = 'plan=kec18.yaml';
const loomworks = 'plan=loomworks.yaml';
const calls = 'plan=debt-dashboard.yaml';

const wanted: readonly Wanted[] = [
  { name: 'start', address: '/', ready: 'text=/month/' },
  { name: 'overview', address: `/overview?${calls}`, ready: 'figure svg' },
  {
    name: 'drivers',
    address: `/drivers?${calls}&set=calls_per_agent=55 calls/agent/workday`,
    ready: '.effect .text',
  },
  { name: 'bill', address: `/bill?${kec18}&at=tier=d`, ready: 'figure svg' },
  { name: 'compare', address: `/compare?${loomworks}`, ready: 'figure svg' },
  { name: 'risk', address: `/risk?${loomworks}&at=stage=alpha`, ready: 'figure svg' },
  { name: 'levers', address: '/levers?plan=billion.yaml', ready: 'figure svg' },
  { name: 'margin', address: '/margin?plan=business.yaml', ready: 'figure svg' },
  {
    name: 'audit',
    address: '/audit',
    ready: 'mark, [id=mark-1]',
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Or paste its text' }).fill(document_);
      await page.getByRole('button', { name: 'Audit it' }).click();
    },
  },
  { name: 'limits', address: `/limits?${kec18}`, ready: 'main table' },
  { name: 'prices', address: '/prices?q=postgres', ready: 'main table' },
  { name: 'source', address: `/source?${kec18}`, ready: '[data-testid=key-figures]' },
  { name: 'dark', address: `/compare?${loomworks}`, ready: 'figure svg', colorScheme: 'dark' },
];

describePages('pictures of the page', (open) => {
  test.each(wanted)('$name', async ({ name, address, ready, colorScheme = 'light', act }) => {
    mkdirSync(folder, { recursive: true });
    const { page, problems } = await open({
      plans: ['kec18', 'loomworks', 'billion', 'debt-dashboard'],
      files: { 'business.yaml': shop },
      address,
      colorScheme,
    });
    await act?.(page);
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
