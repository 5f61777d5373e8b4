// Taking a table or a chart along.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describePages } from './page.ts';

describePages('what is taken along', (open) => {
  test('a table is CSV, with figures that a spreadsheet counts', async () => {
    const { page, problems } = await open({ plans: ['loomworks'], address: '/compare?plan=loomworks.yaml' });
    const saving = page.waitForEvent('download');
    await page.locator('.table').first().hover();
    await page.getByRole('button', { name: 'CSV' }).first().click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('loomworks-compare.csv');
    const rows = readFileSync(await saved.path(), 'utf8').split('\n');
    expect(rows.find((row) => row.startsWith('Hetzner VPS,'))).toMatch(/^Hetzner VPS,6\.5\d+,4\.5,8\.7,/);
    expect(problems).toEqual([]);
  });

  test('so is a table with switches in it', async () => {
    const { page, problems } = await open({ plans: ['billion'], address: '/levers?plan=billion.yaml' });
    const table = page.locator('.table', { has: page.locator('.levers-table') });
    await table.hover();
    const saving = page.waitForEvent('download');
    await table.getByRole('button', { name: 'CSV' }).click();
    const rows = readFileSync(await (await saving).path(), 'utf8').split('\n');
    expect(rows[0]).toContain('lever,switched now USD/month,saves alone');
    expect(rows.some((row) => row.startsWith('added up,'))).toBe(true);
    expect(problems).toEqual([]);
  });

  test('a chart is a drawing and a picture', async () => {
    const { page, problems } = await open({ plans: ['kec18'], address: '/bill?plan=kec18.yaml&at=tier=d' });
    const chart = page.locator('figure.chart').first();
    await chart.locator('svg').waitFor();
    await chart.hover();
    const drawing = page.waitForEvent('download');
    await chart.getByRole('button', { name: 'SVG' }).click();
    expect(readFileSync(await (await drawing).path(), 'utf8')).toMatch(
      /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/,
    );
    const picture = page.waitForEvent('download');
    await chart.getByRole('button', { name: 'PNG' }).click();
    const bytes = readFileSync(await (await picture).path());
    expect([...bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(bytes.length).toBeGreaterThan(5000);
    expect(problems).toEqual([]);
  });
});
