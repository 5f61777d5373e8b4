// The page in a real browser, served by the real command: a slider moved to the figures in the head painted; the Risk view with an input
// moved, and with 10,240 samples drawn anew; the first view from cold; and how much is sent for it.
// Usage: npm run bench:web [steps] (after a build; needs Chromium)
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const root = join(import.meta.dirname, '..');
const steps = Number(process.argv[2] ?? 200);
const draws = 10;
const starts = 7;

/** A slider that moves what the head shows, in each plan, and a range for a plan that has none. */
const plans = [
  {
    file: 'debt-dashboard.yaml',
    slider: 'agents',
    range: 'agents=40 to 60 agents',
    moved: (i) => `call_length=${6 + (i % 40) / 8} minutes/call`,
  },
  {
    file: 'billion.yaml',
    slider: 'static files that a user loads',
    range: 'monthly_share=40% to 60%',
    moved: (i) => `page_share=${20 + (i % 40)}%`,
  },
];

const executablePath = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'chromium'))
  .find((path) => existsSync(path));
if (executablePath === undefined) throw new Error('Chromium is not installed');

const folder = mkdtempSync(join(tmpdir(), 'outlay-bench-'));
cpSync(join(root, 'plans'), folder, { recursive: true });
const server = spawn(
  process.execPath,
  [join(root, 'dist/cli.js'), 'serve', folder, '--no-open', '--format', 'json'],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
const { address } = JSON.parse(await firstAnswer(server.stdout));
const { origin } = new URL(address);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const [{ model }] = cpus();
  console.log(
    `${model.trim()}, ${cpus().length} cores, node ${process.versions.node}, Chromium ${browser.version()}`,
  );
  for (const { file, slider, range, moved } of plans) {
    console.log(`\n${file}`);
    const cold = [];
    for (let i = 0; i < starts; i++) cold.push(await firstView(file));
    tell(
      'first view from cold, figures painted',
      cold.map(({ time }) => time),
    );
    tellSizes(cold[0].sent);
    tell(`a step of the slider of ${slider}, figures painted`, await slide(file, slider));
    tell(
      'an input moved, quantiles of 10,240 samples painted',
      await slideOnRisk(file, range, moved, 'words'),
    );
    tell('the same, with their picture', await slideOnRisk(file, range, moved, 'picture'));
    tell('10,240 samples drawn anew, chart and tables painted', await risk(file, range));
  }
} finally {
  await browser.close();
  server.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}

function firstAnswer(stream) {
  return new Promise((resolve) => {
    let out = '';
    stream.on('data', (part) => {
      out += part;
      if (/\}\s*$/.test(out)) resolve(out);
    });
  });
}

/** A browser that has never been here but may come in. */
async function visitor() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.request.get(address);
  return context;
}

