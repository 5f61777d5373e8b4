// One launch at a time may install or build: a lock directory that its holder keeps touching.
// It is stale when its process is gone (same machine) or when nobody has touched it for a minute.
import { mkdirSync, readFileSync, rmdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const UNTOUCHED = 60_000;
const UNSIGNED = 5_000;
const BEAT = 5_000;

/**
 * Waits for the lock; returns the function that gives it back (also done when the process ends).
 * @param {string} path
 * @param {() => void} onWait called once, when another launch has the lock
 */
export async function takeLock(path, onWait) {
  for (let tries = 0; ; tries++) {
    if (tryMake(path)) return hold(path);
    if (isStale(path)) breakStale(path);
    else {
      if (tries === 5) onWait();
      await sleep(100);
    }
  }
}

function hold(path) {
  writeFileSync(join(path, 'owner'), JSON.stringify({ pid: process.pid, host: hostname() }));
  const beat = setInterval(() => touch(path), BEAT);
  const release = () => {
    clearInterval(beat);
    process.off('exit', release);
    rmSync(path, { recursive: true, force: true });
  };
  process.on('exit', release);
  return release;
}

/** Two waiters may find the same stale lock: only the one that makes `.break` may remove it, after a second look. */
function breakStale(path) {
  const breaking = `${path}.break`;
  if (!tryMake(breaking)) {
    if (age(breaking) > UNTOUCHED) tryRemove(breaking);
    return;
  }
  try {
    if (isStale(path)) rmSync(path, { recursive: true, force: true });
  } finally {
    tryRemove(breaking);
  }
}

function isStale(path) {
  const untouched = age(path);
  if (untouched > UNTOUCHED) return true;
  const owner = readOwner(path);
  if (owner === undefined) return untouched > UNSIGNED;
  return owner.host === hostname() && !isAlive(owner.pid);
}

function readOwner(path) {
  try {
    return JSON.parse(readFileSync(join(path, 'owner'), 'utf8'));
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Milliseconds since the directory was last touched; 0 when it is no longer there. */
function age(path) {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function touch(path) {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // The lock was taken away from us: there is nothing left to keep alive.
  }
}

function tryMake(path) {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function tryRemove(path) {
  try {
    rmdirSync(path);
  } catch {
    // Another waiter was faster.
  }
}
