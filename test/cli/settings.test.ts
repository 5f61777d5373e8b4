// Flags over environment over configuration over defaults; colours; output; input.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixtures, outlay, temporaryFolder } from './support.ts';

const shop = readFileSync(join(fixtures, 'shop.yaml'), 'utf8');

/** A folder with the shop and perhaps a configuration beside it. */
function folderWith(config?: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'shop.yaml'), shop);
  if (config !== undefined) writeFileSync(join(folder, 'outlay.config.yaml'), config);
  return folder;
}

const isJson = (text: string): boolean => text.startsWith('{');
const isCsv = (text: string): boolean => text.startsWith('size,item,');

describe('where a setting comes from', () => {
  test('the default is a table', async () => {
    const { stdout } = await outlay(['bill', 'shop.yaml'], { cwd: folderWith() });
    expect(stdout.startsWith('A small shop\n')).toBe(true);
  });

  test('the configuration beside the plan', async () => {
    const folder = folderWith('format: json\n');
    const { stdout } = await outlay(['bill', join(folder, 'shop.yaml')], { cwd: temporaryFolder() });
    expect(isJson(stdout)).toBe(true);
  });

  test('the configuration in the current folder', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'outlay.config.yaml'), 'format: json\n');
    const { stdout } = await outlay(['bill', join(folderWith(), 'shop.yaml')], { cwd });
    expect(isJson(stdout)).toBe(true);
  });

  test('the one beside the plan goes first', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'outlay.config.yaml'), 'format: json\n');
    const { stdout } = await outlay(['bill', join(folderWith('format: csv\n'), 'shop.yaml')], { cwd });
    expect(isCsv(stdout)).toBe(true);
  });

  test('the environment goes before the configuration, a flag before both', async () => {
    const cwd = folderWith('format: json\n');
    const env = { OUTLAY_FORMAT: 'csv' };
    expect(isCsv((await outlay(['bill', 'shop.yaml'], { cwd, env })).stdout)).toBe(true);
    const { stdout } = await outlay(['bill', 'shop.yaml', '--format', 'table'], { cwd, env });
    expect(stdout.startsWith('A small shop\n')).toBe(true);
  });

  test('currency, top, at and as_of', async () => {
    const cwd = folderWith('currency: USD\ntop: 1\nat: [size=large]\nas_of: 2026-02-01\ncolor: no\n');
    const { stdout } = await outlay(['bill', 'shop.yaml'], { cwd });
    expect(stdout).toContain('USD/month');
    expect(stdout).toContain('the other 5 items');
    expect(stdout).toContain('size=large');
    expect(stdout).toContain('as of 2026-02-01');
    const env = {
      OUTLAY_CURRENCY: 'EUR',
      OUTLAY_TOP: '2',
      OUTLAY_AT: 'size=small',
      OUTLAY_AS_OF: '2026-02-02',
    };
    const other = (await outlay(['bill', 'shop.yaml'], { cwd, env })).stdout;
    expect(other).toContain('EUR/month');
    expect(other).toContain('the other 4 items');
    expect(other).toContain('size=small');
    expect(other).toContain('as of 2026-02-02');
  });

  test('OUTLAY_SET', async () => {
    const { stdout } = await outlay(['explain', 'shop.yaml', 'orders'], { env: { OUTLAY_SET: 'orders=77' } });
    expect(stdout).toContain('77 orders/month');
  });

  test('fail_on, and a flag that takes it back', async () => {
    const cwd = folderWith('fail_on: [limit, stale]\n');
    const { code, stderr } = await outlay(['bill', 'shop.yaml'], { cwd });
    expect({ code, stderr }).toEqual({ code: 3, stderr: 'outlay: 1 limit is broken, 1 price is stale\n' });
    expect((await outlay(['bill', 'shop.yaml', '--fail-on', 'none'], { cwd })).code).toBe(0);
    expect((await outlay(['bill', 'shop.yaml'], { cwd, env: { OUTLAY_FAIL_ON: 'none' } })).code).toBe(0);
  });

  test('a format for all commands is passed over by a command that lacks it', async () => {
    const { code, stdout } = await outlay(['explain', 'shop.yaml'], { env: { OUTLAY_FORMAT: 'csv' } });
    expect(code).toBe(0);
    expect(stdout).toContain('├─ server.cost');
  });

  test('a mistake in the configuration shows its line', async () => {
    const { code, stderr } = await outlay(['bill', 'shop.yaml'], { cwd: folderWith('fromat: json\n') });
    expect(code).toBe(2);
    expect(stderr).toContain('outlay.config.yaml:1:1');
    expect(stderr).toContain('did you mean `format`?');
  });

  test('a mistake in the environment names the variable', async () => {
    const { code, stderr } = await outlay(['bill', 'shop.yaml'], { env: { OUTLAY_CURRENCY: 'usd' } });
    expect(code).toBe(2);
    expect(stderr).toContain('--> OUTLAY_CURRENCY:1:1');
    expect(stderr).toContain('did you mean `USD`?');
  });
});

