// The page as one file: opened from the disk, without a server, it still computes.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { describePages, expectAccessible } from './page.ts';

describePages('the page as one file', (open) => {
  test('shows what was shown, and goes on computing, with nobody asked for anything', async () => {
    const { page, context, folder, stopServer } = await open({
      plans: ['loomworks'],
      address: '/bill?plan=loomworks.yaml&at=platform=render',
    });
    await page.getByTestId('key-figures').getByText('28.00 USD/month').waitFor();
    await page.getByText('Report', { exact: true }).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'This page as one file' }).click();
    const file = join(folder, 'saved.html');
    await (await saving).saveAs(file);
    await stopServer();
    expect(readFileSync(file, 'utf8')).toContain("default-src 'none'");

    const alone = await context.newPage();
    const problems: string[] = [];
    alone.on('pageerror', (error) => problems.push(error.message));
    alone.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    alone.on('request', (request) => {
      if (!/^(?:file|data|blob):/.test(request.url())) problems.push(`asked ${request.url()}`);
    });
    await alone.goto(`${pathToFileURL(file).href}#/overview?at=platform=render`);
    await alone.getByTestId('key-figures').getByText('28.00 USD/month').waitFor();
    await alone.getByRole('link', { name: 'Compare' }).click();
    await alone.getByRole('table').first().waitFor();
    await expectAccessible(alone);
    await alone.getByLabel('hosting platform').first().selectOption('aws');
    await alone.getByTestId('key-figures').getByText('64.25 USD/month').waitFor();
    expect(alone.url()).toContain('#/compare?at=platform=aws');

    // whoever opens the file sees what was looked at when it was saved
    await alone.goto('about:blank');
    await alone.goto(pathToFileURL(file).href);
    await alone.getByRole('heading', { name: 'Bill', level: 1 }).waitFor();
    await alone.getByTestId('key-figures').getByText('28.00 USD/month').waitFor();
    for (const view of [
      'Overview',
      'Drivers',
      'Compare',
      'Risk',
      'Levers',
      'Margin',
      'Limits',
      'Prices',
      'Audit',
    ]) {
      await alone.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: view }).click();
      await alone.locator(`.view.${view.toLowerCase()}`).waitFor();
      await expect.poll(() => alone.locator('.pending, .starting').count(), { timeout: 20_000 }).toBe(0);
    }
    // nor does the page's name lead out of it
    await alone.getByRole('link', { name: 'Outlay', exact: true }).click();
    await alone.locator('.view.overview').waitFor();

    await alone.getByRole('link', { name: 'Source' }).click();
    const editor = alone.getByRole('textbox', { name: 'Source of loomworks.yaml' });
    await editor.click();
    await alone.keyboard.press('Control+End');
    await alone.keyboard.type('\nnonsense: 1\n');
    const code = alone.locator('.problems button.code').first();
    await code.click();
    const help = alone.getByRole('dialog');
    await help.waitFor();
    expect(await help.innerText()).not.toContain('does not answer');
    expect((await help.innerText()).length).toBeGreaterThan(200);
    await expectAccessible(alone);
    expect(problems).toEqual([]);
  });
});
