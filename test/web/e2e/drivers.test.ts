// Drivers, risk, levers and limits as somebody uses them.

import { expect, test } from 'vitest';
import { describePages, expectAccessible, expectToFit } from './page.ts';

const shop = `plan: A shop
as_of: 2026-03-27
currency: EUR
inputs:
  # --- how large
  users: { value: 500 users, label: people, source: a guess, confidence: assumed }
  spread: { value: 10 to 20 GB, label: what each keeps }
items:
  mail: { group: mail, price: 0.02 EUR/user/month, quantity: users }
  disk: { group: disk, price: 1 EUR/GB/month, quantity: spread }
limits:
  crowd: { that: users <= 800 users, then: open another shop }
levers:
  cheaper: { label: mail for half, mail.price: base / 2 }
`;
const files = { 'shop.yaml': shop };

describePages('the drivers', (open) => {
  test('a slider moves the figures at once, and a drag is one step back', async () => {
    const { page, problems } = await open({ files, address: '/drivers?plan=shop.yaml' });
    const slider = page.getByRole('slider', { name: 'people' });
    await slider.waitFor();
    const head = page.getByTestId('key-figures');
    const before = await head.innerText();
    const box = await slider.boundingBox();
    if (box === null) throw new Error('no slider to be seen');
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width / 2, y);
    await page.mouse.down();
    for (const share of [0.55, 0.6, 0.7, 0.8]) await page.mouse.move(box.x + box.width * share, y);
    await page.mouse.up();
    await expect.poll(() => head.innerText()).not.toBe(before);
    await page.getByText('Tried out, not in the plan:').waitFor();
    expect(await page.getByRole('textbox', { name: 'people' }).inputValue()).not.toBe('500 users');
    await expect.poll(() => page.locator('.moves').innerText()).toMatch(/\+[0-9.]+%/);
    await page.getByRole('button', { name: /Undo/ }).click();
    await expect.poll(() => head.innerText()).toBe(before);
    expect(await page.getByRole('textbox', { name: 'people' }).inputValue()).toBe('500 users');
    expect(problems).toEqual([]);
  });

  test('keys move a slider too, and both ends of a range', async () => {
    const { page, problems } = await open({ files, address: '/drivers?plan=shop.yaml' });
    const ends = page.getByRole('slider', { name: 'what each keeps' });
    await ends.first().waitFor();
    expect(await ends.count()).toBe(2);
    await ends.last().focus();
    await page.keyboard.press('PageUp');
    const field = page.getByRole('textbox', { name: 'what each keeps' });
    await expect.poll(() => field.inputValue()).toMatch(/^10 to 2[0-9.]* GB$|^10 to [3-9][0-9.]* GB$/);
    expect(problems).toEqual([]);
  });

  test('a field takes what a person writes, and says what is wrong beside it', async () => {
    const { page, problems } = await open({ files, address: '/drivers?plan=shop.yaml' });
    const field = page.getByRole('textbox', { name: 'people' });
    await field.fill('600 GB');
    await field.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(page);
    await field.fill('600');
    await field.press('Enter');
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await expect.poll(() => page.url()).toContain('set=users=600');
    await field.fill('');
    await field.press('Enter');
    await expect.poll(() => field.inputValue()).toBe('500 users');
    await expect.poll(() => page.url()).not.toContain('set=');
    expect(problems).toEqual([]);
  });

  test('what is tried out is kept in the text, as one step, and saved with its comments', async () => {
    const { page, onDisk, problems } = await open({
      files,
      address: '/drivers?plan=shop.yaml&set=users=600&set=spread=10 to 30 GB',
    });
    await page.getByRole('button', { name: 'Keep in the plan…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Keep in the plan' });
    await dialog.getByText('inputs.spread').waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Write into the plan' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => page.url()).not.toContain('set=');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const kept = shop.replace('500 users', '600 users').replace('10 to 20 GB', '10 to 30 GB');
    await expect.poll(() => onDisk('shop.yaml')).toBe(kept);
    await page.getByRole('button', { name: /Undo/ }).click();
    await page.getByText('Tried out, not in the plan:').waitFor();
    await expect.poll(() => page.url()).toContain('set=users=600');
    expect(problems).toEqual([]);
  });

  test('where a driver comes from is written into the text at once', async () => {
    const { page, onDisk, problems } = await open({ files, address: '/drivers?plan=shop.yaml' });
    await page.getByText('a guess').click();
    const source = page.getByRole('textbox', { name: 'source' });
    await source.fill('the register');
    await source.press('Enter');
    await page.locator('.provenance summary').getByText('the register').waitFor();
    await page.getByRole('combobox', { name: 'confidence' }).selectOption('measured');
    await page.getByText('assumed', { exact: true }).first().waitFor({ state: 'hidden' });
    const date = page.getByRole('textbox', { name: 'date' });
    await date.fill('soon');
    await date.press('Enter');
    await page.getByRole('alert').waitFor();
    await date.press('Escape');
    const value = page.getByRole('textbox', { name: 'in the plan' });
    await value.fill('700');
    await value.press('Enter');
    await expect.poll(() => page.getByRole('textbox', { name: 'people' }).inputValue()).toBe('700 users');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect
      .poll(() => onDisk('shop.yaml'))
      .toContain('{ value: 700 users, label: people, source: the register, confidence: measured }');
    expect(problems).toEqual([]);
  });

  test('are found, and ordered by what they do', async () => {
    const { page, problems } = await open({
      plans: ['debt-dashboard'],
      address: '/drivers?plan=debt-dashboard.yaml',
    });
    await page.getByRole('searchbox', { name: 'find' }).fill('twilio');
    await page.getByRole('textbox', { name: 'length of a call' }).waitFor();
    await page.getByRole('textbox', { name: 'agents', exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('searchbox', { name: 'find' }).fill('');
    await page.getByLabel('order').selectOption('what matters most');
    await expect.poll(() => page.locator('.driver .label').first().innerText()).toBe('agents');
    expect(new URL(page.url()).searchParams.get('order')).toBe('effect');
    expect(problems).toEqual([]);
  });
});

describePages('risk, levers and limits', (open) => {
  test('risk is drawn, and follows what is tried out', async () => {
    const { page, problems } = await open({ files, address: '/risk?plan=shop.yaml' });
    await page.getByRole('img', { name: 'The samples of total' }).waitFor();
    await page.getByRole('combobox', { name: 'samples' }).selectOption('1,024');
    await page.getByText('1,024 evenly spread samples').waitFor();
    expect(new URL(page.url()).searchParams.get('samples')).toBe('1024');
    expect(problems).toEqual([]);
  });

  test('a lever is switched, and the address says so', async () => {
    const { page, problems } = await open({ files, address: '/levers?plan=shop.yaml' });
    // it is on before the figures are there
    await page.getByRole('switch', { name: 'mail for half' }).check();
    await expect.poll(() => page.url()).toContain('at=cheaper=on');
    await page.getByTestId('key-figures').getByText('15.00–25.00 EUR/month').waitFor();
    await page.getByRole('button', { name: 'All off' }).click();
    await expect.poll(() => page.url()).not.toContain('at=');
    expect(problems).toEqual([]);
  });

  test('limits say at which scale they break, and what to do then', async () => {
    const { page, problems } = await open({ files, address: '/limits?plan=shop.yaml' });
    await page.getByRole('cell', { name: '800 users' }).waitFor();
    await page.getByText('open another shop').first().waitFor();
    expect(problems).toEqual([]);
  });

  test('a plan that has none of it says so', async () => {
    const files = { 'bare.yaml': 'plan: Bare\ncurrency: EUR\nitems: { server: { price: 5 EUR/month } }\n' };
    const { page, go, problems } = await open({ files, address: '/drivers?plan=bare.yaml' });
    await page.getByText('The plan has no inputs').waitFor();
    await go('/risk?plan=bare.yaml');
    await page.getByText('Nothing that this follows from is uncertain').waitFor();
    await go('/levers?plan=bare.yaml');
    await page.getByText('The plan has no levers').waitFor();
    await go('/limits?plan=bare.yaml');
    await page.getByText('The plan has no limits').waitFor();
    expect(problems).toEqual([]);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 390]) {
      test(`keep nobody out, ${colorScheme}, ${width} pixels wide`, async () => {
        const { page, go, problems } = await open({
          plans: ['billion', 'loomworks'],
          address: '/drivers?plan=loomworks.yaml&set=users=8 to 20 users',
          width,
          colorScheme,
        });
        await page.locator('.provenance summary').first().click();
        for (const [address, ready] of [
          [undefined, 'in the plan'],
          ['/risk?plan=loomworks.yaml', 'What is chosen'],
          ['/levers?plan=billion.yaml', 'added up'],
          ['/limits?plan=billion.yaml', 'What the limits follow'],
        ] as const) {
          if (address !== undefined) await go(address);
          await page.getByText(ready).first().waitFor();
          await expectAccessible(page);
          await expectToFit(page);
        }
        expect(problems).toEqual([]);
      });
    }
  }
});
