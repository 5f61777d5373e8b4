// What was written and not saved: it survives the end of its tab, and a file that somebody else changed meanwhile.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describePages, expectAccessible } from './page.ts';

const small = `# What the small thing costs.
plan: A small thing
currency: EUR

items:
  server: { group: compute, price: 5 EUR/month }   # rented

  mail: { group: mail, price: 1 EUR/month }
`;
const files = { 'small.yaml': small };
const address = '/source?plan=small.yaml';

/** What the browser keeps of a plan that was not saved. */
const draft = (page: Page): Promise<string> =>
  page.evaluate(`new Promise((resolve) => {
    const asked = indexedDB.open('outlay');
    asked.onerror = () => resolve('');
    asked.onsuccess = () => {
      const all = asked.result.transaction('drafts').objectStore('drafts').getAll();
      all.onsuccess = () => resolve(all.result.map(({ text }) => text).join());
    };
  })`);

async function typeBehind(page: Page, words: string, what: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Source of small.yaml' }).getByText(words).click();
  await page.keyboard.press('End');
  await page.keyboard.type(what);
}

describePages('what is not saved', (open) => {
  test('is there again after the tab has crashed', async () => {
    const { page, context, origin, problems, onDisk } = await open({ files, address });
    await typeBehind(page, 'rented', ' by the month');
    await expect.poll(() => draft(page)).toContain('rented by the month');
    const crashed = page.waitForEvent('crash');
    page.goto('chrome://crash').catch(() => undefined);
    await crashed;
    const again = await context.newPage();
    again.on('pageerror', ({ message }) => expect.fail(message));
    await again.goto(`${origin}${address}`);
    await again.getByText('What you had not saved is here again.').waitFor();
    await again.getByText('rented by the month').waitFor();
    expect(onDisk('small.yaml')).toBe(small);
    await again.getByRole('button', { name: 'Save', exact: true }).click();
    await again.getByRole('button', { name: 'Saved' }).waitFor();
    expect(onDisk('small.yaml')).toBe(small.replace('rented', 'rented by the month'));
    await expect.poll(() => draft(again)).toBe('');
    expect(problems).toEqual([]);
  });

  test('meets a change on the disk: what touches other lines is brought together, one clash is asked about', async () => {
    const { page, folder, problems, onDisk } = await open({ files, address });
    await typeBehind(page, 'rented', ' by the month');
    const theirs = small.replace('5 EUR/month', '6 EUR/month').replace('1 EUR/month', '2 EUR/month');
    writeFileSync(join(folder, 'small.yaml'), theirs);
    const dialog = page.getByRole('dialog', { name: 'The file changed on disk' });
    await dialog.getByText('One place was changed both here and on the disk.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Take these' }).isDisabled()).toBe(true);
    await expectAccessible(page);
    await dialog.getByRole('radio', { name: 'Mine' }).check();
    await dialog.getByRole('button', { name: 'Take these' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByTestId('key-figures').getByText('7.00 EUR/month').waitFor();
    expect(onDisk('small.yaml')).toBe(theirs);
    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: 'Saved' }).waitFor();
    expect(onDisk('small.yaml')).toBe(
      small.replace('rented', 'rented by the month').replace('1 EUR/month', '2 EUR/month'),
    );
    expect(problems).toEqual([]);
  });

  test('is never overwritten by a save of the other: without a word where only other lines differ', async () => {
    const { page, folder, problems, onDisk } = await open({ files, address });
    await typeBehind(page, 'rented', ' by the month');
    writeFileSync(join(folder, 'small.yaml'), small.replace('1 EUR/month', '2 EUR/month'));
    await page.getByText('The file changed on disk; what you wrote is in it.').waitFor();
    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: 'Saved' }).waitFor();
    expect(onDisk('small.yaml')).toBe(
      small.replace('rented', 'rented by the month').replace('1 EUR/month', '2 EUR/month'),
    );
    expect(problems).toEqual([]);
  });
});
