// The engine, as the page calls it: a thread of its own, started once and started again should it ever die.

import { signal } from '@preact/signals';
import type { Completion } from '../../src/editing/complete.ts';
import type { Hover } from '../../src/editing/hover.ts';
import type { AnswerData, AnswerName, AnswerParams } from '../engine/answers/index.ts';
import type { Answered, Call, EngineCalls, Reply } from '../engine/calls.ts';
import type { InquiryData, InquiryName, InquiryParams } from '../engine/inquiries/index.ts';
import type { AskedCase, GivenPlan, Opened } from '../engine/protocol.ts';

type Method = keyof EngineCalls;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** What went wrong inside, where something did: a fault of ours, not of the plan. */
export const engineFault = signal<string | undefined>(undefined);

/** The engine has its prices: what is asked before would find none. */
export const hasCatalog = signal(false);

export class EngineStopped extends Error {}

/** One thread that knows a plan. */
class Thread {
  #worker: Worker | undefined;
  #next = 0;
  readonly #waiting = new Map<number, Waiting>();
  /** What a thread that takes this one's place must be told first. */
  readonly #known = new Map<Method, unknown>();

  call(method: Method, ...args: readonly unknown[]): Promise<unknown> {
    const worker = this.#started();
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, method, args } satisfies Call);
    });
  }

  /** Calls unless the last such call was with the same. */
  know(method: Method, what: unknown): Promise<unknown> | undefined {
    if (this.#known.get(method) === what) return undefined;
    const done = this.call(method, what);
    this.#known.set(method, what);
    return done;
  }

  /** Loads while the page waits for something else. */
  start(): void {
    this.#started();
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
    for (const [method, what] of this.#known)
      worker.postMessage({ id: this.#next++, method, args: [what] } satisfies Call);
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
}

class Engine {
  readonly #quick = new Thread();
  readonly #slow = new Thread();
  /** For what is asked beside the open plan: a document's audit, a search. */
  readonly #aside = new Thread();
  #catalog: unknown;
  #plan: GivenPlan | undefined;

  /** The first question is not far. */
  start(): void {
    this.#quick.start();
  }

  async catalog(vendors: unknown): Promise<void> {
    this.#catalog = vendors;
    await this.#quick.know('catalog', vendors);
    hasCatalog.value = true;
  }

  open(plan: GivenPlan): Promise<Opened> {
    this.#plan = plan;
    // asked for again, the same plan is read again: files beside it may be others
    return (this.#quick.know('open', plan) ?? this.#quick.call('open', plan)) as Promise<Opened>;
  }

  ask<K extends AnswerName>(
    name: K,
    asked: AskedCase,
    params: AnswerParams<K>,
  ): Promise<Answered<AnswerData<K>>> {
    return this.#quick.call('ask', name, asked, params) as Promise<Answered<AnswerData<K>>>;
  }

  /** The same in a thread of its own, so that no figure waits for what takes longer than a frame. */
  askAside<K extends AnswerName>(
    name: K,
    asked: AskedCase,
    params: AnswerParams<K>,
  ): Promise<Answered<AnswerData<K>>> {
    // should the thread die of it, the question that follows says so
    this.#slow.know('catalog', this.#catalog)?.catch(() => undefined);
    this.#slow.know('open', this.#plan)?.catch(() => undefined);
    return this.#slow.call('ask', name, asked, params) as Promise<Answered<AnswerData<K>>>;
  }

  complete(text: string, offset: number, asked: AskedCase): Promise<Completion> {
    return this.#quick.call('complete', text, offset, asked) as Promise<Completion>;
  }

  hover(text: string, offset: number, asked: AskedCase): Promise<Hover | undefined> {
    return this.#quick.call('hover', text, offset, asked) as Promise<Hover | undefined>;
  }

  inquire<K extends InquiryName>(name: K, params: InquiryParams<K>): Promise<Answered<InquiryData<K>>> {
    this.#aside.know('catalog', this.#catalog)?.catch(() => undefined);
    return this.#aside.call('inquire', name, params) as Promise<Answered<InquiryData<K>>>;
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
