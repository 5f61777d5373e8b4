// Start, source, audit and prices in both themes and two widths: nobody is kept out, and nothing is wider than its window.

import { expect, test } from 'vitest';
import { describePages, expectAccessible, expectToFit } from './page.ts';

const document = `# Costs of the shop

| Service | Monthly |
| --- | ---: |
| Servers | $120 |
| Storage | $45 |
| Total | $185 |
`;

const small = `plan: A small thing
currency: EUR
items:
  server: { group: compute, price: 5 EUR/mnth }   # rented
`;

describePages('start, source, audit and prices', (open) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 390]) {
      test(`keep nobody out, ${colorScheme}, ${width} pixels wide`, async () => {
        const { page, go, problems } = await open({
          plans: ['flexiyo'],
          files: { 'small.yaml': small, 'shop costs.md': document },
          address: '/',
          colorScheme,
          width,
        });
        const fine = async (): Promise<void> => {
          await expectAccessible(page);
          await expectToFit(page);
        };
        await page
          .getByRole('row', { name: /Flexiyo/ })
          .getByText('21.54 EUR')
          .waitFor();
        await page.getByRole('link', { name: 'A billion users' }).waitFor();
        await fine();
        await go('/?begin=questions&q.run.1=contabo/cloud-vps-20&q.now=none');
        await page.getByText('`none`').or(page.getByText('is no number above zero')).first().waitFor();
        await page.getByLabel('And on what else?').fill('storage');
        await page
          .getByRole('option', { name: /storage/i })
          .first()
          .waitFor();
        await fine();
        await go('/prices?plan=flexiyo.yaml');
        await page.getByRole('link', { name: 'Cloud VPS 20', exact: true }).waitFor();
        await fine();
        await go('/prices?plan=flexiyo.yaml&list=used');
        await page.getByText(/^\d+ prices/).waitFor();
        await fine();
        await go('/prices?plan=flexiyo.yaml&product=backblaze/b2');
        await page.getByRole('img', { name: 'Price of backblaze/b2' }).locator('svg').waitFor();
        await fine();
        await go('/prices?list=changed&from=2026-01-01&to=2026-12-31');
        await page
          .getByRole('row', { name: /backblaze\/b2/ })
          .first()
          .waitFor();
        await fine();
        await go('/source?plan=small.yaml');
        await page.getByRole('region', { name: 'Problems' }).getByText('E401').waitFor();
        await fine();
        await go('/audit');
        await page.getByRole('button', { name: 'shop costs.md' }).waitFor();
        await fine();
        await page.getByRole('button', { name: 'shop costs.md' }).click();
        await page.getByRole('heading', { level: 1, name: 'One figure does not follow' }).waitFor();
        await page.keyboard.press('n');
        await expect.poll(() => page.locator('#mark-1').getAttribute('aria-current')).toBe('true');
        await fine();
        expect(problems).toEqual([]);
      });
    }
  }
});
