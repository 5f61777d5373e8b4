// `outlay audit` as a person runs it: exit codes, standard input, drafts that can be checked, and our own reports.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { outlay } from './support.ts';

const root = join(import.meta.dirname, '../..');

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'outlay-audit-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

describe('outlay audit', () => {
  test('exits with 3 on a finding, and with 0 where --fail-on says none', async () => {
    expect((await outlay(['audit', 'notes.md'])).code).toBe(3);
    expect((await outlay(['audit', 'notes.md', '--fail-on', 'none'])).code).toBe(0);
  });

  test('exits with 0 where nothing is wrong', async () => {
    const { code, stdout } = await outlay(['audit', '-'], { input: '3 × $5 = $15\n' });
    expect([code, stdout]).toEqual([0, '<stdin>: 1 of 3 figures checked, no figure was found wrong\n']);
  });

  test('exits with 2 where a file cannot be read', async () => {
    expect((await outlay(['audit', 'nothing.md'])).code).toBe(2);
  });

  test('--strict shows what is doubtful', async () => {
    const input = '- Web: $10\n- Data: $25\n- Total with setup: $95\n';
    const usual = await outlay(['audit', '-'], { input });
    const strict = await outlay(['audit', '-', '--strict'], { input });
    expect(usual.stdout).toContain('1 doubtful');
    expect(strict.stdout).toContain('confidence 0.');
    expect([usual.code, strict.code]).toEqual([0, 3]);
  });

  test('a draft is a plan that can be checked', async () => {
    const path = folder();
    for (const name of readdirSync(join(root, 'test/audit/fixtures'))) {
      writeFileSync(join(path, name), readFileSync(join(root, 'test/audit/fixtures', name)));
      const draft = await outlay(['audit', name, '--draft'], { cwd: path });
      expect(draft.code).toBe(0);
      writeFileSync(join(path, 'draft.yaml'), draft.stdout);
      const checked = await outlay(['check', 'draft.yaml'], { cwd: path });
      expect(checked.stderr).toBe('');
      expect(checked.code).toBe(0);
    }
  });

  test('reports that Outlay wrote have no finding', async () => {
    for (const name of readdirSync(join(root, 'test/report/golden'))) {
      const { stdout } = await outlay(['audit', join(root, 'test/report/golden', name)]);
      expect(stdout).toContain('no figure was found wrong');
    }
    const path = folder();
    for (const plan of ['kec18', 'flexiyo', 'loomworks', 'billion', 'debt-dashboard'])
      for (const format of ['md', 'html']) {
        const file = `${plan}.${format}`;
        const written = await outlay(['report', join(root, `plans/${plan}.yaml`), '-o', file], { cwd: path });
        expect(written.code, file).toBe(0);
        const { stdout } = await outlay(['audit', file], { cwd: path });
        expect(stdout, file).toContain('no figure was found wrong');
        expect(Number(/: (\d+) of/.exec(stdout)?.[1]), file).toBeGreaterThan(5);
      }
  });
});
