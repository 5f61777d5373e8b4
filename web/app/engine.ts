// The engine, as the page calls it: a thread of its own, started once and started again should it ever die.

import { signal } from '@preact/signals';
import type { AnswerData, AnswerName, AnswerParams } from '../engine/answers/index.ts';
import type { Answered, Call, EngineCalls, Reply } from '../engine/calls.ts';
import type { AskedCase, GivenPlan, Opened } from '../engine/protocol.ts';

type Method = keyof EngineCalls;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** What went wrong inside, where something did: a fault of ours, not of the plan. */
export const engineFault = signal<string | undefined>(undefined);

export class EngineStopped extends Error {}

class Engine {
  #worker: Worker | undefined;
  #next = 0;
  readonly #waiting = new Map<number, Waiting>();
  #catalog: unknown;
  #plan: GivenPlan | undefined;

  async catalog(vendors: unknown): Promise<void> {
    const done = this.#call('catalog', vendors);
    this.#catalog = vendors;
    await done;
  }

  open(plan: GivenPlan): Promise<Opened> {
    const opened = this.#call('open', plan) as Promise<Opened>;
    this.#plan = plan;
    return opened;
  }

  ask<K extends AnswerName>(
    name: K,
    asked: AskedCase,
    params: AnswerParams<K>,
  ): Promise<Answered<AnswerData<K>>> {
    return this.#call('ask', name, asked, params) as Promise<Answered<AnswerData<K>>>;
  }

  #call(method: Method, ...args: readonly unknown[]): Promise<unknown> {
    const worker = this.#started();
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, method, args } satisfies Call);
    });
  }

  #started(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = newWorker('engine');
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.ok) waiting?.resolve(data.value);
      else {
        engineFault.value = data.error;
        waiting?.reject(new EngineStopped(data.error));
      }
    });
    worker.addEventListener('error', ({ message }) => this.#stop(message || 'it could not be started'));
    this.#worker = worker;
    this.#remember(worker);
    return worker;
  }

  /** What was asked is lost and said to be. The next question finds a new thread with the same plan. */
  #stop(reason: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    engineFault.value = reason;
    for (const { reject } of this.#waiting.values()) reject(new EngineStopped(reason));
    this.#waiting.clear();
  }

  /** What the last thread knew, for one that takes its place. */
  #remember(worker: Worker): void {
    const tell = (method: Method, args: readonly unknown[]): void =>
      worker.postMessage({ id: this.#next++, method, args } satisfies Call);
    if (this.#catalog !== undefined) tell('catalog', [this.#catalog]);
    if (this.#plan !== undefined) tell('open', [this.#plan]);
  }
}

/** `engine` or `charts`: the build wrote their addresses into the page, or, in a saved file, the threads themselves. */
export function newWorker(name: 'engine' | 'charts'): Worker {
  const inline = document.getElementById(`${name}-worker`)?.textContent;
  if (inline === undefined || inline === null)
    return new Worker(document.documentElement.dataset[name] ?? '', { type: 'module', name });
  // a file from the disk has no origin, and browsers give such a page no module as a worker
  return new Worker(URL.createObjectURL(new Blob([inline], { type: 'text/javascript' })), { name });
}

export const engine = new Engine();
