// The frame around every view: opening, trying out, undoing, saving, and what happens when things go wrong meanwhile.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describePages, expectAccessible, expectToFit } from './page.ts';

const small = `# What the small thing costs.
plan: A small thing
as_of: 2026-03-27
currency: EUR

inputs:
  users: 500 users   # a guess
items:
  mail: { group: mail, price: 0.02 EUR/user/month, quantity: users }
  server: { group: compute, price: 5 EUR/month }
`;
const files = { 'small.yaml': small };

describePages('the page', (open) => {
  test('lists the plans of the folder, and opens one', async () => {
    const { page, problems } = await open({ plans: ['kec18'], files, address: '/' });
    await page
      .getByRole('table')
      .getByRole('link', { name: /KEC-18 chat relay/ })
      .click();
    await page.getByTestId('key-figures').getByText('14.20 EUR/month').waitFor();
    expect(new URL(page.url()).pathname).toBe('/overview');
    expect(new URL(page.url()).searchParams.get('plan')).toBe('kec18.yaml');
    await page.goBack();
    await page.getByRole('link', { name: /A small thing/ }).waitFor();
    expect(problems).toEqual([]);
  });

  test('a link is a place: view, case and what is tried out', async () => {
    const { page, problems } = await open({
      plans: ['kec18'],
      address: '/bill?plan=kec18.yaml&at=tier=a&set=retained=2 TB&currency=USD',
    });
    await page.getByText('retained = 2 TB').waitFor();
    await page.getByTestId('key-figures').getByText('USD/month').waitFor();
    const tried = await page.getByTestId('key-figures').innerText();
    await page.getByRole('button', { name: 'Put all back' }).click();
    await expect.poll(() => page.getByTestId('key-figures').innerText()).not.toBe(tried);
    await expect.poll(() => page.url()).not.toContain('set=');
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.getByTestId('key-figures').innerText()).toBe(tried);
    expect(problems).toEqual([]);
  });

  test('an explanation is a place too: a link opens it, going back closes it', async () => {
    const { page, context, problems } = await open({ files, address: '/overview?plan=small.yaml' });
    await page.getByRole('link', { name: 'Bill' }).click();
    const figure = page.locator('.view.bill button.figure').first();
    await figure.click();
    const drawer = page.getByRole('dialog');
    await drawer.waitFor();
    await expect.poll(() => page.url()).toContain('explain=');
    const link = page.url();
    await page.goBack();
    await drawer.waitFor({ state: 'detached' });
    expect(new URL(page.url()).pathname).toBe('/bill');
    await page.goForward();
    await drawer.waitFor();

    // closed by hand it is no step that one would have to go back over
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await expect.poll(() => page.url()).not.toContain('explain=');
    await page.goBack();
    await page.locator('.view.overview').waitFor();

    const another = await context.newPage();
    await another.goto(link);
    await another.getByRole('dialog').getByText('EUR/month').first().waitFor();
    await another.getByRole('button', { name: 'Close' }).click();
    await another.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => another.url()).not.toContain('explain=');
    expect(new URL(another.url()).pathname).toBe('/bill');

    // a figure that the plan does not have is said, not shown as nothing
    await another.goto(`${link.replace(/explain=[^&]*/, 'explain=nothing_of_the_kind')}`);
    await another.getByRole('dialog').getByRole('alert').waitFor();
    expect(problems).toEqual([]);
  });

  test('keys go to views, and the palette finds everything else', async () => {
    const { page, problems } = await open({ plans: ['kec18'], address: '/overview?plan=kec18.yaml' });
    await page.getByTestId('key-figures').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('b');
    await page.getByRole('heading', { level: 1, name: 'Bill' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'What to do' }).fill('look d one');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('at=tier=d');
    expect(problems).toEqual([]);
  });

  test('a file that somebody else changed is taken over where nothing was written here', async () => {
    const { page, folder, problems } = await open({ files, address: '/overview?plan=small.yaml' });
    await page.getByText('15.00 EUR/month').first().waitFor();
    writeFileSync(join(folder, 'small.yaml'), small.replace('500 users', '600 users'));
    await page.getByTestId('key-figures').getByText('17.00 EUR/month').waitFor();
    await page.getByText('The file changed on disk').waitFor();
    expect(problems).toEqual([]);
  });

  test('a plan that is broken on the disk leaves the last good figures, marked', async () => {
    const { page, folder, problems } = await open({ files, address: '/bill?plan=small.yaml' });
    await page.getByTestId('key-figures').getByText('15.00 EUR/month').waitFor();
    writeFileSync(join(folder, 'small.yaml'), small.replace('5 EUR/month', '5 EUR/'));
    await page.getByText('These are the figures from before the last change.').waitFor();
    expect(await page.getByTestId('key-figures').innerText()).toContain('15.00 EUR/month');
    writeFileSync(join(folder, 'small.yaml'), small.replace('5 EUR/month', '6 EUR/month'));
    await page.getByTestId('key-figures').getByText('16.00 EUR/month').waitFor();
    expect(problems).toEqual([]);
  });

  test('a plan that is not there, and one that cannot be read at all, are said to be so', async () => {
    const { page, go, problems } = await open({
      files: { ...files, 'broken.yaml': 'plan: Broken\nitems: 5\n' },
      address: '/overview?plan=gone.yaml',
    });
    await page.getByRole('heading', { level: 1, name: /gone.yaml/ }).waitFor();
    await go('/overview?plan=broken.yaml');
    await page.getByText('This plan cannot be read.').waitFor();
    // the browser itself remarks on the file that is not there
    expect(problems.filter((one) => !one.includes('404'))).toEqual([]);
  });

  test('says so when the server is gone', async () => {
    const { page, stopServer } = await open({ files, address: '/overview?plan=small.yaml' });
    await page.getByTestId('key-figures').getByText('15.00').waitFor();
    await stopServer();
    await page.getByText('no server').waitFor();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 390]) {
      test(`keeps nobody out, ${colorScheme}, ${width} pixels wide`, async () => {
        const { page, problems, go } = await open({
          plans: ['loomworks'],
          address: '/',
          colorScheme,
          width,
        });
        await page
          .getByRole('table')
          .getByRole('link', { name: /Loomworks/ })
          .waitFor();
        await expectAccessible(page);
        await go('/bill?plan=loomworks.yaml&set=users=600 users');
        await page.getByRole('table').first().waitFor();
        await expectAccessible(page);
        await expectToFit(page);
        await page.keyboard.press('Control+k');
        await page.getByRole('combobox', { name: 'What to do' }).waitFor();
        await expectAccessible(page);
        expect(problems).toEqual([]);
      });
    }
  }
});
