// The catalog in the page: searched, looked into, and held beside the open plan.

import { expect, test } from 'vitest';
import { describePages, expectAccessible, expectToFit } from './page.ts';

describePages('prices', (open) => {
  test('a product is found by words and by facets, without any plan', async () => {
    const { page, problems } = await open({ address: '/prices' });
    await page.getByRole('searchbox', { name: 'Search the catalog' }).fill('contabo vps');
    await page.getByRole('combobox', { name: 'kind' }).selectOption('vps');
    await expect.poll(() => page.url()).toContain('kind=vps');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Cloud VPS 20', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /Contabo.*VPS 20/ }).waitFor();
    await page.getByRole('heading', { name: 'History' }).first().waitFor();
    await page.goBack();
    expect(await page.getByRole('searchbox').inputValue()).toBe('contabo vps');
    expect(problems).toEqual([]);
  });

  test('the page of a product names the items of the plan that buy it', async () => {
    const { page, problems } = await open({
      plans: ['kec18'],
      address: '/prices?plan=kec18.yaml&product=backblaze/b2',
    });
    await page.getByText('The plan uses').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Prices' }).last().click();
    await page.getByRole('link', { name: 'Used by the plan' }).click();
    await page.getByText(/prices, as of 2026-03-27/).waitFor();
    expect(problems).toEqual([]);
  });

  test('a product becomes an item of the plan, in one step that can be undone', async () => {
    const { page, problems, onDisk } = await open({
      plans: ['kec18'],
      address: '/prices?plan=kec18.yaml&product=contabo/cloud-vps-20',
    });
    const before = onDisk('kec18.yaml');
    await page.getByRole('button', { name: 'Use it in the plan' }).click();
    const dialog = page.getByRole('dialog', { name: 'Use it in the plan' });
    const name = dialog.getByRole('textbox', { name: 'Name of the item' });
    expect(await name.inputValue()).toBe('cloud_vps_20');
    await name.fill('1 bad');
    await dialog.getByRole('button', { name: 'Add it' }).click();
    await dialog.getByRole('alert').waitFor();
    await name.fill('spare');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Add it' }).click();
    await page.getByText('spare is in the plan.').waitFor();
    await page.getByText(/The plan uses contabo\/cloud-vps-20 for .*spare/).waitFor();
    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: 'Saved' }).waitFor();
    const after = onDisk('kec18.yaml');
    expect(after.length).toBeGreaterThan(before.length);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+s');
    await expect.poll(() => onDisk('kec18.yaml')).toBe(before);
    expect(problems).toEqual([]);
  });

  test('a price that has changed is drawn along time', async () => {
    const { page, problems } = await open({ address: '/prices?product=backblaze/b2' });
    await page.getByRole('img', { name: 'Price of backblaze/b2' }).locator('svg').waitFor();
    await page.getByRole('link', { name: 'What changed of it' }).click();
    await page.getByText('2 changes').waitFor();
    expect(problems).toEqual([]);
  });

  test('what changed between two days', async () => {
    const { page, problems } = await open({
      address: '/prices?list=changed&from=2026-03-01&to=2026-03-31',
      width: 390,
    });
    await page.getByRole('row', { name: /backblaze\/b2/ }).waitFor();
    await expectToFit(page);
    expect(problems).toEqual([]);
  });

  test('a product that is not there is said so', async () => {
    const { page, problems } = await open({ address: '/prices?product=nobody/nothing' });
    await page.getByText('there is no product `nobody/nothing` in the catalog').waitFor();
    expect(problems).toEqual([]);
  });
});
