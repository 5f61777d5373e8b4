// More tabs than a browser has connections to one server: each is a whole page, and each learns what happens on the disk.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describePages } from './page.ts';

const plan = (price: number): string =>
  `plan: A small thing\ncurrency: EUR\nitems:\n  server: { price: ${price} EUR/month }\n`;

const tabs = 7;

describePages('many tabs', (open) => {
  test('all work, all follow the disk, and one that goes takes nothing along', async () => {
    const visit = await open({ files: { 'small.yaml': plan(5) } });
    const { context, origin, folder } = visit;
    const shows = (page: Page, price: string): Promise<void> =>
      page.getByTestId('key-figures').getByText(`${price} EUR/month`).waitFor();
    const pages = [visit.page];
    while (pages.length < tabs) pages.push(await context.newPage());
    const failures: string[] = [];
    for (const page of pages) page.on('pageerror', ({ message }) => failures.push(message));
    for (const page of pages) {
      await page.goto(`${origin}/overview?plan=small.yaml`);
      await shows(page, '5.00');
    }

    writeFileSync(join(folder, 'small.yaml'), plan(6));
    for (const page of pages) await shows(page, '6.00');

    // the first is the one that listens for all
    await pages.shift()?.close();
    writeFileSync(join(folder, 'small.yaml'), plan(7));
    for (const page of pages) await shows(page, '7.00');

    // what one saves the others see
    const [first, ...others] = pages;
    await first?.goto(`${origin}/source?plan=small.yaml`);
    await first?.getByRole('textbox', { name: 'Source of small.yaml' }).getByText('7 EUR').click();
    await first?.keyboard.press('End');
    await first?.keyboard.type('\nmail: { price: 1 EUR/month }');
    await first?.keyboard.press('Control+s');
    for (const page of others) await shows(page, '8.00');
    expect(failures).toEqual([]);
    expect(visit.problems).toEqual([]);
  });
});
