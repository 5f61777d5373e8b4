// Is what stands in node_modules what package-lock.json asks for? npm leaves a lock of its own in node_modules
// after every install, so the question is a comparison of two files.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} root
 * @param {'run' | 'full'} wanted `run`: what running needs; `full`: development tools too
 */
export function isInstalled(root, wanted) {
  const asked = readPackages(join(root, 'package-lock.json'));
  const there = readPackages(join(root, 'node_modules/.package-lock.json'));
  if (asked === undefined || there === undefined) return false;
  return Object.entries(asked).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') || entry.link) return true;
    const found = there[path];
    if (found !== undefined && !same(entry, found)) return false;
    const needed = belongsHere(entry) && (wanted === 'full' || !(entry.dev || entry.devOptional));
    return !needed || (found !== undefined && existsSync(join(root, path, 'package.json')));
  });
}

/** True when development tools stand in node_modules: then only a full install may replace it. */
export function hasDevelopmentTools(root) {
  const { devDependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.keys(devDependencies).some((name) =>
    existsSync(join(root, 'node_modules', name, 'package.json')),
  );
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

const same = (a, b) =>
  a.version === b.version && (!a.integrity || !b.integrity || a.integrity === b.integrity);

/**
 * Must npm have put it on this system? An optional package is judged only when it is the one for a platform:
 * not when it names a libc (one of several), and not when only another optional package wants it.
 */
const belongsHere = (entry) =>
  (!entry.optional || (entry.os !== undefined && entry.libc === undefined)) &&
  allows(entry.os, process.platform) &&
  allows(entry.cpu, process.arch);

/** npm's `os` and `cpu`: absent, one name, or a list. */
function allows(field, value) {
  const list = field === undefined ? [] : [field].flat();
  if (list.includes(`!${value}`)) return false;
  const named = list.filter((item) => !item.startsWith('!') && item !== 'any');
  return named.length === 0 || named.includes(value);
}
