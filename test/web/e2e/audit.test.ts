// A document audited in the page: marked, walked through, kept, exported, and taken as a plan.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { audit } from '../../../src/audit/audit.ts';
import { verdictText } from '../../../src/report/audit-annotated.ts';
import { describePages, expectAccessible, expectToFit } from './page.ts';

const seeds = join(import.meta.dirname, '../../../../shared/seeds');
/** The longest of the analyses that the worked plans were made from, where they are at hand. */
const seed = existsSync(seeds)
  ? readdirSync(seeds)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(join(seeds, name), 'utf8'))
      .sort((a, b) => b.length - a.length)[0]
  : undefined;

const report = `# Costs of the shop

| Service | Monthly |
| --- | ---: |
| Servers | $120 |
| Storage | $45 |
| Total | $185 |

For a year that is 12 × $185 = $2,400.
`;

describePages('the audit', (open) => {
  test('pasted text is audited, and its findings are walked through by keys', async () => {
    const { page, problems } = await open({ address: '/audit' });
    await page.getByRole('textbox', { name: 'Or paste its text' }).fill(report);
    await page.getByRole('button', { name: 'Audit it' }).click();
    await page.getByRole('heading', { level: 1, name: '2 figures do not follow' }).waitFor();
    const [first, second] = [page.locator('#mark-1'), page.locator('#mark-2')];
    await page.keyboard.press('n');
    await expect.poll(() => first.getAttribute('aria-current')).toBe('true');
    await page.keyboard.press('n');
    await expect.poll(() => second.getAttribute('aria-current')).toBe('true');
    expect(await first.getAttribute('aria-current')).toBe(null);
    await page.keyboard.press('p');
    await expect.poll(() => first.getAttribute('aria-current')).toBe('true');
    await page.getByRole('region', { name: 'Findings' }).getByText('165 USD').first().waitFor();
    await expectAccessible(page);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: '2 figures do not follow' }).waitFor();
    await page.getByRole('button', { name: 'Another document' }).click();
    await page.getByRole('heading', { level: 1, name: 'Audit a document' }).waitFor();
    expect(problems).toEqual([]);
  });

  test.skipIf(seed === undefined)('a long analysis comes out as on the command line', async () => {
    const { page, problems } = await open({ files: { 'analysis.txt': seed ?? '' }, address: '/audit' });
    const { findings, coverage } = audit({ file: 'analysis.txt', text: seed ?? '' });
    await page.getByRole('button', { name: 'analysis.txt' }).click();
    await page.getByRole('heading', { level: 1, name: verdictText(findings.length) }).waitFor();
    await page.getByText(`${coverage.figures} figures read`).waitFor();
    const shown = page.getByRole('region', { name: 'Findings' }).getByRole('list').first();
    await expect.poll(() => shown.getByText(/^\d+ line \d+$/).count()).toBe(findings.length);
    await page.keyboard.press('p');
    await expect
      .poll(() => page.locator(`#mark-${findings.length}`).getAttribute('aria-current'))
      .toBe('true');
    expect(problems).toEqual([]);
  });

  test('a document of the folder is one press away', async () => {
    const { page, problems } = await open({
      files: { 'notes/costs.html': '<h1>Costs</h1><p>12 × $185 = $2,400 a year.</p>' },
      address: '/audit',
    });
    await page.getByRole('button', { name: 'notes/costs.html' }).click();
    await page.getByRole('heading', { level: 1, name: 'One figure does not follow' }).waitFor();
    expect(problems).toEqual([]);
  });

  test('a file becomes a draft, the draft a plan', async () => {
    const { page, problems, onDisk } = await open({ address: '/audit' });
    const file = { name: 'Shop costs.md', mimeType: 'text/markdown', buffer: Buffer.from(report) };
    await page.getByLabel('Document to audit').setInputFiles(file);
    await page.getByRole('button', { name: 'Take the draft plan' }).click();
    const dialog = page.getByRole('dialog', { name: 'The draft as a new plan' });
    expect(await dialog.getByRole('textbox').inputValue()).toBe('shop-costs.yaml');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('textbox', { name: 'Source of shop-costs.yaml' }).waitFor();
    await page.getByTestId('key-figures').getByText('165 USD/month').waitFor();
    expect(onDisk('shop-costs.yaml')).toContain('plan: "Costs of the shop"');
    expect(problems).toEqual([]);
  });

  test('findings are exported as the command line writes them', async () => {
    const { page, problems } = await open({ address: '/audit' });
    await page.getByRole('textbox', { name: 'Or paste its text' }).fill(report);
    await page.getByRole('button', { name: 'Audit it' }).click();
    await page.getByText('Export').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Findings (JSON)' }).click(),
    ]);
    const json = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
      schema: string;
      findings: unknown[];
    };
    expect(json.schema).toBe('outlay.audit/1');
    expect(json.findings).toHaveLength(2);
    expect(problems).toEqual([]);
  });

  test('fits a narrow screen', async () => {
    const { page, problems } = await open({ address: '/audit', width: 390, colorScheme: 'dark' });
    await expectToFit(page);
    const doc = readFileSync(join(import.meta.dirname, '../../../README.md'));
    await page
      .getByLabel('Document to audit')
      .setInputFiles({ name: 'README.md', mimeType: 'text/markdown', buffer: doc });
    await page.getByText('figures read').waitFor();
    await expectToFit(page);
    await expectAccessible(page);
    expect(problems).toEqual([]);
  });
});
