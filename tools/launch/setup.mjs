// Makes a checkout ready: installs what is missing or stale, picks the Node to run on, builds what is stale.
// Used by ./outlay (what running needs) and by `npm test` (everything). Plain JavaScript for Node 20,
// node: modules only, because nothing is installed yet when it starts. Prints on stderr only.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, isAbsolute, join, relative } from 'node:path';
import { isStale } from './freshness.mjs';
import { hasDevelopmentTools, isInstalled } from './installed.mjs';
import { takeLock } from './lock.mjs';

const RUN_ONLY = ['--omit=dev', '--workspace=tools/launch', '--include-workspace-root'];
const OLDEST_TO_RUN = [22, 12];

class SetupError extends Error {}

/**
 * @param {string} root the checkout
 * @param {{ install: 'run' | 'full' }} options
 * @returns {Promise<number>} an exit code; when it is not 0 the reason is on stderr
 */
export async function makeReady(root, { install }) {
  const cache = join(root, '.cache');
  const task = { root, cache, log: join(cache, 'setup.log'), children: new Set(), stopped: false };
  const stops = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
  const handlers = Object.entries(stops).map(([signal, code]) => [signal, () => stop(task, code)]);
  for (const [signal, handler] of handlers) process.on(signal, handler);
  try {
    requireWritable(task);
    const release = await takeLock(join(cache, 'lock'), () =>
      say('another launch is setting up; waiting for it…'),
    );
    try {
      await bringInstallUpToDate(task, install);
      await bringBuildUpToDate(task);
    } finally {
      release();
    }
    return 0;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    return 1;
  } finally {
    for (const [signal, handler] of handlers) process.off(signal, handler);
  }
}

/** The path of the Node that the checkout runs on, as the last install noted it. */
export function nodeOf(root) {
  const noted = readFileSync(stampOf(root), 'utf8').trim();
  return isAbsolute(noted) ? noted : join(root, noted);
}

/** PATH with the checkout's Node and its tools first. */
export function pathFor(root) {
  return [dirname(nodeOf(root)), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
}

const stampOf = (root) => join(root, 'node_modules/.outlay');

async function bringInstallUpToDate(task, install) {
  const { root, cache } = task;
  const fullMark = join(cache, 'full-install');
  // Once a full install has stood here, nothing smaller may take its place, even if npm was stopped half way.
  const full = install === 'full' || existsSync(fullMark) || hasDevelopmentTools(root);
  const wanted = full ? 'full' : 'run';
  if (full && !existsSync(fullMark)) writeFileSync(fullMark, '');
  const stamped = isStamped(root);
  if (stamped && install === 'run') return;
  const installed = isInstalled(root, wanted);
  if (stamped && installed) return;
  if (!installed) {
    const what = full ? 'fetching the development tools' : 'first run: fetching what running needs';
    await withProgress(what, () => runNpm(task, full ? [] : RUN_ONLY));
  }
  await noteNode(task);
}

function isStamped(root) {
  const stamp = modified(stampOf(root));
  return stamp > 0 && stamp >= modified(join(root, 'package-lock.json')) && existsSync(nodeOf(root));
}

async function runNpm(task, scope) {
  // Scripts stay off: nothing that is installed needs one. `--include` outdoes NODE_ENV=production for the full set.
  const include = scope.length === 0 ? ['--include=dev'] : scope;
  const args = ['ci', ...include, '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
  const end = await run(task, 'npm', args);
  if (end.missing) {
    throw new SetupError(
      'npm was not found on the PATH. It comes with Node.js; install it, then run this again.',
    );
  }
  if (end.code !== 0) throw failure(task, `fetching failed (npm ci ended with ${end.code ?? end.signal})`);
}

/** Prefers the Node that came with the install; takes the one that is running when that one cannot run here. */
async function noteNode(task) {
  const { root } = task;
  const brought = `node_modules/node-linux-${process.arch}/bin/node`;
  const works =
    existsSync(join(root, brought)) && (await run(task, join(root, brought), ['--version'])).code === 0;
  if (works) linkNode(root, brought);
  else if (!isRecentEnough(process.versions.node)) {
    throw new SetupError(
      `Node.js ${OLDEST_TO_RUN.join('.')} or later is needed; this is ${process.versions.node}, and none could be fetched for this system.`,
    );
  }
  const draft = `${stampOf(root)}.new`;
  writeFileSync(draft, `${works ? brought : process.execPath}\n`);
  // A lock file dated in the future must not look newer than the install for ever.
  const time = Math.max(Date.now(), Math.ceil(modified(join(root, 'package-lock.json')))) / 1000;
  utimesSync(draft, time, time);
  renameSync(draft, stampOf(root));
}

/** npm 10 forgets to link a program that two platforms' packages both bring. */
function linkNode(root, brought) {
  const bin = join(root, 'node_modules/.bin');
  mkdirSync(bin, { recursive: true });
  if (!existsSync(join(bin, 'node'))) symlinkSync(relative(bin, join(root, brought)), join(bin, 'node'));
}

function isRecentEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > OLDEST_TO_RUN[0] || (major === OLDEST_TO_RUN[0] && minor >= OLDEST_TO_RUN[1]);
}

async function bringBuildUpToDate(task) {
  if (!isStale(task.root)) return;
  const end = await withProgress(
    'building',
    () => run(task, nodeOf(task.root), [join(task.root, 'tools/launch/build.mjs')]),
    1000,
  );
  if (end.code !== 0) throw failure(task, `the build failed (it ended with ${end.code ?? end.signal})`);
}

/** Runs a program with its output in the log file. Once we are stopped it never answers: `stop` ends the process. */
function run(task, command, args) {
  const log = openSync(task.log, 'w');
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: task.root, stdio: ['ignore', log, log] });
    task.children.add(child);
    child.on('error', (error) => resolve({ code: 1, missing: error.code === 'ENOENT' }));
    child.on('close', (code, signal) => {
      task.children.delete(child);
      if (!task.stopped) resolve({ code, signal, missing: false });
    });
  }).finally(() => closeSync(log));
}

