// ./outlay in a small checkout of its own, with an npm that only links what this checkout has installed.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const project = join(import.meta.dirname, '../..');
const MAIN = `export async function main(args: readonly string[]): Promise<number> {
  process.stdout.write(JSON.stringify(args) + '\\n');
  return args.length;
}
`;
/** What running needs, by the lock file: the folders of node_modules that hold it. */
const RUNNING = [
  ...new Set(
    Object.entries(
      JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')).packages as Record<
        string,
        { readonly dev?: boolean; readonly link?: boolean }
      >,
    ).flatMap(([path, { dev, link }]) =>
      path.startsWith('node_modules/') && dev !== true && link !== true
        ? (/^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.slice(1) ?? [])
        : [],
    ),
  ),
];
const NPM = `#!/bin/sh
echo "$*" >> "$NPM_CALLS"
sleep 0.3
rm -rf node_modules
mkdir node_modules
for name in ${RUNNING.join(' ')}; do
  case $name in */*) mkdir -p "node_modules/\${name%/*}" ;; esac
  [ -e "$REAL/$name" ] && ln -s "$REAL/$name" "node_modules/$name"
done
case "$*" in *--include=dev*) for entry in "$REAL"/*; do ln -s "$entry" node_modules/ 2>/dev/null; done ;; esac
cp "$REAL/.package-lock.json" node_modules/
`;

/** A page as small as one can be: its build wants an entry for each thread, and styles. */
const PAGE = {
  'index.html': '{{ main.tsx }} {{ main.tsx styles }} {{ engine/worker.ts }} {{ charts/worker.ts }}\n',
  'main.tsx': "import './main.css';\n",
  'main.css': 'p { margin: 0 }\n',
  'engine/worker.ts': 'self.close();\n',
  'charts/worker.ts': 'self.close();\n',
};

let temp: string;
let checkout: string;
let running: ChildProcess[];

beforeEach(() => {
  temp = realpathSync(mkdtempSync(join(tmpdir(), 'outlay-launch-')));
  checkout = join(temp, 'my checkout');
  running = [];
  // the vendors, what reads them, and the help for errors belong to a build
  const reader = ['vendors', 'docs/errors', 'src/yaml', 'src/diagnostics', 'src/formula'];
  for (const path of ['outlay', 'tools/launch', 'package.json', 'package-lock.json', ...reader]) {
    cpSync(join(project, path), join(checkout, path), { recursive: true });
  }
  mkdirSync(join(checkout, 'src/cli'), { recursive: true });
  writeFileSync(join(checkout, 'src/cli/main.ts'), MAIN);
  for (const [path, text] of Object.entries(PAGE)) {
    mkdirSync(join(checkout, 'web', path, '..'), { recursive: true });
    writeFileSync(join(checkout, 'web', path), text);
  }
  mkdirSync(join(temp, 'bin'));
  for (const tool of ['readlink', 'find', 'sleep', 'rm', 'mkdir', 'ln', 'cp']) {
    symlinkSync(onPath(tool), join(temp, 'bin', tool));
  }
  symlinkSync(process.execPath, join(temp, 'bin/node'));
  setNpm(NPM);
});

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(temp, { recursive: true, force: true });
});

function onPath(tool: string): string {
  const folder = (process.env.PATH ?? '').split(delimiter).find((entry) => existsSync(join(entry, tool)));
  return join(folder ?? '/bin', tool);
}

function setNpm(script: string): void {
  writeFileSync(join(temp, 'bin/npm'), script);
  chmodSync(join(temp, 'bin/npm'), 0o755);
}

/** What npm was asked for so far, one line a call. */
function npmCalls(): readonly string[] {
  const log = join(temp, 'npm-calls');
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
}