/** From the start of the navigation to the frame after the figures in the head came; with what was sent until then, compressed. */
async function firstView(file) {
  const context = await visitor();
  const page = await context.newPage();
  const requests = [];
  context.on('requestfinished', (request) => requests.push(request));
  await page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if (document.querySelector('[data-testid="key-figures"]') === null) return;
      seen.disconnect();
      requestAnimationFrame(() => {
        globalThis.paintedAt = performance.now();
      });
    });
    seen.observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${origin}/drivers?plan=${file}`);
  const time = await (await page.waitForFunction(() => globalThis.paintedAt)).jsonValue();
  // fonts and the like may still be on their way
  await page.waitForLoadState('networkidle');
  const sent = { script: 0, styles: 0, fonts: 0, data: 0 };
  for (const request of requests) sent[kindOf(request)] += (await request.sizes()).responseBodySize;
  await context.close();
  return { time, sent };
}

function kindOf(request) {
  const { pathname } = new URL(request.url());
  if (pathname.endsWith('.js')) return 'script';
  if (pathname.endsWith('.css')) return 'styles';
  return pathname.endsWith('.woff2') ? 'fonts' : 'data';
}

/** From each input event to the frame in which the head says something else. */
async function slide(file, name) {
  const context = await visitor();
  const page = await context.newPage();
  await page.goto(`${origin}/drivers?plan=${file}`);
  const slider = page.getByRole('slider', { name, exact: true });
  await slider.waitFor();
  await page.waitForLoadState('networkidle');
  const times = await slider.evaluate(async (element, count) => {
    const head = document.querySelector('[data-testid="key-figures"]');
    const painted = (before) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error('the figures do not follow the slider')), 5_000);
        const seen = new MutationObserver(() => {
          if (head.textContent === before) return;
          seen.disconnect();
          clearTimeout(late);
          requestAnimationFrame(() => resolve(performance.now()));
        });
        seen.observe(head, { childList: true, subtree: true, characterData: true });
      });
    const found = [];
    element.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    for (let i = 0; i < count; i++) {
      // far enough apart for the digits in the head to differ
      element.value = String(300 + ((i * 37) % 400));
      const start = performance.now();
      const done = painted(head.textContent);
      element.dispatchEvent(new Event('input', { bubbles: true }));
      found.push((await done) - start);
      // as a hand would: the next step comes with a later frame
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return found;
  }, steps + 10);
  await context.close();
  return times.slice(10);
}

/** From another address, as a slider writes it, to the frame in which the quantiles stand: in words, or as a picture. */
async function slideOnRisk(file, range, moved, as) {
  const context = await visitor();
  const page = await context.newPage();
  const addressWith = (set) =>
    `/risk?plan=${file}&set=${encodeURIComponent(range)}&set=${encodeURIComponent(set)}`;
  await page.goto(`${origin}${addressWith(moved(0))}`);
  await page.locator('figure svg').first().waitFor();
  await page.waitForLoadState('networkidle');
  const addresses = Array.from({ length: steps + 10 }, (_, i) => addressWith(moved(i + 1)));
  const times = await page.evaluate(
    async ({ all, as }) => {
      const figure = document.querySelector('.view.risk figure');
      const what = () =>
        as === 'words'
          ? figure.querySelector('figcaption .unseen').textContent
          : figure.querySelector('svg').outerHTML;
      const changed = (before) =>
        new Promise((resolve, reject) => {
          const late = setTimeout(() => reject(new Error('the samples do not follow the input')), 5_000);
          const seen = new MutationObserver(() => {
            if (what() === before) return;
            seen.disconnect();
            clearTimeout(late);
            requestAnimationFrame(() => resolve(performance.now()));
          });
          seen.observe(figure, { childList: true, subtree: true, characterData: true });
        });
      const found = [];
      for (const address of all) {
        const start = performance.now();
        const end = changed(what());
        history.replaceState(null, '', address);
        dispatchEvent(new PopStateEvent('popstate'));
        found.push((await end) - start);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return found;
    },
    { all: addresses, as },
  );
  await context.close();
  return times.slice(10);
}

/** From another seed to the frame in which the answer to it stands. */
async function risk(file, range) {
  const context = await visitor();
  const page = await context.newPage();
  await page.goto(`${origin}/risk?plan=${file}&set=${encodeURIComponent(range)}`);
  await page.getByText('evenly spread samples').first().waitFor();
  const seed = page.getByLabel('seed');
  const times = [];
  for (let i = 1; i <= draws; i++) {
    times.push(
      await seed.evaluate(async (element, value) => {
        const view = document.querySelector('.view.risk');
        element.value = value;
        const start = performance.now();
        element.dispatchEvent(new Event('change', { bubbles: true }));
        const pending = () => view.querySelector('.pending') !== null;
        const until = async (condition) => {
          while (!condition()) await new Promise((resolve) => requestAnimationFrame(resolve));
        };
        await until(pending);
        await until(() => !pending());
        return performance.now() - start;
      }, String(i)),
    );
  }
  await context.close();
  return times;
}

function tell(what, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1).padStart(7);
  console.log(`  ${what.padEnd(58)} p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  (${times.length})`);
}

function tellSizes(sizes) {
  const text = Object.entries(sizes).map(([kind, bytes]) => `${kind} ${(bytes / 1000).toFixed(0)} kB`);
  console.log(`  ${'sent for it, before any chart'.padEnd(58)} ${text.join(', ')}`);
}
