// Files of a workspace that change on the disk, told by their content: what is written again as it was is no change.

import { type FSWatcher, lstatSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { FileChange } from '../contract.ts';
import { versionOf } from './files.ts';
import { isServedFile, isServedName } from './paths.ts';
import { childOf, walk } from './walk.ts';

/** Writers write in several steps: what happens within so many milliseconds is looked at once. */
const settling = 60;

/** Where a file system tells nothing (some network drives), nothing is told here either; saving compares versions anyway. */
export class Watch {
  readonly #root: string;
  readonly #tell: (change: FileChange) => void;
  readonly #folders = new Map<string, FSWatcher>();
  /** Files that were there, with the version that was told last. */
  readonly #known = new Map<string, string | undefined>();
  readonly #touched = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(root: string, tell: (change: FileChange) => void) {
    this.#root = root;
    this.#tell = tell;
  }

  /** Resolves when everything that is there is watched. */
  async start(): Promise<void> {
    const { folders, files } = await walk(this.#root);
    for (const file of files) this.#known.set(file, undefined);
    for (const folder of folders) this.#watchFolder(folder);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const watcher of this.#folders.values()) watcher.close();
    this.#folders.clear();
  }

  #watchFolder(folder: string): void {
    if (this.#closed) return;
    // one of that name may have been another folder
    this.#folders.get(folder)?.close();
    try {
      const watcher = watch(join(this.#root, folder), (_, name) => {
        if (name !== null && isServedName(name)) this.#touch(childOf(folder, name));
      });
      watcher.on('error', () => watcher.close());
      this.#folders.set(folder, watcher);
    } catch {
      // gone already, or the system allows no more of them
      this.#folders.delete(folder);
    }
  }

  #touch(path: string): void {
    this.#touched.add(path);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const paths = [...this.#touched];
      this.#touched.clear();
      for (const path of paths) void this.#look(path);
    }, settling);
  }

  async #look(path: string): Promise<void> {
    const stat = lstatSync(join(this.#root, path), { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      const { folders, files } = await walk(this.#root, path);
      for (const folder of folders) this.#watchFolder(folder);
      for (const file of files) this.#lookAtFile(file);
    } else if (isServedFile(path)) this.#lookAtFile(path);
    if (stat === undefined) this.#forgetBelow(path);
  }

  #lookAtFile(path: string): void {
    const version = versionOf(this.#root, path);
    if (version !== undefined && this.#known.get(path) !== version) {
      this.#known.set(path, version);
      this.#tell({ path, version });
    } else if (version === undefined && this.#known.has(path)) this.#forget(path);
  }

  #forgetBelow(folder: string): void {
    const below = `${folder}/`;
    for (const [watched, watcher] of this.#folders) {
      if (watched !== folder && !watched.startsWith(below)) continue;
      watcher.close();
      this.#folders.delete(watched);
    }
    for (const path of [...this.#known.keys()]) if (path.startsWith(below)) this.#forget(path);
  }

  #forget(path: string): void {
    this.#known.delete(path);
    this.#tell({ path, version: null });
  }
}
