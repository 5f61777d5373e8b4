// The first screen: from nothing to a compared plan, and to a plan of one's own.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describePages, expectAccessible, expectToFit } from './page.ts';

describePages('the first screen', (open) => {
  test('an empty folder leads to a compared example with one press, which can be kept', async () => {
    const { page, problems, onDisk } = await open({ address: '/' });
    await page.getByText('There is no plan in').waitFor();
    await page.getByRole('link', { name: 'Look at an example' }).click();
    await page.getByTestId('key-figures').getByText('USD/month').waitFor();
    await page.getByRole('table').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/compare');
    await page.getByRole('button', { name: 'Keep as a plan' }).click();
    await page.getByRole('textbox', { name: 'File name' }).fill('Our hosting');
    await page.getByText('It will be our-hosting.yaml.').waitFor();
    await page.getByRole('button', { name: 'Create' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('plan')).toBe('our-hosting.yaml');
    expect(onDisk('our-hosting.yaml')).toContain('our-hosting.expect.yaml');
    expect(onDisk('our-hosting.expect.yaml')).not.toBe('');
    expect(problems).toEqual([]);
  });

  test('the report of an example has what lies beside it', async () => {
    const { page, problems } = await open({ address: '/bill?plan=example:kec18' });
    await page.getByTestId('key-figures').getByText('14.20 EUR/month').waitFor();
    await page.getByText('Report', { exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Markdown' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('kec18.md');
    expect(readFileSync(await download.path(), 'utf8')).toContain('# KEC-18 chat relay');
    expect(problems).toEqual([]);
  });

  test('plans say what they come to, or that they cannot be read', async () => {
    const { page, problems } = await open({
      plans: ['kec18'],
      files: { 'broken.yaml': 'plan: A broken one\ncurrency: EUR\nbogus: 1\n' },
      address: '/',
    });
    await page
      .getByRole('row', { name: /KEC-18/ })
      .getByText('14.20 EUR')
      .waitFor();
    await page
      .getByRole('row', { name: /A broken one/ })
      .getByText('a plan has no key')
      .waitFor();
    await expectAccessible(page);
    expect(problems).toEqual([]);
  });

  test('a template is copied under a name that is free', async () => {
    const { page, problems } = await open({
      plans: ['kec18'],
      address: '/',
      width: 390,
      colorScheme: 'dark',
    });
    const example = page.getByRole('listitem').filter({ hasText: 'KEC-18 chat relay' });
    await example.getByRole('button', { name: 'Copy' }).click();
    const name = page.getByRole('textbox', { name: 'File name' });
    expect(await name.inputValue()).toBe('kec18-2.yaml');
    await name.fill('kec18');
    await page.getByText('There is a plan kec18.yaml already.').waitFor();
    expect(await page.getByRole('button', { name: 'Create' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await expectToFit(page);
    expect(problems).toEqual([]);
  });

  test('a folder that is read-only offers nothing that would be written', async () => {
    const { page, problems } = await open({ plans: ['kec18'], address: '/', flags: ['--read-only'] });
    await page.getByText('served read-only').waitFor();
    expect(await page.getByRole('button', { name: 'Copy' }).count()).toBe(0);
    expect(problems).toEqual([]);
  });
});
