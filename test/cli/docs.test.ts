// The pages about the command line and its JSON: every command in them gives what they show (OUTLAY_UPDATE=1 writes it), and
// every key of a schema is spoken of.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { buildProgram } from '../../src/cli/program.ts';
import { Folder } from '../docs/console.ts';
import { type Fence, fencesIn, readPage, refilled, updating, writePage } from '../docs/fences.ts';
import { outlay } from './support.ts';

const folders: Folder[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

/** What each console block of a page would show, in a folder with the plans of the page. */
async function replayed(page: string): Promise<ReadonlyMap<Fence, string>> {
  const folder = new Folder();
  folders.push(folder);
  const fences = fencesIn(page);
  for (const { language, words, body } of fences) {
    const isFile = language === 'yaml' || (language === 'markdown' && words !== '');
    if (isFile && words !== 'outlay.config.yaml') folder.write(words, body);
  }
  const shown = new Map<Fence, string>();
  for (const fence of fences)
    if (fence.language === 'console') shown.set(fence, await folder.replay(fence.body));
  return shown;
}

describe.each(['command-line.md', 'json.md', 'reports.md'])('docs/%s', (name) => {
  test('shows what its commands write', async () => {
    const page = readPage(name);
    const now = refilled(page, await replayed(page));
    if (updating) writePage(name, now);
    else expect(now).toBe(page);
  });
});

test('the configuration that docs/command-line.md shows is understood', async () => {
  const folder = new Folder();
  folders.push(folder);
  for (const { language, words, body } of fencesIn(readPage('command-line.md'))) {
    if (language === 'yaml') folder.write(words, body);
  }
  const { code, stdout } = await outlay(['bill', 'relay.yaml'], { cwd: folder.path });
  expect(code).toBe(0);
  expect(stdout).toContain('tier=medium');
});

test('docs/command-line.md names every command and every flag', () => {
  const page = readPage('command-line.md');
  const stream = { write: () => {}, isTerminal: false, columns: undefined };
  const lines = async function* (): AsyncIterable<string> {};
  const io = { stdout: stream, stderr: stream, env: {}, cwd: '.', readInput: async () => '', lines };
  const program = buildProgram([], io, { code: 0 }, () => '');
  const commands = program.commands.flatMap((c) => (c.commands.length === 0 ? [c] : c.commands));
  const flags = commands.flatMap((c) => c.options.flatMap((o) => o.long ?? []));
  const missing = [...commands.map((c) => c.name()), ...new Set(flags)].filter(
    (word) => !page.includes(word),
  );
  expect(missing).toEqual([]);
});

test('docs/json.md speaks of every key of every schema', () => {
  const page = readPage('json.md');
  const folder = join(import.meta.dirname, '../../schema');
  const keys = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('properties' in value) for (const key of Object.keys(value.properties as object)) keys.add(key);
    for (const child of Object.values(value)) collect(child);
  };
  for (const file of readdirSync(folder)) {
    if (file === 'plan.schema.json') continue;
    collect(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  }
  expect([...keys].filter((key) => !new RegExp(`\\b${key}\\b`).test(page)).sort()).toEqual([]);
});