/** Ends the process, after its children: the next launch must not meet a half-dead npm. It needs no time to tidy up. */
async function stop(task, code) {
  if (task.stopped) return;
  task.stopped = true;
  const ends = [...task.children].map((child) => once(child, 'close'));
  for (const child of task.children) child.kill('SIGKILL');
  await Promise.all(ends);
  process.exit(code);
}

function failure(task, what) {
  const tail = readFileSync(task.log, 'utf8').trimEnd().split('\n').slice(-30);
  return new SetupError([`${what}. The end of ${task.log}:`, ...tail.map((line) => `  ${line}`)].join('\n'));
}

function requireWritable({ root, cache }) {
  try {
    mkdirSync(cache, { recursive: true });
    for (const path of [root, cache]) accessSync(path, constants.W_OK);
  } catch (error) {
    throw new SetupError(
      `cannot write to ${root} (${error.code}), where what running needs is kept.\n` +
        '  Make the folder writable, or start it once as the user it belongs to.',
    );
  }
}

/**
 * On a terminal a line that counts seconds, elsewhere one line at the start and one at the end.
 * Work that ends before `quiet` milliseconds is not mentioned.
 */
async function withProgress(what, work, quiet = 0) {
  const start = Date.now();
  const terminal = process.stderr.isTTY === true;
  const seconds = () => Math.round((Date.now() - start) / 1000);
  const show = () => process.stderr.write(`\r\x1b[Koutlay: ${what}… ${seconds()} s`);
  if (quiet === 0) terminal ? show() : say(`${what}…`);
  const tick = terminal ? setInterval(() => Date.now() - start >= quiet && show(), 1000) : undefined;
  try {
    return await work();
  } finally {
    clearInterval(tick);
    if (terminal) process.stderr.write('\r\x1b[K');
    else if (quiet === 0) say(`done in ${seconds()} s`);
  }
}

function say(message) {
  process.stderr.write(`outlay: ${message}\n`);
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
