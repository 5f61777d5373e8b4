// What only a process of its own can show: streams, locale, time zone, a closed pipe.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixtures, outlay, outlayProcess } from './support.ts';

describe('a real process', { timeout: 30_000 }, () => {
  test('says the same as main() and ends with its code', async () => {
    const args = ['check', 'claims.yaml'];
    expect(await outlayProcess(args)).toEqual(await outlay(args));
  });

  test('reads standard input', async () => {
    const input = readFileSync(join(fixtures, 'shop.yaml'), 'utf8');
    const { code, stdout } = await outlayProcess(['bill', '-', '--at', 'size=small'], { input });
    expect(code).toBe(0);
    expect(stdout).toContain('A small shop\nsize=small · the first year');
  });

  test('ends when the last question is answered, and does not wait for more', async () => {
    const input = '\n\n\n\n\n14\n\n\n\n\n';
    const { code, stdout } = await outlayProcess(['init', '--ask', '-'], { input, isTyping: true });
    expect(code).toBe(0);
    expect(stdout).toContain('price: 14 EUR/month');
  });

  test('gives the same bytes in any locale and time zone', async () => {
    const args = ['bill', 'shop.yaml', '--format', 'json'];
    const here = await outlayProcess(args, { env: { TZ: 'UTC', LC_ALL: 'C' } });
    const there = await outlayProcess(args, {
      env: { TZ: 'Pacific/Kiritimati', LC_ALL: 'de_DE.UTF-8', LANG: 'tr_TR' },
    });
    expect(there).toEqual(here);
    const table = await outlayProcess(['bill', 'shop.yaml'], {
      env: { TZ: 'Asia/Kolkata', LC_ALL: 'fr_FR.UTF-8' },
    });
    expect(table).toEqual(await outlay(['bill', 'shop.yaml']));
  });

  test('is quiet when nobody reads on', async () => {
    const entry = join(import.meta.dirname, 'process-entry.ts');
    const flags = [
      '--no-warnings',
      '--experimental-strip-types',
      entry,
      'bill',
      'shop.yaml',
      '--format',
      'json',
    ];
    const child = spawn(process.execPath, flags, { cwd: fixtures, env: { PATH: process.env.PATH ?? '' } });
    // closed before anything is written: what is written then meets no reader
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (part) => {
      stderr += part;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe('an internal error', () => {
  const failing = async (env: Record<string, string>) => {
    const { main } = await import('../../src/cli/main.ts');
    const seen = { stdout: '', stderr: '' };
    const stream = (name: 'stdout' | 'stderr') => ({
      write: (text: string) => {
        seen[name] += text;
      },
      isTerminal: false,
      columns: undefined,
    });
    const readInput = () => Promise.reject(new Error('the wire is cut\nand more'));
    const code = await main(['bill', '-'], {
      stdout: stream('stdout'),
      stderr: stream('stderr'),
      env,
      cwd: fixtures,
      readInput,
      lines: () => ({ [Symbol.asyncIterator]: () => ({ next: readInput }) }),
    });
    return { code, ...seen };
  };

  test('is one sentence, and how to report it', async () => {
    const { code, stdout, stderr } = await failing({});
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(
      'outlay: an internal error, which is our fault and not yours: the wire is cut\n' +
        'Please report it with the command and the plan; OUTLAY_DEBUG=1 shows where it happened.\n',
    );
  });

  test('shows its stack with OUTLAY_DEBUG', async () => {
    expect((await failing({ OUTLAY_DEBUG: '1' })).stderr).toContain('process.test.ts');
  });
});

test('a grid that is too large is told with E601', async () => {
  const points = Array.from({ length: 60 }, (_, i) => i + 1).join(', ');
  const names = ['a', 'b', 'c', 'd', 'e'];
  const inputs = names.map((n) => `  ${n}: 1 EUR/month`).join('\n');
  const axes = names.map((n) => `  by_${n}: { sweep: ${n}, values: [${points}] }`).join('\n');
  const plan = `plan: x\ncurrency: EUR\ninputs:\n${inputs}\nitems: { sum: { price: a + b + c + d + e } }\naxes:\n${axes}\n`;
  const { code, stderr } = await outlay(['bill', '-'], { input: plan });
  expect(code).toBe(2);
  expect(stderr).toContain('error[E601]');
  expect(stderr).toContain('pin an axis to one of its points: `--at by_a=');
});