function start(args: readonly string[], command = join(checkout, 'outlay')): ChildProcess {
  const env = {
    PATH: join(temp, 'bin'),
    REAL: join(project, 'node_modules'),
    NPM_CALLS: join(temp, 'npm-calls'),
  };
  const child = spawn(command, args, { cwd: '/', env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  return child;
}

async function launch(args: readonly string[], command?: string) {
  const child = start(args, command);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (part) => {
    stdout += part;
  });
  child.stderr?.on('data', (part) => {
    stderr += part;
  });
  const [code] = await once(child, 'close');
  return { code, stdout, stderr };
}

/** Makes a file look changed, without waiting for the clock. */
function touch(path: string, seconds = 1): void {
  const later = Date.now() / 1000 + seconds;
  utimesSync(join(checkout, path), later, later);
}

describe('./outlay', () => {
  test('sets itself up once, from any folder, through a link, and passes everything on', async () => {
    mkdirSync(join(temp, 'links'));
    symlinkSync('../my checkout/outlay', join(temp, 'links/outlay'));
    const first = await launch(['a b', '--c'], join(temp, 'links/outlay'));
    expect(first).toMatchObject({ code: 2, stdout: '["a b","--c"]\n' });
    expect(first.stderr).toContain('outlay: first run: fetching what running needs…');
    expect(npmCalls()).toEqual([expect.stringContaining('ci --omit=dev --workspace=tools/launch')]);

    expect(await launch([])).toEqual({ code: 0, stdout: '[]\n', stderr: '' });
    expect(npmCalls()).toHaveLength(1);
  });

  test('two first launches at the same time install once', async () => {
    const both = await Promise.all([launch(['1']), launch(['2'])]);
    expect(both.map(({ stdout }) => stdout)).toEqual(['["1"]\n', '["2"]\n']);
    expect(npmCalls()).toHaveLength(1);
    expect(existsSync(join(checkout, '.cache/lock'))).toBe(false);
  });

  test('builds again when the source changed, and shows what is wrong with it', async () => {
    await launch([]);
    writeFileSync(join(checkout, 'src/cli/main.ts'), MAIN.replace('JSON.stringify(args)', '"changed"'));
    touch('src/cli/main.ts');
    expect(await launch([])).toEqual({ code: 0, stdout: 'changed\n', stderr: '' });

    appendFileSync(join(checkout, 'src/cli/main.ts'), 'export const = 1;\n');
    touch('src/cli/main.ts');
    const broken = await launch([]);
    expect(broken).toMatchObject({ code: 1, stdout: '' });
    expect(broken.stderr).toContain('outlay: the build failed');
    expect(broken.stderr).toContain('src/cli/main.ts:5:13');
    expect(npmCalls()).toHaveLength(1);
  });

  test('a lock file that only looks newer costs no install; one that asks for more does', async () => {
    await launch([]);
    touch('package-lock.json');
    expect(await launch([])).toMatchObject({ code: 0, stderr: '' });
    expect(npmCalls()).toHaveLength(1);

    const lock = JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8'));
    lock.packages['node_modules/esbuild'].version = '99.0.0';
    writeFileSync(join(checkout, 'package-lock.json'), JSON.stringify(lock));
    touch('package-lock.json', 5);
    await launch([]);
    expect(npmCalls()).toHaveLength(2);
  });

  test('never replaces a full install by the smaller one, even when it was lost half way', async () => {
    mkdirSync(join(checkout, 'node_modules/typescript'), { recursive: true });
    cpSync(
      join(project, 'node_modules/typescript/package.json'),
      join(checkout, 'node_modules/typescript/package.json'),
    );
    setNpm('#!/bin/sh\necho "$*" >> "$NPM_CALLS"\nrm -rf node_modules\nexit 1\n');
    await launch([]);
    setNpm(NPM);
    expect(await launch([])).toMatchObject({ code: 0 });
    expect(npmCalls()).toEqual([
      expect.stringContaining('ci --include=dev'),
      expect.stringContaining('ci --include=dev'),
    ]);
  });

  test('says what is missing when npm is not there', async () => {
    rmSync(join(temp, 'bin/npm'));
    const result = await launch([]);
    expect(result).toMatchObject({ code: 1, stdout: '' });
    expect(result.stderr).toContain('npm was not found on the PATH');
  });

  test('shows the end of the log when npm fails', async () => {
    setNpm('#!/bin/sh\necho "npm error: the network is away" >&2\nexit 7\n');
    const result = await launch([]);
    expect(result).toMatchObject({ code: 1, stdout: '' });
    expect(result.stderr).toContain('fetching failed (npm ci ended with 7)');
    expect(result.stderr).toContain(join(checkout, '.cache/setup.log'));
    expect(result.stderr).toContain('  npm error: the network is away');
  });

  test('takes over the lock of a launch that is gone', async () => {
    await launch([]);
    touch('src/cli/main.ts');
    const gone = spawn(process.execPath, ['-e', '0']);
    await once(gone, 'close');
    mkdirSync(join(checkout, '.cache/lock'));
    writeFileSync(join(checkout, '.cache/lock/owner'), JSON.stringify({ pid: gone.pid, host: hostname() }));
    expect(await launch([])).toEqual({ code: 0, stdout: '[]\n', stderr: '' });
  });

  test('stopped while it sets up, it takes npm and its lock with it', async () => {
    setNpm('#!/bin/sh\necho $$ > "$NPM_CALLS"\nexec sleep 30\n');
    const child = start([]);
    while (npmCalls().length === 0) await sleep(20);
    child.kill('SIGTERM');
    const [code] = await once(child, 'close');
    expect(code).toBe(143);
    expect(existsSync(join(checkout, '.cache/lock'))).toBe(false);
    expect(() => process.kill(Number(npmCalls()[0]), 0)).toThrow('ESRCH');
  });

  // The superuser may write anywhere, so there is nothing to see.
  test.skipIf(process.getuid?.() === 0)('says so when it may not write', async () => {
    chmodSync(checkout, 0o555);
    const result = await launch([]);
    chmodSync(checkout, 0o755);
    expect(result).toMatchObject({ code: 1, stdout: '' });
    expect(result.stderr).toContain(`cannot write to ${checkout}/ (EACCES)`);
  });
});
