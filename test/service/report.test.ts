// Reports that a page asks for are those of the command line.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { DiagnosticsAnswer } from '../../src/service/contract.ts';
import { reportFormats } from '../../src/service/contract.ts';
import { fixtures, outlay, temporaryFolder } from '../cli/support.ts';
import { folderWith, serving } from './support.ts';

const shop = readFileSync(join(fixtures, 'shop.yaml'), 'utf8');
const client = await serving(fixtures);
const report = (body: unknown) => client.send('POST', '/api/report', body);

/** The bytes of `outlay report`. */
async function written(args: readonly string[]): Promise<Buffer> {
  const file = join(temporaryFolder(), 'report');
  expect((await outlay(['report', 'shop.yaml', ...args, '-o', file])).stderr).toBe('');
  return readFileSync(file);
}

describe('a report', { timeout: 60_000 }, () => {
  test.each(reportFormats)('as %s is what the command line writes', async (format) => {
    const { status, bytes, headers } = await report({ path: 'shop.yaml', text: shop, format });
    expect(status).toBe(200);
    expect(headers['content-disposition']).toBe('attachment');
    expect(bytes.equals(await written(['-f', format]))).toBe(true);
  });

  test('of cases, other values, sections and another currency is that, too', async () => {
    const wished = { at: ['size=small'], set: ['orders=300'], sections: ['bill', 'prices'], currency: 'USD' };
    const { text } = await report({ path: 'shop.yaml', text: shop, format: 'markdown', ...wished });
    const args = [
      '--at',
      'size=small',
      '--set',
      'orders=300',
      '--sections',
      'bill,prices',
      '--currency',
      'USD',
    ];
    expect(text).toBe((await written(['-f', 'markdown', ...args])).toString());
  });

  test('honours the configuration beside the plan, or else that of the folder, where the request says nothing', async () => {
    const plan = (title: string) =>
      `plan: ${title}\nas_of: 2026-03-27\ncurrency: EUR\nexchange: { EUR: { rate: 1.25 USD, source: a note, date: 2026-03-27 } }\naxes: { size: { small: { web.price: 4 EUR/month }, large: {} } }\nitems: { web: { price: 8 EUR/month } }\n`;
    const here = await serving(
      folderWith({
        'outlay.config.yaml': 'currency: USD\nat: [size=large]\n',
        'near/outlay.config.yaml': 'as_of: 2026-05-01\n',
        'wrong/outlay.config.yaml': 'currency: Euro\n',
      }),
    );
    const asked = async (path: string, more = {}) => {
      const body = { path, text: plan('A'), format: 'markdown', ...more };
      return (await here.send('POST', '/api/report', body)).text;
    };
    const far = await asked('far/plan.yaml');
    expect(far).toContain('10.00');
    expect(far).toContain('USD');
    expect(await asked('plan.yaml')).toBe(far);
    const said = await asked('far/plan.yaml', { currency: 'EUR', at: ['size=small'] });
    expect(said).toContain('4.00');
    expect(said).not.toContain('10.00');
    expect(await asked('near/plan.yaml')).toContain('2026-05-01');
    // an example is nobody's file
    expect(await asked('plan.yaml', { beside: {} })).not.toContain('10.00');
    expect(await asked('wrong/plan.yaml')).toContain('E701');
  });

  test('is of the text that is sent, with the files that lie beside it', async () => {
    const root = folderWith({
      'a/shop.yaml': 'plan: Old\n',
      'a/x.expect.yaml': '- that: total\n  is: 6 EUR/month\n',
    });
    const here = await serving(root);
    const text =
      '\uFEFFplan: Unsaved\ncurrency: EUR\nitems: { web: { price: 6 EUR/month } }\nexpect: x.expect.yaml\n';
    const answer = await here.send('POST', '/api/report', { path: 'a/shop.yaml', text, format: 'markdown' });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('# Unsaved');
    const lost = await here.send('POST', '/api/report', { path: 'shop.yaml', text, format: 'markdown' });
    expect(lost.status).toBe(422);
    expect((JSON.parse(lost.text) as DiagnosticsAnswer).diagnostics).toMatchObject([{ code: 'E108' }]);
  });

  test('of a plan that is not in the folder takes the files that are sent along, and no others', async () => {
    const here = await serving(folderWith({ 'x.expect.yaml': 'this would be an error' }));
    const text = 'plan: Sent\ncurrency: EUR\nitems: { web: { price: 6 EUR/month } }\nexpect: x.expect.yaml\n';
    const asked = { path: 'sent.yaml', text, format: 'markdown' };
    const beside = { 'x.expect.yaml': '- that: total\n  is: 6 EUR/month\n' };
    const answer = await here.send('POST', '/api/report', { ...asked, beside });
    expect([answer.status, answer.text.split('\n')[0]]).toEqual([200, '# Sent']);
    expect((await here.send('POST', '/api/report', { ...asked, beside: {} })).status).toBe(422);
    for (const wrong of [[], 'x', { a: 1 }])
      expect((await here.send('POST', '/api/report', { ...asked, beside: wrong })).status).toBe(400);
  });

  test.each(['.env', '../secret.yaml', '/etc/passwd', 'out.yaml'])(
    'reads nothing that is not served: %s',
    async (file) => {
      const root = folderWith({ '.env': 'SECRET=abc\n' });
      const here = await serving(root);
      const text = `plan: A\ncurrency: EUR\nitems: { web: { price: 6 EUR/month } }\nexpect: ${file}\n`;
      const answer = await here.send('POST', '/api/report', { path: 'a.yaml', text, format: 'json' });
      expect(answer.status).toBe(422);
      expect(answer.text).not.toContain('SECRET');
    },
  );

  test.each([
    ['a plan that does not parse', { text: 'plan: [' }, 'E101'],
    ['a broken formula', { text: 'plan: A\ncurrency: EUR\nitems: { a: { price: 1 EUR/mnth } }\n' }, 'E401'],
    ['no such point', { at: ['size=none'] }, 'E404'],
    ['no such input', { set: ['none=1'] }, 'E401'],
    ['no such section', { sections: ['none'] }, 'E104'],
    ['no such currency', { currency: 'euro' }, 'E701'],
    ['no way to a currency', { currency: 'JPY' }, 'E304'],
  ])('of %s says what is wrong, as data', async (_, wrong, code) => {
    const answer = await report({ path: 'shop.yaml', text: shop, format: 'markdown', ...wrong });
    expect(answer.status).toBe(422);
    const { diagnostics } = JSON.parse(answer.text) as DiagnosticsAnswer;
    expect(diagnostics.map((one) => one.code)).toContain(code);
  });

  test('that is too large is the plan’s fault', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const points = Array.from({ length: 60 }, (_, i) => i + 1).join(', ');
    const inputs = names.map((n) => `  ${n}: 1 EUR/month`).join('\n');
    const axes = names.map((n) => `  by_${n}: { sweep: ${n}, values: [${points}] }`).join('\n');
    const text = `plan: x\ncurrency: EUR\ninputs:\n${inputs}\nitems: { sum: { price: a + b + c + d + e } }\naxes:\n${axes}\n`;
    const answer = await report({ path: 'x.yaml', text, format: 'xlsx' });
    expect(JSON.parse(answer.text)).toMatchObject({ diagnostics: [{ code: 'E601' }] });
  });

  test.each([
    ['no format', { path: 'a.yaml', text: '' }],
    ['another format', { path: 'a.yaml', text: '', format: 'docx' }],
    ['no text', { path: 'a.yaml', format: 'pdf' }],
    ['cases of another kind', { path: 'a.yaml', text: '', format: 'pdf', at: 'size=a' }],
    ['values of another kind', { path: 'a.yaml', text: '', format: 'pdf', set: [1] }],
  ])('with %s is not asked like this', async (_, body) => {
    expect((await report(body)).status).toBe(400);
  });

  test('keeps nobody from the rest, and nobody waits for those who went', async () => {
    const here = await serving(fixtures);
    const ask = (signal?: AbortSignal) => {
      const more = signal === undefined ? {} : { signal };
      return here.send('POST', '/api/report', { path: 'shop.yaml', text: shop, format: 'pdf' }, more);
    };
    const gone = Array.from({ length: 40 }, () => new AbortController());
    const lost = gone.map(({ signal }) => ask(signal).catch(() => 'gone'));
    await here.ask('/api/workspace');
    for (const one of gone) one.abort();
    for (const one of await Promise.all(lost))
      expect([503, 'gone']).toContain(typeof one === 'string' ? one : one.status);
    // that they went is seen by the server a moment later
    await vi.waitFor(async () => expect((await ask()).status).toBe(200), { timeout: 30_000 });
    const first = ask();
    expect((await here.ask('/api/files/shop.yaml')).status).toBe(200);
    const [one, two] = await Promise.all([first, ask()]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(one.bytes.equals(two.bytes)).toBe(true);
  });
});
