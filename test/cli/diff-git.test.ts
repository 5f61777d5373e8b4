// Two revisions of one file, in a repository made for the test.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Outcome, outlay, temporaryFolder } from './support.ts';

const plan = (users: string, price: string): string => `plan: Shop
currency: EUR
inputs: { users: ${users} }
items: { app: { price: ${price}, quantity: users } }
expect: { from: shop.expect.yaml }
`;
const claim = (total: string): string => `- that: total\n  is: ${total} EUR/month\n`;

let repository = '';

function git(...args: readonly string[]): string {
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: repository,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.org',
  };
  return execFileSync('git', [...args], { cwd: repository, env, encoding: 'utf8', stdio: 'pipe' });
}

function commit(users: string, price: string, total: string, message: string): void {
  mkdirSync(join(repository, 'plans'), { recursive: true });
  writeFileSync(join(repository, 'plans/shop.yaml'), plan(users, price));
  writeFileSync(join(repository, 'plans/shop.expect.yaml'), claim(total));
  git('add', '.');
  git('commit', '-q', '-m', message);
}

beforeAll(() => {
  repository = mkdtempSync(join(tmpdir(), 'outlay-git-'));
  git('init', '-q', '-b', 'main');
  commit('10 users', '2 EUR/user/month', '20', 'first');
  git('switch', '-q', '-c', 'growth');
  commit('30 users', '2 EUR/user/month', '60', 'more users');
  git('switch', '-q', 'main');
  commit('10 users', '2.50 EUR/user/month', '25', 'dearer');
  git('switch', '-q', 'growth');
  // not committed
  writeFileSync(join(repository, 'plans/shop.yaml'), plan('40 users', '2 EUR/user/month'));
});

afterAll(() => rmSync(repository, { recursive: true, force: true }));

function run(...args: readonly string[]): Promise<Outcome> {
  return outlay(['diff', 'plans/shop.yaml', ...args], { cwd: repository });
}

describe('outlay diff --git', () => {
  test('one revision is compared with the file on the disk', async () => {
    const { stdout, stderr, code } = await run('--git', 'main');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toContain('plans/shop.yaml at main → on the disk');
    expect(stdout).toContain('The bill rises by 55.00 EUR/month (+220%), from 25.00 to 80.00 EUR/month.');
    expect(stdout).toContain('users 10 → 40 users');
    expect(stdout).toContain('app 2.50 → 2.00 EUR/user/month');
    expect(stdout).toContain('prices of the installed catalog on both sides');
  });

  test('two revisions are compared with each other, each with its own expectations', async () => {
    const { stdout } = await run('--git', 'main..growth');
    expect(stdout).toContain('plans/shop.yaml at main → at growth');
    expect(stdout).toContain('from 25.00 to 60.00 EUR/month');
    expect(stdout).not.toContain('expectation');
  });

  test('an expectation that does not hold on the disk is told', async () => {
    const { stdout } = await run('--git', 'growth');
    expect(stdout).toContain('expectation fails now: total is 80.00 EUR/month, not 60.00 EUR/month');
  });

  test('three dots compare with where the two parted', async () => {
    const { stdout } = await run('--git', 'main...growth');
    expect(stdout).toContain('from 20.00 to 60.00 EUR/month');
    expect(stdout).not.toContain('2.50');
  });

  test('nothing after the dots is HEAD', async () => {
    expect((await run('--git', 'main..')).stdout).toContain('from 25.00 to 60.00 EUR/month');
  });

  test('settings go on top of the later side, from any folder', async () => {
    const args = ['diff', 'shop.yaml', '--git', 'main', '--set', 'users=50'];
    const { stdout } = await outlay(args, { cwd: join(repository, 'plans') });
    expect(stdout).toContain('shop.yaml at main → on the disk, with users=50');
    expect(stdout).toContain('from 25.00 to 100.00 EUR/month');
  });

  test('JSON says which commit', async () => {
    const { stdout } = await run('--git', 'main..growth', '--format', 'json');
    const { before, after } = JSON.parse(stdout);
    expect(before.revision).toEqual({ name: 'main', commit: git('rev-parse', 'main').trim() });
    expect(after.revision).toEqual({ name: 'growth', commit: git('rev-parse', 'growth').trim() });
  });

  test('an unknown revision is an error', async () => {
    const { stderr, code } = await run('--git', 'mian');
    expect(code).toBe(2);
    expect(stderr).toContain('git knows no revision `mian`');
  });

  test('a revision is never a flag, a path or a command', async () => {
    for (const name of [
      '--help',
      '--upload-pack=touch owned',
      '$(touch owned)',
      '; touch owned',
      'main:plans',
      '',
    ]) {
      const { code, stdout } = await run('--git', name);
      expect([name, code, stdout]).toEqual([name, 2, '']);
    }
    expect(git('status', '--porcelain')).not.toContain('owned');
  });

  test('a file that was not there yet is an error with a way out', async () => {
    writeFileSync(join(repository, 'plans/new.yaml'), plan('1 user', '2 EUR/user/month'));
    const { stderr, code } = await outlay(['diff', 'plans/new.yaml', '--git', 'main'], { cwd: repository });
    expect(code).toBe(2);
    expect(stderr).toContain('`plans/new.yaml` is not in `main`');
    expect(stderr).toContain('outlay diff OLD NEW');
  });

  test('a folder outside of any repository is an error', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.yaml'), plan('1 user', '2 EUR/user/month'));
    const { stderr, code } = await outlay(['diff', 'a.yaml', '--git', 'main'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('the plan is in no git repository');
  });

  test('what is wrong at a revision is shown with its name', async () => {
    writeFileSync(
      join(repository, 'plans/broken.yaml'),
      'plan: B\ncurrency: EUR\nitems: { a: { prise: 1 } }\n',
    );
    git('add', '.');
    git('commit', '-q', '-m', 'broken');
    const { stderr } = await outlay(['diff', 'plans/broken.yaml', '--git', 'HEAD'], { cwd: repository });
    expect(stderr).toContain('--> HEAD:plans/broken.yaml:3:15');
  });
});
