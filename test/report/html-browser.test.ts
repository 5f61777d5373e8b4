// Pages opened from disk in a browser: nothing is asked for, nothing is wrong to those who listen, zoom or sit in the dark.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Result, RunOptions } from 'axe-core';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../cli/support.ts';
import { modelOf } from '../support/model.ts';
import { describeWithPrograms } from '../support/programs.ts';
import { fixtureModel, hostilePlan, htmlOf, reportFixtures, reportOf } from '../support/reports.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Opened {
  /** What axe finds that keeps somebody out. */
  readonly serious: readonly string[];
  /** Addresses that were asked for besides the file. */
  readonly asked: readonly string[];
  readonly errors: readonly string[];
  /** Wider than the window, so that the whole page would have to be moved to and fro. */
  readonly overflows: boolean;
}

describeWithPrograms('a page in a browser', ['chromium'], ([path]) => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(() => browser?.close());

  async function open(html: string, colorScheme: 'light' | 'dark', width = 1280): Promise<Opened> {
    const file = join(temporaryFolder(), 'report.html');
    writeFileSync(file, html);
    const url = pathToFileURL(file).href;
    const context = await browser?.newContext({
      colorScheme,
      bypassCSP: true,
      viewport: { width, height: 900 },
    });
    if (context === undefined) throw new Error('no browser');
    try {
      const page = await context.newPage();
      const asked: string[] = [];
      const errors: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      page.on('dialog', (dialog) => {
        errors.push(`a dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await page.goto(url);
      await page.evaluate(axe);
      const options: RunOptions = { resultTypes: ['violations'] };
      const found = await page.evaluate(
        async (how) => (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(how),
        options,
      );
      const overflows = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
      const isSerious = ({ impact }: Result): boolean => impact === 'serious' || impact === 'critical';
      return {
        serious: found.violations.filter(isSerious).map(
          (v) =>
            `${v.id}: ${v.nodes
              .slice(0, 3)
              .map((n) => n.html)
              .join(' ')}`,
        ),
        asked: asked.filter((each) => each !== url),
        errors,
        overflows: overflows === true,
      };
    } finally {
      await context.close();
    }
  }

  const fine = { serious: [], asked: [], errors: [], overflows: false };

  test.each(reportFixtures.flatMap((name) => [[name, 'light'] as const, [name, 'dark'] as const]))(
    '%s, %s',
    async (name, scheme) => {
      const html = await htmlOf(reportOf(fixtureModel(name)));
      expect(await open(html, scheme)).toEqual(fine);
    },
  );

  test('a fault is found where there is one', async () => {
    const html = await htmlOf(reportOf(fixtureModel('single')));
    const faulty = html
      .replace(/--muted:#[0-9a-f]{6}/, '--muted:#c5ccd3')
      .replace('<caption ', '<caption aria-hiden="x" ');
    const { serious } = await open(faulty.replace('</main>', '<img src="missing.png"></main>'), 'light');
    expect(serious.map((each) => each.split(':')[0])).toEqual(
      expect.arrayContaining(['aria-valid-attr', 'color-contrast', 'image-alt']),
    );
  });

  test('on a telephone only tables and pictures are moved to and fro', async () => {
    const html = await htmlOf(reportOf(fixtureModel('shop')));
    expect(await open(html, 'light', 360)).toEqual(fine);
  });

  test('hostile words run nothing and fetch nothing, even without the policy of the page', async () => {
    const words = `"><img src="http://e.vil/x"><script>alert(1)</script><svg onload=alert(1)>`;
    const html = await htmlOf(reportOf(modelOf(hostilePlan(words))));
    const { asked, errors } = await open(html, 'light');
    expect({ asked, errors }).toEqual({ asked: [], errors: [] });
  });
});
