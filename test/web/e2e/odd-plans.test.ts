// Plans as nobody should write them and somebody does: the page says what is so, and stays as wide as its window.

import { expect, test } from 'vitest';
import { describePages, expectAccessible, expectToFit } from './page.ts';

const word = 'onepartofawordthatdoesnotend'.repeat(4);

const files = {
  'broken.yaml':
    'plan: Broken\ncurrency: EUR\ninputs: { users: 500 userz }\nitems: { a: { price: 1 EUR/month } }\n',
  'empty.yaml': 'plan: Nothing yet\n',
  'long.yaml': `plan: The cost of ${word} in every one of its regions
about: ${word}
currency: EUR
inputs:
  ${word}_users: { value: 500 to 900 users, label: people ${word}, source: "https://example.com/${word}", note: ${word} }
  kept: { value: unknown, unit: GB }
  room: { value: unlimited, unit: GB }
  shared: { value: "normal(10 GB, 2 GB)" }
items:
  gateway: { label: Gateway ${word}, group: ${word}, price: 0.02 EUR/user/month, quantity: ${word}_users }
  other: { label: Other ${word}, group: other, price: 1234567.89 EUR/month }
limits:
  ${word}: { that: ${word}_users <= 850 users, then: ${word} }
axes:
  model_${word}:
    a: { label: On premises ${word} }
    b: { label: In a cloud ${word}, other.price: 2 EUR/month }
levers:
  lever: { label: Negotiate ${word}, other.price: base / 2 }
`,
  'credits.yaml': `plan: Credits
currency: JPY
inputs: { users: 7_900_000_000 users }
items:
  mail: { group: mail, price: 3 JPY/user/month, quantity: users }
  rebate: { group: credits, price: -90_000_000_000_000 JPY/month }
`,
};

const views = ['overview', 'drivers', 'bill', 'compare', 'risk', 'levers', 'margin', 'limits', 'source'];

describePages('odd plans', (open) => {
  test.each(['broken.yaml', 'empty.yaml'])('%s has no figures, and says so in every view', async (plan) => {
    const { page, go, problems } = await open({ files, address: `/overview?plan=${plan}` });
    for (const view of views.filter((name) => name !== 'source')) {
      await go(`/${view}?plan=${plan}`);
      await page.getByRole('heading', { name: 'No figures yet' }).waitFor();
      expect(await page.locator('main').innerText()).not.toContain('…');
    }
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Mend it in the source' }).click();
    await page.locator('.problems .error').first().waitFor();
    expect(problems).toEqual([]);
  });

  test('a report of a plan with errors says what is wrong with it', async () => {
    const { page } = await open({ files, address: '/overview?plan=broken.yaml' });
    await page.getByText('Report', { exact: true }).click();
    await page.getByRole('button', { name: 'Markdown' }).click();
    await page.getByText(/No report.*userz/).waitFor();
  });

  test.each([1280, 390])('long words stay within %d pixels', async (width) => {
    const { page, go, problems } = await open({ files, address: '/', width });
    await page.getByRole('link', { name: /^The cost of/ }).waitFor();
    await expectToFit(page);
    for (const view of views) {
      await go(`/${view}?plan=long.yaml`);
      await page.locator(`.view.${view}`).waitFor();
      await expect.poll(() => page.locator('.pending, .starting').count(), { timeout: 20_000 }).toBe(0);
      await expectToFit(page);
    }
    expect(problems).toEqual([]);
  });

  test('what is unknown, unlimited or spread is said in words in its row', async () => {
    const { page, problems } = await open({ files, address: '/drivers?plan=long.yaml' });
    await page.getByText('nobody knows; write a value to try it out').waitFor();
    await page.getByText('without a limit; write a value to try it out').waitFor();
    expect(await page.getByRole('textbox', { name: 'room' }).inputValue()).toBe('unlimited');
    expect(await page.getByRole('textbox', { name: 'kept' }).inputValue()).toBe('unknown');
    const slider = page.getByRole('slider', { name: 'shared' });
    await slider.focus();
    await page.keyboard.press('PageUp');
    await page.getByText(/^in place of [0-9.]+–[0-9.]+ GB$/).waitFor();
    await expect.poll(() => page.url()).toMatch(/set=shared=1[0-9.]+/);
    await page.keyboard.press('Control+z');
    await page.getByText(/; the slider tries one number in its place$/).waitFor();
    expect(problems).toEqual([]);
  });

  test('credits and very large sums have no shares, and no decimals where the currency has none', async () => {
    const { page, problems } = await open({ files, address: '/overview?plan=credits.yaml', width: 390 });
    await page.getByTestId('key-figures').getByText('-89,976,300,000,000 JPY/month').waitFor();
    const money = page.getByRole('region', { name: 'Where the money goes' });
    expect(await money.innerText()).not.toContain('%');
    await expectToFit(page);
    expect(problems).toEqual([]);
  });
});
