// Overview, bill, compare, margin and the explanation behind a figure, as somebody uses them.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describePages, expectAccessible, expectToFit } from './page.ts';

const shop = `plan: A shop
as_of: 2026-03-27
currency: EUR
horizon: 24 months
inputs:
  users: { value: 100 users, label: people, source: a list, date: 2026-03-01 }
  spread: { value: 10 to 30 GB, label: what is kept, source: a survey, url: 'https://example.org/survey', confidence: assumed }
formulas:
  load: users * 2 GB/user
items:
  server: { group: compute, label: Server, price: 20 EUR/month, count: ceil(users / 200 users), once: 50 EUR }
  disk: { group: storage, label: Disk, price: 0.10 EUR/GB/month, quantity: load + spread }
  backup: { group: storage, label: Backup, use: backblaze/b2, quantity: load }
exchange: { EUR: { rate: 2 USD, source: a bank, date: 2026-03-20 } }
limits:
  crowd: { that: users <= 400 users, then: open another shop }
axes:
  platform:
    label: platform
    rented: { label: Rented }
    owned: { label: Owned, server.price: 5 EUR/month, server.once: 300 EUR }
  size: { label: people, sweep: users, values: [100, 300, 1_000] }
revenue:
  pro: { label: Pro, price: 1 EUR/user/month, quantity: users }
`;
const files = {
  'shop.yaml': shop,
  'bare.yaml': 'plan: Bare\ncurrency: EUR\nitems: { server: { price: 5 EUR/month } }\n',
  'nothing.yaml': 'plan: Nothing yet\ncurrency: EUR\n',
};

describePages('the overview', (open) => {
  test('answers the five questions, and each leads to its view', async () => {
    const { page, problems } = await open({ files, address: '/overview?plan=shop.yaml' });
    for (const name of ['What it costs', 'Where the money goes', 'How sure that is', 'What binds'])
      await page.getByRole('region', { name }).waitFor();
    await page.getByText('Owned is the cheapest').first().waitFor();
    await page.getByText('1 of 2 inputs is assumed').waitFor();
    await page.getByRole('img', { name: /by month/ }).waitFor();
    await page.getByText('What to take in every case').click();
    await page.getByRole('group', { name: 'What to take in every case' }).first().waitFor();
    await expect.poll(() => page.url()).toContain('cases=all');
    await page.getByRole('link', { name: 'What binds' }).click();
    await page.getByRole('heading', { name: 'Limits', level: 1 }).waitFor();
    expect(problems).toEqual([]);
  });

  test('of another case is another, and says what is broken', async () => {
    const { page, problems } = await open({ files, address: '/overview?plan=shop.yaml' });
    const cost = page.getByRole('region', { name: 'What it costs' });
    await cost.waitFor();
    const before = await cost.innerText();
    await page.getByLabel('people').selectOption('1000');
    await expect.poll(() => cost.innerText()).not.toBe(before);
    await page.getByText('Then: open another shop').waitFor();
    expect(problems).toEqual([]);
  });
});

describePages('the bill', (open) => {
  test('shows cases and years side by side, on any basis, and is taken along as a table', async () => {
    const { page, problems } = await open({ files, address: '/bill?plan=shop.yaml' });
    await page.getByRole('row', { name: /^Server 20 EUR\/month/ }).waitFor();
    await page.getByLabel('side by side').selectOption('people');
    await page.getByRole('columnheader', { name: '300' }).waitFor();
    await page.getByRole('cell', { name: '✗' }).first().waitFor();
    await page.getByLabel('side by side').selectOption('years');
    await page.getByRole('columnheader', { name: 'year 2' }).waitFor();
    await page.getByLabel('side by side').selectOption('this case alone');
    await page.getByText('TCO', { exact: true }).click();
    await page.getByRole('columnheader', { name: 'cost EUR', exact: true }).waitFor();
    await expect.poll(() => page.url()).toContain('basis=effective');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV' }).first().click();
    const csv = await download;
    expect(csv.suggestedFilename()).toBe('shop-bill.csv');
    expect(readFileSync(await csv.path(), 'utf8')).toMatch(/^item,.*\n(.*\n)*Server,/);
    expect(problems).toEqual([]);
  });

  test('on a telephone begins with what it costs', async () => {
    const { page, problems } = await open({ files, address: '/bill?plan=shop.yaml', width: 390 });
    await page.getByRole('row', { name: /^Server 20\.00/ }).waitFor();
    await page.getByRole('checkbox', { name: 'what is bought' }).check();
    await page.getByRole('row', { name: /^Server 20 EUR\/month/ }).waitFor();
    await expectToFit(page);
    expect(problems).toEqual([]);
  });
});

