// The plan as text: written, undone, saved byte for byte, and what is wrong with it.

import { expect, test } from 'vitest';
import { describePages, expectAccessible } from './page.ts';

const small = `# What the small thing costs.
plan: A small thing
currency: EUR

items:
  server: { group: compute, price: 5 EUR/month }   # rented
`;

describePages('the source', (open) => {
  test('what is typed changes the figures, and every step can be undone', async () => {
    const { page, problems, onDisk } = await open({
      files: { 'small.yaml': small },
      address: '/source?plan=small.yaml',
    });
    const editor = page.getByRole('textbox', { name: 'Source of small.yaml' });
    await editor.getByText('rented').waitFor();
    await editor.getByText('server').click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('mail: { group: mail, price: 2 EUR/month }');
    const total = page.getByTestId('key-figures');
    await total.getByText('7.00 EUR/month').waitFor();
    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: 'Saved' }).waitFor();
    expect(onDisk('small.yaml')).toBe(`${small}  mail: { group: mail, price: 2 EUR/month }\n`);
    await page.keyboard.press('Control+z');
    await total.getByText('5.00 EUR/month').waitFor();
    await page.keyboard.press('Control+Shift+z');
    await total.getByText('7.00 EUR/month').waitFor();
    expect(problems).toEqual([]);
  });

  test('an error is marked where it is, told below, and leads back to its place', async () => {
    const { page, problems } = await open({
      files: { 'small.yaml': small.replace('5 EUR/month', '5 EUR/mnth') },
      address: '/source?plan=small.yaml',
    });
    const told = page.getByRole('region', { name: 'Problems' });
    await told.getByText('E401').waitFor();
    expect(await told.locator('pre').innerText()).toContain('^^^^');
    await told.getByRole('button', { name: 'E401' }).click();
    const help = page.getByRole('dialog', { name: 'E401: an unknown name' });
    await help.getByText('How to mend it').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await told.getByRole('button', { name: 'Go there' }).click();
    await page.keyboard.type('month');
    await told.getByText('No problems').waitFor();
    await page.getByTestId('key-figures').getByText('5.00 EUR/month').waitFor();
    await expectAccessible(page);
    expect(problems).toEqual([]);
  });

  test('offers what could be written, and says what a name comes to', async () => {
    const { page, problems } = await open({
      files: { 'small.yaml': `${small}inputs:\n  users: 500 users\n`.replaceAll('\n', '\r\n') },
      address: '/source?plan=small.yaml',
    });
    const editor = page.getByRole('textbox', { name: 'Source of small.yaml' });
    await editor.getByText('rented').click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    // the next line begins below the one before
    await page.keyboard.type('mail: { price: 0.02 EUR/user/month, quantity: us');
    const offered = page.getByRole('option', { name: /users/ }).first();
    await offered.waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await page.keyboard.type(' }');
    await page.getByTestId('key-figures').getByText('15.00 EUR/month').waitFor();
    await editor.getByText('server').hover();
    await page.locator('.cm-hover').getByText('5.00 EUR/month').first().waitFor();
    expect(problems).toEqual([]);
  });

  test('line breaks of Windows stay as they are', async () => {
    const { page, problems, onDisk } = await open({
      files: { 'small.yaml': small.replaceAll('\n', '\r\n') },
      address: '/source?plan=small.yaml',
    });
    const editor = page.getByRole('textbox', { name: 'Source of small.yaml' });
    await editor.getByText('A small thing').click();
    await page.keyboard.press('End');
    await page.keyboard.type('gy');
    await page.keyboard.press('Enter');
    await page.keyboard.type('as_of: 2026-03-27');
    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: 'Saved' }).waitFor();
    expect(onDisk('small.yaml')).toBe(
      small.replace('thing\ncurr', 'thinggy\nas_of: 2026-03-27\ncurr').replaceAll('\n', '\r\n'),
    );
    expect(problems).toEqual([]);
  });

  test('what will be saved is shown beside what is on the disk', async () => {
    const { page, problems } = await open({
      files: { 'small.yaml': small },
      address: '/source?plan=small.yaml',
    });
    await page.getByRole('textbox', { name: 'Source of small.yaml' }).getByText('rented').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' for a year');
    await page.getByRole('checkbox', { name: 'what will be saved' }).check();
    await page.locator('.cm-deletedChunk').getByText('# rented').waitFor();
    await page.getByText('# rented for a year').waitFor();
    expect(problems).toEqual([]);
  });

  test('a folder that is served read-only lets nothing be written', async () => {
    const { page, problems } = await open({
      files: { 'small.yaml': small },
      address: '/source?plan=small.yaml',
      flags: ['--read-only'],
    });
    await page.getByText('read-only').waitFor();
    await page.getByText('A small thing').last().click();
    await page.keyboard.type('xyz');
    expect(await page.getByTestId('editor').innerText()).not.toContain('xyz');
    expect(problems).toEqual([]);
  });
});
