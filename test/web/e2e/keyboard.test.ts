// Without a mouse: everything that can be pressed can be reached and seen to be reached, and a dialog keeps the focus and gives it back.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { viewNames } from '../../../web/app/address.ts';
import { describePages } from './page.ts';

const shop = `plan: A shop
currency: EUR
inputs:
  users: { value: 500 users, label: people, source: a guess }
  kept: { value: 10 to 20 GB }
items:
  mail: { group: mail, price: 0.02 EUR/user/month, quantity: users }
  disk: { group: disk, price: 1 EUR/GB/month, quantity: kept }
limits:
  crowd: { that: users <= 800 users, then: open another shop }
axes:
  tier: { small: {}, large: { users: 700 users } }
levers:
  cheaper: { label: mail for half, mail.price: base / 2 }
`;
const files = { 'shop.yaml': shop };

interface Walked {
  /** What has no mark that the focus is there. */
  readonly unmarked: readonly string[];
  /** What can be pressed and is passed over. */
  readonly missed: readonly string[];
}

/** From the first stop to the last, as Tab goes. */
async function walk(page: Page): Promise<Walked> {
  await page.evaluate(`(() => {
    window.stops = new Set();
    window.unmarked = [];
    document.activeElement?.blur?.();
    const selector = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), summary, [tabindex="0"]';
    window.pressable = [...document.querySelectorAll(selector)]
      .filter((e) => e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true }));
  })()`);
  for (let i = 0; i < 250; i++) {
    await page.keyboard.press('Tab');
    const isNew = await page.evaluate<boolean>(`(() => {
      const e = document.activeElement;
      if (e === null || e === document.body || window.stops.has(e)) return false;
      window.stops.add(e);
      const shown = [e, e.closest('label'), e.closest('.editor')].filter((one) => one !== null);
      const isMarked = shown.some((one) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
      });
      if (!isMarked) window.unmarked.push(e.outerHTML.slice(0, 120));
      return true;
    })()`);
    if (!isNew) break;
  }
  return page.evaluate<Walked>(`(() => {
    // of buttons that belong together one is a stop, and arrows go on from there
    const together = (e) => e.type === 'radio' && [...window.stops].some((stop) => stop.name === e.name);
    return {
      unmarked: window.unmarked,
      missed: window.pressable.filter((e) => e.isConnected && !window.stops.has(e) && !together(e)).map((e) => e.outerHTML.slice(0, 120)),
    };
  })()`);
}

async function settled(page: Page): Promise<void> {
  await expect.poll(() => page.locator('.pending, .starting').count(), { timeout: 20_000 }).toBe(0);
}

const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(
    `document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? ''`,
  );

const insideDialog = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(
    `document.activeElement === document.body || document.activeElement?.closest('dialog') !== null`,
  );

describePages('by keyboard', (open) => {
  test.each(viewNames.filter((name) => name !== 'start' && name !== 'source'))(
    'all of %s is reached, and shows it',
    async (view) => {
      const { page, problems } = await open({
        files,
        address: `/${view}?plan=shop.yaml&set=users=600 users`,
      });
      await page.locator(`.view.${view}`).waitFor();
      await page.getByTestId('key-figures').waitFor();
      await settled(page);
      expect(await walk(page)).toEqual({ unmarked: [], missed: [] });
      expect(problems).toEqual([]);
    },
  );

  test('the first screen too', async () => {
    const { page, problems } = await open({ files, address: '/' });
    await page.getByRole('link', { name: 'A shop' }).waitFor();
    await page.getByText('EUR').first().waitFor();
    expect(await walk(page)).toEqual({ unmarked: [], missed: [] });
    expect(problems).toEqual([]);
  });

  test('a dialog keeps the focus, Escape closes it, and the focus is where it was', async () => {
    const { page, problems } = await open({
      files,
      address: '/bill?plan=shop.yaml&set=users=600 users',
    });
    await page.locator('.view.bill button.figure').first().waitFor();
    const keep = page.getByRole('button', { name: 'Keep in the plan…' });
    const figure = page.locator('.view.bill button.figure').first();
    for (const opener of [keep, figure]) {
      await opener.focus();
      const before = await focused(page);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await settled(page);
      for (let i = 0; i < 12; i++) {
        await page.keyboard.press('Tab');
        expect(await insideDialog(page)).toBe(true);
      }
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await expect.poll(() => focused(page)).toBe(before);
    }

    // the palette as well, from wherever one is
    await keep.focus();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'What to do' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'What to do' }).waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe('Keep in the plan…');
    expect(problems).toEqual([]);
  });

  test('a menu opens, its items follow, and Escape closes it', async () => {
    const { page, problems } = await open({ files, address: '/bill?plan=shop.yaml' });
    const menu = page.locator('details.menu summary', { hasText: 'Report' });
    await menu.focus();
    await page.keyboard.press('Enter');
    const pdf = page.getByRole('button', { name: 'PDF' });
    await pdf.waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('PDF');
    await page.keyboard.press('Escape');
    await pdf.waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe('Report');
    expect(problems).toEqual([]);
  });
});
