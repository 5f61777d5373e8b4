// Views on paper: figures whole and in the colours of paper, and nothing that would be pressed.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { colours } from '../../../src/report/charts/colours.ts';
import { describePages } from './page.ts';

const root = join(import.meta.dirname, '../../..');

/** A4 upright within its margins, in CSS pixels. */
const paper = { width: 700, height: 1000 };

/** `#14181d` as a browser says it. */
function rgb(hex: string): string {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${r}, ${g}, ${b})`;
}

async function settled(page: Page): Promise<void> {
  await expect.poll(() => page.locator('.pending, .starting').count(), { timeout: 20_000 }).toBe(0);
}

const views = [
  ['overview', 'figure svg'],
  ['drivers', '.driver'],
  ['bill', 'figure svg'],
  ['compare', 'figure svg'],
  ['levers', 'figure svg'],
  ['limits', '.use'],
] as const;

describePages('on paper', (open) => {
  test.each(views)('%s has figures and no controls', async (view, ready) => {
    const { page, problems } = await open({
      plans: ['billion'],
      address: `/${view}?plan=billion.yaml&set=users=900_000_000 users`,
      colorScheme: 'dark',
    });
    await page.locator(ready).first().waitFor();
    await settled(page);
    await page.setViewportSize(paper);
    await page.emulateMedia({ media: 'print' });
    const shown = await page.evaluate<Record<string, unknown>>(`(() => {
      const seen = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility === 'visible';
      const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
      const cut = (e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible';
      return {
        controls: all('nav, [type=range], [type=search], button:not(.figure)').map((e) => e.outerHTML.slice(0, 80)),
        paper: getComputedStyle(document.body).backgroundColor,
        ink: getComputedStyle(document.body).color,
        cut: all('.scroll, table, .case-bar, select').filter(cut).map((e) => e.outerHTML.slice(0, 120)),
        beyond: all('table, figure, .driver, .use').filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
          .map((e) => [e.outerHTML.slice(0, 120), e.getBoundingClientRect().right]),
      };
    })()`);
    expect(shown).toEqual({
      controls: [],
      paper: 'rgb(255, 255, 255)',
      ink: rgb(colours.ink.light),
      cut: [],
      beyond: [],
    });
    const folder = join(root, '.cache/pictures');
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `print-${view}.png`), fullPage: true });
    expect(problems).toEqual([]);
  });

  test('the source is printed to its last line', async () => {
    const lines = Array.from({ length: 400 }, (_, i) => `  f${i}: 1 EUR/month * ${i}`);
    const text = `plan: Long\ncurrency: EUR\nformulas:\n${lines.join('\n')}\nitems: { a: { price: 1 EUR/month } }\n`;
    const { page, problems } = await open({
      files: { 'long.yaml': text },
      address: '/source?plan=long.yaml',
      colorScheme: 'dark',
    });
    await page.getByTestId('editor').getByText('f3:').waitFor();
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('.printed').innerText()).toContain('f399: 1 EUR/month * 399');
    await page.emulateMedia({ media: null });
    await page.locator('.printed').waitFor({ state: 'detached' });
    // and so it is where the browser prints, and does not only look as if
    const pdf = await page.pdf({ format: 'A4' });
    const counted = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(counted).toBeGreaterThan(3);
    expect(problems).toEqual([]);
  });
});