describe('colours', () => {
  const sgr = '\u001b[';
  const colourful = async (args: readonly string[], env: Record<string, string>, columns?: number) => {
    const { stdout } = await outlay(['bill', 'shop.yaml', ...args], {
      env,
      ...(columns === undefined ? {} : { columns }),
    });
    return stdout.includes(sgr);
  };

  test('on a terminal only', async () => {
    expect(await colourful([], {}, 100)).toBe(true);
    expect(await colourful([], {})).toBe(false);
  });

  test('not with NO_COLOR, --no-color, OUTLAY_NO_COLOR or a dumb terminal', async () => {
    expect(await colourful([], { NO_COLOR: '1' }, 100)).toBe(false);
    expect(await colourful([], { NO_COLOR: '' }, 100)).toBe(true);
    expect(await colourful(['--no-color'], {}, 100)).toBe(false);
    expect(await colourful([], { OUTLAY_NO_COLOR: '1' }, 100)).toBe(false);
    expect(await colourful([], { TERM: 'dumb' }, 100)).toBe(false);
  });

  test('a file gets none, even where the terminal would', async () => {
    const cwd = folderWith();
    await outlay(['bill', 'shop.yaml', '-o', 'bill.txt'], { cwd, columns: 80 });
    expect(readFileSync(join(cwd, 'bill.txt'), 'utf8')).not.toContain(sgr);
  });

  test('what a terminal would obey is taken out of a plan\u2019s words', async () => {
    const cwd = temporaryFolder();
    const title = 'A \u001b]0;gotcha\u0007plan \u001b[2J\u202eend';
    writeFileSync(
      join(cwd, 'evil.yaml'),
      `plan: "${JSON.stringify(title).slice(1, -1)}"\ncurrency: EUR\nitems: { a: { price: 1 EUR/month } }\n`,
    );
    const { stdout } = await outlay(['bill', 'evil.yaml'], { cwd });
    expect(stdout.split('\n')[0]).toBe('A ]0;gotchaplan [2Jend');
  });
});

