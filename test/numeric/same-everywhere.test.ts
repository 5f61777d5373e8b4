// The same bits everywhere: interpreter, both machines, threads, other versions of Node, a browser. What they all come to is written
// down here, so that a change of a single bit is seen, on purpose or not.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { columnsOf, sharedColumns } from '../../src/numeric/kernels/columns.ts';
import { javascriptMachine } from '../../src/numeric/kernels/javascript.ts';
import { webassemblyMachine } from '../../src/numeric/kernels/webassembly.ts';
import { Threads } from '../../src/service/crew/threads.ts';
import { describeWithPrograms } from '../support/programs.ts';
import { digestsBy, interpretedDigest, planDigest } from './support/digests.ts';

/** The reference model and the plan, in 20,001 samples. */
const golden = ['90c0c3a5f947da6d', '2f5a573ace6b97e4'];

describe.each(Object.entries({ javascript: javascriptMachine, webassembly: webassemblyMachine }))(
  'on the %s machine',
  (_, machineOf) => {
    test('columns', () => {
      expect(digestsBy((program, samples) => columnsOf(program, samples, machineOf))).toEqual(golden);
    });
  },
);

test('the interpreter, sample by sample', () => {
  const count = 500;
  const columns = planDigest((program, samples) => columnsOf(program, samples, webassemblyMachine), count);
  expect(interpretedDigest(count)).toBe(columns);
});

test.each([1, 2, 8])('%i threads', async (count) => {
  const threads = new Threads(count - 1);
  try {
    const columns = digestsBy((program, samples) =>
      sharedColumns(threads, program, samples, webassemblyMachine),
    );
    expect(columns).toEqual(golden);
  } finally {
    await threads.end();
  }
});

const both = { javascript: golden, webassembly: golden };

/** Sets `digests` wherever it is run. */
async function script(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${import.meta.dirname}/support/digests-entry.ts`],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** Where systems keep a Node of their own, which may be an older one than runs the tests. */
const otherNode = '/usr/bin/node';

const missing = existsSync(otherNode) ? '' : `, skipped: there is no ${otherNode}`;

test.skipIf(missing !== '')(`another Node${missing}`, async () => {
  const out = execFileSync(otherNode, ['-'], {
    input: `${await script()};console.log(JSON.stringify(digests))`,
    encoding: 'utf8',
  });
  expect(JSON.parse(out)).toEqual(both);
});

describeWithPrograms('in a browser', ['chromium'], ([executablePath]) => {
  test('a worker of the page', async () => {
    const text = `${await script()};postMessage(digests)`;
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    try {
      const page = await browser.newPage();
      // WebAssembly of this size is compiled at once in workers only
      const found = await page.evaluate(`new Promise((resolve, reject) => {
        const code = new Blob([${JSON.stringify(text)}], { type: 'text/javascript' });
        const worker = new Worker(URL.createObjectURL(code));
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
      })`);
      expect(found).toEqual(both);
    } finally {
      await browser.close();
    }
  });
});