describePages('an explanation', (open) => {
  test('goes from a figure down to its inputs and prices, and on to where they stand', async () => {
    const { page, problems } = await open({ files, address: '/bill?plan=shop.yaml' });
    await page
      .getByRole('row', { name: /^total/ })
      .getByRole('button')
      .click();
    const drawer = page.getByRole('dialog', { name: 'total' });
    const tree = drawer.getByRole('tree');
    await tree.waitFor();
    await drawer.getByRole('searchbox').fill('kept');
    await tree
      .getByRole('treeitem', { name: /^what is kept 10–30 GB/ })
      .first()
      .waitFor();
    expect(await tree.getByRole('treeitem').count()).toBeLessThan(8);
    const source = tree.getByRole('link', { name: 'a survey' }).first();
    expect(await source.getAttribute('href')).toBe('https://example.org/survey');
    await drawer.getByRole('searchbox').fill('');
    await tree.getByRole('link', { name: 'its price in the catalog' }).first().click();
    await drawer.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Backblaze B2', exact: false, level: 1 }).waitFor();
    expect(new URL(page.url()).searchParams.get('product')).toBe('backblaze/b2');
    expect(problems).toEqual([]);
  });

  test('is gone through by keys: into a part, out again, and back to the figure', async () => {
    const { page, problems } = await open({ files, address: '/bill?plan=shop.yaml' });
    const figure = page.getByRole('row', { name: /^total/ }).getByRole('button');
    await figure.focus();
    await page.keyboard.press('Enter');
    const items = page.getByRole('treeitem');
    await items.first().focus();
    const focused = () => page.evaluate<string>('document.activeElement.innerText');
    await page.keyboard.press('ArrowDown');
    await expect.poll(focused).toContain('people');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(focused).toContain('Server: cost');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => items.first().getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('ArrowDown');
    await expect.poll(focused).toContain('Disk: cost');
    await page.keyboard.press('Enter');
    const trail = page.getByRole('navigation', { name: 'The way to this figure' });
    await trail.waitFor();
    expect(await trail.innerText()).toMatch(/total\s+Disk: cost/);
    await expect.poll(focused).toContain('load');
    await page.keyboard.press('Backspace');
    await trail.waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => figure.evaluate((it) => it === it.ownerDocument.activeElement)).toBe(true);
    expect(problems).toEqual([]);
  });

  test('is copied as text', async () => {
    const { page, context, problems } = await open({ files, address: '/bill?plan=shop.yaml' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page
      .getByRole('row', { name: /^total/ })
      .getByRole('button')
      .click();
    await page.getByRole('button', { name: 'Copy as text' }).click();
    await page.getByText('in the clipboard').waitFor();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toMatch(
      /^total: .*\n {2}Server: cost: 20\.00/,
    );
    expect(problems).toEqual([]);
  });
});

describePages('compare', (open) => {
  test('any figure along any axis, with where two change places', async () => {
    const { page, problems } = await open({ files, address: '/compare?plan=shop.yaml' });
    await page.getByRole('columnheader', { name: '1000' }).waitFor();
    await page.getByText('Struck out: breaks a limit.').waitFor();
    await page.getByLabel('over').selectOption('nothing');
    await page.getByRole('img', { name: /^Total of each platform/ }).waitFor();
    const field = page.getByRole('combobox', { name: 'Figure' });
    await field.fill('total / nobody');
    await field.press('Enter');
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    await page.getByText('Nothing here is called nobody').waitFor();
    await field.fill('upfront');
    await field.press('Enter');
    await page.getByRole('row', { name: 'Owned 300.00' }).waitFor();
    await page.getByLabel('along').selectOption('months, all cash so far');
    await page
      .getByText(/Owned from month 17 on/)
      .first()
      .waitFor();
    await expect.poll(() => page.url()).toContain('on=month');
    expect(problems).toEqual([]);
  });
});

describePages('the margin', (open) => {
  test('says from how many on it pays, and what to charge', async () => {
    const { page, problems } = await open({ files, address: '/margin?plan=shop.yaml' });
    await page.getByRole('img', { name: /^Revenue and cost by people/ }).waitFor();
    await page.getByLabel('gross margin to reach').fill('90%');
    await page.getByLabel('gross margin to reach').press('Enter');
    await page
      .getByRole('row', { name: /^Pro, for 90%/ })
      .first()
      .waitFor();
    await page
      .getByRole('row', { name: /^margin / })
      .first()
      .getByRole('button')
      .first()
      .click();
    await page.getByRole('dialog', { name: 'margin' }).getByRole('treeitem').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByLabel('gross margin to reach').fill('much');
    // whatever draws the view again while somebody types
    await page.evaluate(`new Promise((drawn) => {
      dispatchEvent(new PopStateEvent('popstate'));
      requestAnimationFrame(() => requestAnimationFrame(drawn));
    })`);
    await page.getByLabel('gross margin to reach').press('Enter');
    await page.getByText(/is no gross margin to aim at/).waitFor();
    expect(problems).toEqual([]);
  });
});

describePages('the views about money', (open) => {
  test('say so where a plan has nothing of the kind', async () => {
    const { page, go, problems } = await open({ files, address: '/overview?plan=nothing.yaml' });
    await page.getByText('The plan buys nothing yet.').waitFor();
    for (const [address, words] of [
      ['/bill?plan=nothing.yaml', 'The plan has no items'],
      ['/compare?plan=nothing.yaml', 'there is nothing to compare'],
      ['/margin?plan=nothing.yaml', 'there is no margin'],
      ['/overview?plan=bare.yaml', 'The plan has no limits.'],
      ['/compare?plan=bare.yaml', 'there is nothing to compare'],
    ] as const) {
      await go(address);
      await page.getByText(words).waitFor();
    }
    expect(problems).toEqual([]);
  });

  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1280, 390])
      test(`keep nobody out, ${colorScheme}, ${width} pixels wide`, async () => {
        const { page, go, problems } = await open({
          plans: ['kec18'],
          files,
          width,
          colorScheme,
          address: '/overview?plan=shop.yaml',
        });
        for (const [address, ready] of [
          ['/overview?plan=shop.yaml', 'What to take in every case'],
          ['/overview?plan=kec18.yaml', 'inputs are unknown'],
          ['/bill?plan=kec18.yaml&across=tier', 'optional, in no total'],
          ['/compare?plan=shop.yaml', 'Where two change places'],
          ['/margin?plan=shop.yaml', 'Per unit'],
        ] as const) {
          await go(address);
          await page.getByText(ready).first().waitFor();
          await page.locator('.chart svg').first().waitFor();
          await expectAccessible(page);
          await expectToFit(page);
        }
        await page
          .getByRole('row', { name: /^margin / })
          .first()
          .getByRole('button')
          .first()
          .click();
        await page.getByRole('tree').waitFor();
        await expectAccessible(page);
        expect(problems).toEqual([]);
      });
});
