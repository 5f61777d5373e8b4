// The way of somebody who has never been here: from an empty folder to a compared plan, and from an example to one of their own.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describePages, expectAccessible } from './page.ts';

const plans = join(import.meta.dirname, '../../../plans');

describePages('a first visit', (open) => {
  test('an empty folder, six questions, a plan, compared', async () => {
    const { page, problems, onDisk } = await open({ address: '/' });
    await page.getByRole('link', { name: 'Answer six questions' }).click();
    await page.getByLabel('What is it called?').fill('Photo service');
    await page.getByLabel('How many users are there now?').fill('500');
    await page.getByLabel('How many users could there be later?').fill('5000');
    await page.getByLabel('What does it run on?').fill('contabo vps 20');
    await page.getByRole('option', { name: /contabo\/cloud-vps-20/ }).click();
    await page.getByLabel('How many users does one of contabo/cloud-vps-20 serve?').fill('800');
    await page.getByLabel('And on what else?').fill('backblaze b2');
    // the first of what is found is chosen
    await page.getByRole('option', { name: /backblaze\/b2/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('How much of backblaze/b2 does each user need').fill('2');
    await page.getByLabel('What may it cost in a month?').fill('40');
    const rate = page.getByLabel(/USD/);
    await rate.fill('0.9');
    await page.getByRole('region', { name: 'The plan so far' }).getByText('EUR/month').first().waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Make the plan' }).click();
    expect(await page.getByRole('textbox', { name: 'File name' }).inputValue()).toBe('photo-service.yaml');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { level: 1, name: 'Compare' }).waitFor();
    const table = page.getByRole('table').first();
    await table.getByText('later').first().waitFor();
    expect(await table.innerText()).toContain('now');
    const written = onDisk('photo-service.yaml');
    expect(written).toContain('plan: Photo service');
    expect(written).toContain('outlay bill photo-service.yaml');
    expect(problems).toEqual([]);
  });

  test('answers stay in the address, and what is missing is said', async () => {
    const { page, problems } = await open({ address: '/?begin=questions&q.later=9000' });
    expect(await page.getByLabel('How many users could there be later?').inputValue()).toBe('9000');
    await page.getByRole('button', { name: 'Make the plan' }).click();
    await page.getByText('this needs an answer').waitFor();
    await page.getByLabel('What does it run on?').fill('14 EUR/month');
    await page.getByText('this needs an answer').waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'The plan so far' }).getByText('14.00 EUR/month').waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('q.run.1')).toBe('14 EUR/month');
    await page.reload();
    await page.getByRole('region', { name: 'The plan so far' }).getByText('14.00 EUR/month').waitFor();
    expect(problems).toEqual([]);
  });

  test('an example, kept, edited, saved: every other byte as it was', async () => {
    const { page, problems, onDisk } = await open({ address: '/' });
    await page.getByRole('link', { name: 'KEC-18 chat relay' }).click();
    await page.getByRole('button', { name: 'Keep as a plan' }).click();
    await page.getByRole('textbox', { name: 'File name' }).fill('relay');
    await page.getByRole('button', { name: 'Create' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('plan')).toBe('relay.yaml');
    const original = readFileSync(join(plans, 'kec18.yaml'), 'utf8').replaceAll(
      'kec18.expect.',
      'relay.expect.',
    );
    expect(onDisk('relay.yaml')).toBe(original);
    await page.getByRole('link', { name: 'Source', exact: true }).click();
    const editor = page.getByRole('textbox', { name: 'Source of relay.yaml' });
    await editor.getByText('plan: KEC-18 chat relay').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' of ours');
    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: 'Saved' }).waitFor();
    const [title] = /^plan: .*$/m.exec(original) ?? [''];
    expect(onDisk('relay.yaml')).toBe(original.replace(title, `${title} of ours`));
    expect(problems).toEqual([]);
  });
});
