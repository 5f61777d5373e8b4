// The page as somebody uses it: a folder of their own, served by the real command, in a real browser.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Result, RunOptions } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { describeWithPrograms } from '../../support/programs.ts';

const root = join(import.meta.dirname, '../../..');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Where the files are that the page shows. */
  readonly folder: string;
  /** `http://127.0.0.1:4281` */
  readonly origin: string;
  /** The text of a file as it is on the disk. */
  readonly onDisk: (path: string) => string;
  /** Goes to a view: `/bill?plan=kec18.yaml`. */
  readonly go: (address: string) => Promise<void>;
  /** What went wrong so far: errors of scripts and of the policy, requests to others. */
  readonly problems: readonly string[];
  /** Ends the server, as Ctrl-C does. */
  readonly stopServer: () => Promise<void>;
}

export interface Wishes {
  /** Worked examples to begin with: `kec18`, with the files beside it. */
  readonly plans?: readonly string[];
  /** And other files. */
  readonly files?: Readonly<Record<string, string>>;
  readonly address?: string;
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
  /** Flags of the command. */
  readonly flags?: readonly string[];
}

export type Open = (wishes: Wishes) => Promise<Visit>;

/** A `describe` whose tests open pages; skipped, and said so, where there is no browser. At the end of each nothing may have gone wrong. */
export function describePages(name: string, suite: (open: Open) => void): void {
  describeWithPrograms(name, ['chromium'], ([executablePath]) => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    });
    afterAll(() => browser?.close());
    suite(async (wishes) => {
      if (browser === undefined) throw new Error('no browser');
      return visit(browser, wishes);
    });
  });
}

async function visit(browser: Browser, wishes: Wishes): Promise<Visit> {
  const folder = mkdtempSync(join(tmpdir(), 'outlay-page-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const plan of wishes.plans ?? []) copyPlan(plan, folder);
  for (const [path, text] of Object.entries(wishes.files ?? {})) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { address, stop } = await serve(folder, wishes.flags ?? []);
  onTestFinished(stop);
  const { origin } = new URL(address);
  const context = await browser.newContext({
    viewport: { width: wishes.width ?? 1280, height: 900 },
    colorScheme: wishes.colorScheme ?? 'light',
    acceptDownloads: true,
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(?:data|blob):/.test(url)) problems.push(`asked ${url}`);
  });
  await page.goto(address);
  const go = async (to: string): Promise<void> => {
    await page.goto(`${origin}${to}`);
  };
  if (wishes.address !== undefined) await go(wishes.address);
  return {
    page,
    context,
    folder,
    origin,
    onDisk: (path) => readFileSync(join(folder, path), 'utf8'),
    go,
    problems,
    stopServer: stop,
  };
}

function copyPlan(name: string, folder: string): void {
  for (const file of [
    'kec18.yaml',
    'kec18.expect.yaml',
    'loomworks.yaml',
    'loomworks.expect.yaml',
    'flexiyo.yaml',
    'flexiyo.expect.yaml',
    'billion.yaml',
    'billion.expect.yaml',
    'billion.readings.expect.yaml',
    'debt-dashboard.yaml',
    'debt-dashboard.answer.expect.yaml',
    'debt-dashboard.clouds.expect.yaml',
    'debt-dashboard.hybrid.expect.yaml',
    'debt-dashboard.macs.expect.yaml',
    'debt-dashboard.results.expect.yaml',
    'debt-dashboard.services.expect.yaml',
  ]) {
    if (file.startsWith(`${name}.`)) cpSync(join(root, 'plans', file), join(folder, file));
  }
}

/** `outlay serve` as a program of its own; its address has the token in it. */
export async function serve(
  folder: string,
  flags: readonly string[] = [],
): Promise<{ readonly address: string; readonly stop: () => Promise<void> }> {
  const args = [join(root, 'dist/cli.js'), 'serve', folder, '--no-open', '--format', 'json', ...flags];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = await firstAnswer(child);
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return { address: (JSON.parse(said) as { address: string }).address, stop };
}

function firstAnswer(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = '';
    let err = '';
    child.stderr?.on('data', (part: Buffer) => {
      err += part.toString();
    });
    child.stdout?.on('data', (part: Buffer) => {
      out += part.toString();
      if (/\}\s*$/.test(out)) resolve(out);
    });
    child.on('exit', (code) => reject(new Error(`outlay serve ended with ${code}: ${err}`)));
  });
}

/** What keeps somebody out who listens, or sees badly: nothing. */
export async function expectAccessible(page: Page): Promise<void> {
  // the policy lets no script in but the page's own; a debugger's evaluation is not bound by it
  await page.evaluate(axe);
  const options: RunOptions = { resultTypes: ['violations'] };
  const found = await page.evaluate(
    async (how) => (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(how),
    options,
  );
  const serious = ({ impact }: Result): boolean => impact === 'serious' || impact === 'critical';
  expect(
    found.violations
      .filter(serious)
      .map(
        (v) =>
          `${v.id}: ${v.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary}`)}`,
      ),
  ).toEqual([]);
}

/** The page is no wider than the window: what is wider scrolls inside itself. */
export async function expectToFit(page: Page): Promise<void> {
  const [inner, window] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, window.innerWidth]',
  );
  expect(inner).toBeLessThanOrEqual(window);
}
