// Where reports are asked for: one is made at a time, in a thread of its own; who goes away is no longer waited for.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReportRequest } from '../contract.ts';
import { packageRoot } from '../package-root.ts';
import { Problem } from '../problem.ts';
import type { JobDone } from './job.ts';

const longestQueue = 16;
const longestWork = 120_000;
/** A thread that made one report makes the next in a tenth of the time; kept for ever it would only take memory. */
const keptFor = 120_000;

interface Waiting {
  readonly request: ReportRequest;
  readonly signal: AbortSignal;
  readonly done: (done: JobDone) => void;
  readonly failed: (problem: Problem) => void;
}

export class ReportDesk {
  readonly #root: string;
  readonly #queue: Waiting[] = [];
  #busy = false;
  #closed = false;
  #thread: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor(root: string) {
    this.#root = root;
  }

  /** Rejects with a Problem; at once where `signal` is aborted, and what was being made for it ends. */
  make(request: ReportRequest, signal: AbortSignal): Promise<JobDone> {
    if (this.#closed || this.#queue.length >= longestQueue) {
      const help = 'Ask again when the others are done.';
      return Promise.reject(new Problem('busy', 'too many reports are being made', help));
    }
    return new Promise((done, failed) => {
      const waiting: Waiting = { request, signal, done, failed };
      this.#queue.push(waiting);
      signal.addEventListener('abort', () => this.#leave(waiting), { once: true });
      void this.#work();
    });
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#idle);
    this.#endThread();
  }

  /** Whoever goes away before their turn takes nobody's place. */
  #leave(waiting: Waiting): void {
    const place = this.#queue.indexOf(waiting);
    if (place === -1) return;
    this.#queue.splice(place, 1);
    waiting.failed(wasAborted());
  }

  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    clearTimeout(this.#idle);
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift())
      await this.#answer(next);
    this.#busy = false;
    if (!this.#closed) this.#idle = setTimeout(() => this.#endThread(), keptFor).unref();
  }

  /** Whatever happens, the next one gets its turn. */
  async #answer({ request, signal, done, failed }: Waiting): Promise<void> {
    if (signal.aborted || this.#closed) return failed(wasAborted());
    const thread = this.#runningThread();
    const ended = Promise.withResolvers<void>();
    const end = (problem: Problem | undefined, answer?: JobDone): void => {
      if (problem !== undefined) {
        this.#endThread();
        failed(problem);
      } else if (answer !== undefined) done(answer);
      ended.resolve();
    };
    const onAbort = (): void => end(wasAborted());
    const onMessage = (answer: JobDone): void => end(undefined, answer);
    const onError = (error: Error): void => end(failureOf(error));
    const onExit = (): void => end(wasAborted());
    const timer = setTimeout(() => end(tooSlow()), longestWork);
    signal.addEventListener('abort', onAbort);
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    thread.postMessage({ root: this.#root, request });
    await ended.promise;
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    thread.off('message', onMessage).off('error', onError).off('exit', onExit);
  }

  #runningThread(): Worker {
    this.#thread ??= new Worker(threadFile(), {
      // a plan that needs more than this ends the thread, not the server
      resourceLimits: { maxOldGenerationSizeMb: 2048 },
    });
    return this.#thread;
  }

  #endThread(): void {
    // it may still end in an error that nobody asks for any more
    this.#thread?.on('error', () => {});
    void this.#thread?.terminate();
    this.#thread = undefined;
  }
}

/** The build makes a bundle of its own from worker.ts. */
function threadFile(): string {
  return import.meta.filename.endsWith('.ts')
    ? join(import.meta.dirname, 'worker.ts')
    : join(packageRoot(), 'dist', 'report-worker.js');
}

function wasAborted(): Problem {
  return new Problem('failed', 'the report was not waited for');
}

function tooSlow(): Problem {
  return new Problem(
    'too-slow',
    `the report took longer than ${longestWork / 1000} seconds`,
    'Pin an axis to one of its points, or ask for fewer sections.',
  );
}

function failureOf(error: Error): Problem {
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new Problem(
      'failed',
      'the report needs more memory than it may take',
      'Pin an axis to one of its points.',
    );
  }
  const [sentence = 'unknown'] = error.message.split('\n');
  return new Problem('failed', `an internal error, which is our fault and not yours: ${sentence}`);
}
