// `outlay report`: formats, files, sections and templates, and what it says where one of them is wrong.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixtures, outlay, temporaryFolder } from './support.ts';

const plan = join(fixtures, 'shop.yaml');

/** Runs it in a folder of its own, and gives that folder. */
async function inFolder(args: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const cwd = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  return { ...(await outlay(['report', plan, ...args], { cwd })), cwd };
}

describe('a format', () => {
  test.each([
    ['markdown', '# A small shop\n'],
    ['html', '<!doctype html>\n'],
    ['json', '{\n  "schema": "outlay.report/1"'],
    ['pdf', '%PDF-1.'],
  ])('%s goes to standard output or into a file', async (format, start) => {
    const { code, stdout, stderr } = await inFolder(['-f', format]);
    expect({ code, stderr, start: stdout.slice(0, start.length) }).toEqual({ code: 0, stderr: '', start });
    const written = await inFolder(['-f', format, '-o', 'out']);
    expect(written.stdout).toBe('');
    expect(
      readFileSync(join(written.cwd, 'out')).equals(
        Buffer.from(stdout, format === 'pdf' ? 'latin1' : 'utf8'),
      ),
    ).toBe(true);
  });

  test.each([
    ['report.html', '<!doctype'],
    ['report.HTM', '<!doctype'],
    ['a.b.pdf', '%PDF'],
    ['report.json', '{'],
    ['report.md', '# A small'],
    ['report', '# A small'],
    ['report.txt', '# A small'],
  ])('follows the name of the file: %s', async (name, start) => {
    const { cwd } = await inFolder(['-o', name]);
    expect(readFileSync(join(cwd, name), 'latin1').startsWith(start)).toBe(true);
  });

  test('that is said goes before the name of the file', async () => {
    const { cwd } = await inFolder(['-o', 'report.pdf', '-f', 'markdown']);
    expect(readFileSync(join(cwd, 'report.pdf'), 'utf8')).toMatch(/^# A small/);
  });

  test('of bytes is not thrown at a terminal', async () => {
    const { code, stdout, stderr } = await outlay(['report', plan, '-f', 'pdf'], { columns: 100 });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('write it to a file: `-o report.pdf`');
  });

  test('another command does not write it', async () => {
    const { code, stderr } = await outlay(['bill', plan, '-f', 'html']);
    expect(code).toBe(2);
    expect(stderr).toContain('this command does not write `html`');
  });
});

describe('--sections', () => {
  test('chooses and orders', async () => {
    const { stdout } = await inFolder(['--sections', 'prices, Break points,bill']);
    expect(stdout.match(/^## .*$/gm)).toEqual(['## Prices', '## Break points', '## Bill']);
  });

  test('an unknown one is marked, with the nearest', async () => {
    const { code, stderr } = await inFolder(['--sections', 'bill, prises']);
    expect(code).toBe(2);
    expect(stderr).toContain('a report has no section `prises`');
    expect(stderr).toContain('--sections:1:7');
    expect(stderr).toContain('did you mean `prices`?');
  });
});

describe('--samples', () => {
  const uncertain = join(fixtures, '../report-risk.yaml');
  const risks = async (...args: readonly string[]) =>
    outlay(['report', uncertain, '--sections', 'risk', ...args], { cwd: temporaryFolder() });

  test.each<readonly [readonly string[], string]>([
    [[], '4,096 evenly spread samples, seed 0'],
    [['--samples', '1000', '--seed', '5'], '1,000 evenly spread samples, seed 5'],
    [['--independent'], '4,096 independent samples, seed 0'],
  ])('%j', async (args, told) => {
    const { code, stdout } = await risks(...args);
    expect(code).toBe(0);
    expect(stdout).toContain(told);
  });

  test('a number that is none is refused', async () => {
    const { code, stdout, stderr } = await risks('--samples', 'many');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('`many` is no value for `--samples`');
  });
});

describe('--template', () => {
  const board = '# To the board\n\nWe pay {{ total at size=small }}.\n\n## All of it\n\n{{ section bill }}\n';

  test.each(['markdown', 'html', 'json'])('makes the document in %s', async (format) => {
    const { code, stdout } = await inFolder(['--template', 'board.md', '-f', format], { 'board.md': board });
    expect(code).toBe(0);
    expect(stdout).toContain('To the board');
    expect(stdout).toMatch(/We pay [\d.–]+ EUR\/month/);
    expect(stdout).toContain('All of it');
    expect(stdout).not.toContain('section bill');
  });

  test.each([
    ['{{ totl }}', 'board.md:1:4', 'nothing here is called `totl`'],
    ['one\n\n{{ section bil }}', 'board.md:3:12', 'did you mean `bill`?'],
    ['{{ total', 'board.md:1:1', 'this figure has no end'],
  ])('%j is refused where it is wrong', async (text, place, message) => {
    const { code, stdout, stderr, cwd } = await inFolder(['--template', 'board.md', '-o', 'out.html'], {
      'board.md': text,
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(place);
    expect(stderr).toContain(message);
    expect(existsSync(join(cwd, 'out.html'))).toBe(false);
  });

  test('that is not there is said, with one that is', async () => {
    const { code, stderr } = await inFolder(['--template', 'bord.md'], { 'board.md': board });
    expect(code).toBe(2);
    expect(stderr).toContain('error[E108]: `bord.md` is not there');
    expect(stderr).toContain('did you mean `board.md`?');
  });

  test('chooses its own sections', async () => {
    const { code, stderr } = await inFolder(['--template', 'board.md', '--sections', 'bill'], {
      'board.md': board,
    });
    expect(code).toBe(2);
    expect(stderr).toContain('a template chooses its own sections');
  });
});

test('a wrong figure of the plan is found by any command', async () => {
  const cwd = temporaryFolder();
  const text = readFileSync(plan, 'utf8');
  writeFileSync(join(cwd, 'plan.yaml'), `${text}\nreport: { introduction: "{{ totl }}" }\n`);
  for (const command of ['bill', 'check', 'report']) {
    const { code, stderr } = await outlay([command, 'plan.yaml'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('nothing here is called `totl`');
  }
});