describe('output and input', () => {
  test('-o writes the file whole and leaves nothing beside it', async () => {
    const cwd = folderWith();
    const direct = await outlay(['bill', 'shop.yaml', '--format', 'json'], { cwd });
    const { code, stdout } = await outlay(['bill', 'shop.yaml', '--format', 'json', '-o', 'bill.json'], {
      cwd,
    });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(readFileSync(join(cwd, 'bill.json'), 'utf8')).toBe(direct.stdout);
    expect(readdirSync(cwd).sort()).toEqual(['bill.json', 'shop.yaml']);
  });

  test('-o keeps the mode of a file and follows a link', async () => {
    const cwd = folderWith();
    writeFileSync(join(cwd, 'real.json'), 'old', { mode: 0o600 });
    symlinkSync('real.json', join(cwd, 'link.json'));
    await outlay(['bill', 'shop.yaml', '-o', 'link.json', '-f', 'json'], { cwd });
    expect(isJson(readFileSync(join(cwd, 'real.json'), 'utf8'))).toBe(true);
    expect(statSync(join(cwd, 'real.json')).mode & 0o777).toBe(0o600);
  });

  test('-o into a folder that is not there fails with E702 and code 1', async () => {
    const { code, stderr } = await outlay(['bill', 'shop.yaml', '-o', 'nowhere/bill.json'], {
      cwd: folderWith(),
    });
    expect(code).toBe(1);
    expect(stderr).toContain('error[E702]: `nowhere/bill.json` cannot be written: no such file or directory');
  });

  test('a plan that has errors leaves the file as it was', async () => {
    const cwd = folderWith();
    writeFileSync(join(cwd, 'bill.json'), 'old');
    expect((await outlay(['bill', 'shop.yaml', '--set', 'nothing=1', '-o', 'bill.json'], { cwd })).code).toBe(
      2,
    );
    expect(readFileSync(join(cwd, 'bill.json'), 'utf8')).toBe('old');
  });

  test('- is standard input, and -o - standard output', async () => {
    const fromFile = await outlay(['bill', 'shop.yaml']);
    const fromInput = await outlay(['bill', '-', '-o', '-'], { input: shop, cwd: temporaryFolder() });
    expect(fromInput).toEqual(fromFile);
    const { stderr } = await outlay(['bill', '-'], { input: 'plan: x\n' });
    expect(stderr).toContain('--> <stdin>:1:1');
  });

  test('a byte order mark is no part of a plan', async () => {
    const { code } = await outlay(['bill', '-'], { input: `\uFEFF${shop}` });
    expect(code).toBe(0);
  });

  test('files of expectations are read beside the plan, and not through a link that leads out', async () => {
    const cwd = temporaryFolder();
    const outside = temporaryFolder();
    writeFileSync(join(outside, 'secret.yaml'), '- that: 1 == 2\n');
    mkdirSync(join(cwd, 'below'));
    writeFileSync(join(cwd, 'below/own.expect.yaml'), '- that: a.cost == 1 EUR/month\n');
    symlinkSync(join(outside, 'secret.yaml'), join(cwd, 'link.expect.yaml'));
    const plan = (from: string): string =>
      `plan: x\ncurrency: EUR\nitems: { a: { price: 1 EUR/month } }\nexpect: { from: ${from} }\n`;
    writeFileSync(join(cwd, 'own.yaml'), plan('below/own.expect.yaml'));
    writeFileSync(join(cwd, 'link.yaml'), plan('link.expect.yaml'));
    expect((await outlay(['check', 'own.yaml'], { cwd })).stdout).toContain('1 expectation holds');
    const { code, stderr } = await outlay(['check', 'link.yaml'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('E108');
    // a shell's plans/*.yaml names them too; they are no plans
    const { stdout } = await outlay(['check', 'own.yaml', 'below/own.expect.yaml'], { cwd });
    expect(stdout).toContain('1 expectation holds');
  });
});

describe('init', () => {
  test('writes a plan that bills and checks as it is', async () => {
    const cwd = temporaryFolder();
    expect(await outlay(['init'], { cwd })).toEqual({
      code: 0,
      stdout: '',
      stderr: 'wrote outlay.yaml; now try: outlay bill outlay.yaml\n',
    });
    expect((await outlay(['bill', 'outlay.yaml'], { cwd })).code).toBe(0);
    const check = await outlay(['check', 'outlay.yaml', '--fail-on', 'expect'], { cwd });
    expect(check.stdout).toContain('2 expectations hold');
    expect(check.code).toBe(0);
  });

  test('from answers, line by line; what is left empty is as usual', async () => {
    const cwd = temporaryFolder();
    const input = [
      'Photo service',
      '',
      'photo',
      '300',
      '',
      'contabo/cloud-vps-2O',
      'contabo/cloud-vps-20',
      '200',
      '',
    ].join('\n');
    const { code, stderr } = await outlay(['init', '--ask'], { cwd, input });
    expect(code).toBe(0);
    expect(stderr).toContain('How many photos are there now? (`500`, `15k`) [500] ');
    expect(stderr).toContain('did you mean `contabo/cloud-vps-20`?');
    const plan = readFileSync(join(cwd, 'outlay.yaml'), 'utf8');
    expect(plan).toContain('plan: Photo service\n');
    expect(plan).toContain('photos: { value: 300 photos,');
    const check = await outlay(['check', 'outlay.yaml', '--fail-on', 'expect'], { cwd });
    expect(check.stdout).toContain('1 expectation holds');
    expect(check.code).toBe(0);
  });

  test('answers that end too early write nothing', async () => {
    const cwd = temporaryFolder();
    const { code, stderr } = await outlay(['init', '--ask'], { cwd, input: 'Photo service' });
    expect(code).toBe(2);
    expect(stderr).toContain('the answers end before `What does it run on?`');
    expect(existsSync(join(cwd, 'outlay.yaml'))).toBe(false);
  });

  test('never writes over a file without --force', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'mine.yaml'), 'mine');
    const refused = await outlay(['init', 'mine.yaml'], { cwd });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('`mine.yaml` is there already');
    expect(readFileSync(join(cwd, 'mine.yaml'), 'utf8')).toBe('mine');
    expect((await outlay(['init', 'mine.yaml', '--force'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'mine.yaml'), 'utf8')).not.toBe('mine');
    expect(existsSync(join(cwd, 'outlay.yaml'))).toBe(false);
  });
});

describe('report', () => {
  test('writes the document, in the currency and of the cases that are asked for', async () => {
    const { code, stdout, stderr } = await outlay([
      'report',
      'shop.yaml',
      '--currency',
      'USD',
      '--at',
      'size=large',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.startsWith('# A small shop\n')).toBe(true);
    expect(stdout).toContain('amounts in USD');
    expect(stdout).not.toContain('internal error');
  });

  test('fails on findings where it is asked to', async () => {
    const { code, stderr } = await outlay(['report', 'shop.yaml', '--fail-on', 'limit,budget']);
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: 'outlay: 1 limit is broken, 1 budget is exceeded\n',
    });
  });

  test('of a section that does not exist is refused', async () => {
    const input = `${shop}\nreport: { sections: [summery] }\n`;
    const { code, stderr } = await outlay(['report', '-'], { input });
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean `summary`?');
  });
});
