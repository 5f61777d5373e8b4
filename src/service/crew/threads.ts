// Threads that work at large runs of samples, beside the one that asks and waits. They start when the first run is large enough, keep
// nobody from ending, and are there for the next run.

import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Crew, partField, partsOf, type SharedRun } from '../../numeric/kernels/shared-run.ts';
import { packageRoot } from '../package-root.ts';

/** More threads than this hardly find anything to do between the parts of a run. */
const mostThreads = 15;
/** In milliseconds: a part takes some thousandth of that. */
const longestPart = 30_000;

export class Threads implements Crew {
  readonly #count: number;
  readonly #threads: Worker[] = [];

  /** `count` of them beside the one that asks; as many as the machine has processors for where left out. */
  constructor(count = Math.min(availableParallelism() - 1, mostThreads)) {
    this.#count = count;
  }

  begin(run: SharedRun): () => boolean {
    while (this.#threads.length < this.#count) this.#threads.push(newThread());
    for (const thread of this.#threads) thread.postMessage(run);
    return () => ended(run);
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.splice(0).map((thread) => thread.terminate()));
  }
}

/** A thread that never started took no part; one that took a part and died is not waited for. */
function ended(run: SharedRun): boolean {
  const all = partsOf(run);
  const { parts } = run;
  for (;;) {
    const done = Atomics.load(parts, partField.done);
    if (Atomics.load(parts, partField.failed) !== 0) return false;
    if (done === all) return true;
    if (Atomics.wait(parts, partField.done, done, longestPart) === 'timed-out') return false;
  }
}

function newThread(): Worker {
  const thread = new Worker(threadFile());
  // what it could not do, the thread that asked does
  thread.on('error', () => {});
  thread.unref();
  return thread;
}

/** The build makes a bundle of its own from thread.ts. */
function threadFile(): string {
  return import.meta.filename.endsWith('.ts')
    ? join(import.meta.dirname, 'thread.ts')
    : join(packageRoot(), 'dist', 'sample-thread.js');
}
