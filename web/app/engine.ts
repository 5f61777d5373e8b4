// The engine, as the page calls it: a thread of its own, started once and started again should it ever die.

import { signal } from '@preact/signals';
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

class Engine {
  #worker: Worker | undefined;
  #next = 0;
  readonly #waiting = new Map<number, Waiting>();
  #catalog: unknown;
  #plan: GivenPlan | undefined;

  async catalog(vendors: unknown): Promise<void> {
    this.#catalog = vendors;
    await this.#call('catalog', vendors);
    hasCatalog.value = true;
  }

  open(plan: GivenPlan): Promise<Opened> {
    this.#plan = plan;
    return this.#call('open', plan) as Promise<Opened>;
  }

  ask<K extends AnswerName>(
    name: K,
    asked: AskedCase,
    params: AnswerParams<K>,
  ): Promise<Answered<AnswerData<K>>> {
    return this.#call('ask', name, asked, params) as Promise<Answered<AnswerData<K>>>;
  }

  inquire<K extends InquiryName>(name: K, params: InquiryParams<K>): Promise<Answered<InquiryData<K>>> {
    return this.#call('inquire', name, params) as Promise<Answered<InquiryData<K>>>;
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
    worker.addEventListener('error', (event) => this.#restart(event.message));
    this.#worker = worker;
    return worker;
  }

  /** What was asked is lost and said to be; the next question finds a new thread with the same plan. */
  #restart(reason: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    engineFault.value = reason;
    for (const { reject } of this.#waiting.values()) reject(new EngineStopped(reason));
    this.#waiting.clear();
    if (this.#catalog !== undefined) void this.#call('catalog', this.#catalog);
    if (this.#plan !== undefined) void this.#call('open', this.#plan);
  }
}

/** `engine` or `charts`: the build wrote their addresses into the page. */
export function newWorker(name: 'engine' | 'charts'): Worker {
  const inline = document.getElementById(`${name}-worker`)?.textContent;
  const url =
    inline === undefined || inline === null
      ? (document.documentElement.dataset[name] ?? '')
      : URL.createObjectURL(new Blob([inline], { type: 'text/javascript' }));
  return new Worker(url, { type: 'module', name });
}

export const engine = new Engine();
