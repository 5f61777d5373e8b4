// docs/errors: a page for every code, whose examples give exactly what they show.
//
// An example is a plan (```yaml), what is reported of it (```text), and the plan mended (```yaml again). Files beside the
// plan stand before it, with their name behind `yaml`. Codes of the command line show a command and its output (```console)
// in a folder with the plan above it; below "How to mend it" the code must be gone. Codes of editing show edits (```json) of the
// plan above them, and either what is reported or the plan afterwards. A code that nothing raises says so.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { renderDiagnostics } from '../../src/diagnostics/code-frame.ts';
import { type Code, codes } from '../../src/diagnostics/codes.ts';
import { applyEdits, type Edit, type Edited } from '../../src/editing/edit.ts';
import { Folder } from './console.ts';
import { docs, type Fence, fencesIn, readPage, refilled, updating, writePage } from './fences.ts';
import { generated } from './generated.ts';
import { brokenPromises, tryPlan } from './plans.ts';

const notRaised = 'Nothing raises this code yet.';

const pages = readdirSync(join(docs, 'errors'))
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => name.slice(0, -'.md'.length))
  .sort();

test('every code has a page, and every page a code', () => {
  expect(pages).toEqual(Object.keys(codes).sort());
});

test('the list of codes is what tools/docs/errors.mjs writes', () => {
  expect(generated('errors')).toBe('');
});

/** Codes that some file of the program can give. */
const raised: ReadonlySet<string> = new Set(
  readdirSync(join(docs, '../src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('codes.ts'))
    .flatMap((name) => [...readFileSync(join(docs, '../src', name), 'utf8').matchAll(/'([EFW][0-9]{3})'/g)])
    .map(([, code = '']) => code),
);

const folders: Folder[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

describe.each(pages)('%s', (name) => {
  const code = name as Code;
  const path = `errors/${code}.md`;
  const page = readPage(path);
  const fences = fencesIn(page);

  test('begins with the code and what it stands for', () => {
    expect(page.split('\n')[0]).toBe(`# ${code}: ${codes[code]}`);
  });

  test('says so if nothing raises the code', () => {
    expect(page.includes(notRaised)).toBe(!raised.has(code));
  });

  test('has no block that nobody tries', () => {
    const languages = new Set(fences.map((fence) => fence.language));
    for (const known of ['yaml', 'text', 'console', 'json']) languages.delete(known);
    expect([...languages]).toEqual([]);
  });

  test('its examples give what it shows', async () => {
    const withCommands = fences.some((fence) => fence.language === 'console');
    const withEdits = fences.some((fence) => fence.language === 'json');
    const shown = withCommands
      ? await commandsOf(code, fences)
      : withEdits
        ? editsOf(code, fences)
        : plansOf(code, fences);
    if (raised.has(code)) expect.soft(shown.size, 'examples').toBeGreaterThan(0);
    const fresh = refilled(page, shown);
    if (updating) writePage(path, fresh);
    else expect(page).toBe(fresh);
  });
});

function plansOf(code: Code, fences: readonly Fence[]): ReadonlyMap<Fence, string> {
  const shown = new Map<Fence, string>();
  const beside = new Map<string, string>();
  let wrong: string | undefined;
  for (const fence of fences) {
    const { language, words, body } = fence;
    if (language === 'yaml' && words !== '') {
      beside.set(words, body);
    } else if (language === 'yaml' && wrong === undefined) {
      wrong = body;
    } else if (language === 'text' && wrong !== undefined) {
      const { reported, text } = tryPlan(wrong, beside);
      expect.soft(new Set(reported.map((d) => d.code)), `line ${fence.line}`).toEqual(new Set([code]));
      shown.set(fence, `${text}\n`);
    } else if (language === 'yaml') {
      const { model, text } = tryPlan(body, beside);
      expect.soft(text, `line ${fence.line}`).toBe('');
      expect.soft(brokenPromises(model), `line ${fence.line}`).toEqual([]);
      wrong = undefined;
    }
  }
  expect.soft(wrong, 'a plan that is not mended').toBe(undefined);
  return shown;
}

function editsOf(code: Code, fences: readonly Fence[]): ReadonlyMap<Fence, string> {
  const shown = new Map<Fence, string>();
  let text = '';
  let edited: Edited | undefined;
  for (const fence of fences) {
    if (fence.language === 'json') {
      const edits = JSON.parse(fence.body) as readonly Edit[];
      edited = applyEdits({ file: 'plan.yaml', text }, edits);
    } else if (edited === undefined) {
      text = fence.body;
      expect.soft(tryPlan(text).text, `line ${fence.line}`).toBe('');
    } else {
      const mended = fence.heading === 'How to mend it';
      const codes = edited.ok ? [] : edited.diagnostics.map((d) => d.code);
      expect.soft(codes, `line ${fence.line}`).toEqual(mended ? [] : [code]);
      shown.set(fence, edited.ok ? edited.text : `${renderDiagnostics(edited.diagnostics)}\n`);
      edited = undefined;
    }
  }
  return shown;
}

async function commandsOf(code: Code, fences: readonly Fence[]): Promise<ReadonlyMap<Fence, string>> {
  const shown = new Map<Fence, string>();
  const folder = new Folder();
  folders.push(folder);
  for (const fence of fences) {
    const { language, words, body } = fence;
    if (language === 'yaml') {
      folder.write(words === '' ? 'plan.yaml' : words, body);
      if (words === '') expect.soft(tryPlan(body).text, `line ${fence.line}`).toBe('');
    } else if (language === 'console') {
      const output = await folder.replay(body);
      const mended = fence.heading === 'How to mend it';
      expect.soft(output.includes(`[${code}]`), `line ${fence.line}`).toBe(!mended);
      shown.set(fence, output);
    }
  }
  return shown;
}
