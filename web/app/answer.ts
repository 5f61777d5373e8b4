// A question to the engine as part of a view: asked again whenever the plan, the case or the question changes, with the last
// answer standing until the next is there.

import { signal } from '@preact/signals';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AnswerData, AnswerName, AnswerParams } from '../engine/answers/index.ts';
import type { Answered } from '../engine/calls.ts';
import type { InquiryData, InquiryName, InquiryParams } from '../engine/inquiries/index.ts';
import type { AskedCase } from '../engine/protocol.ts';
import { engine, hasCatalog } from './engine.ts';
import { here } from './location.ts';
import { askedCase, outline, revision } from './plan.ts';

export interface Answer<T> {
  /** The last one; undefined until there is one. */
  readonly data: T | undefined;
  /** Why there is none for what is asked now. */
  readonly problem: { readonly message: string; readonly help: string } | undefined;
  /** Another is on its way. */
  readonly pending: boolean;
}

/** How long the engine took for the answers to the last change, in milliseconds. */
export const computeTime = signal(0);

const none: Readonly<Record<string, string>> = {};

export function useAnswer<K extends AnswerName>(name: K, params: AnswerParams<K>): Answer<AnswerData<K>> {
  return useAnswerIn(name, params, askedCase.value, 0);
}

/** Asked aside, but at once: for what nearly follows a slider, and must not hold up the figures where it does not. */
export function useAnswerAside<K extends AnswerName>(
  name: K,
  params: AnswerParams<K>,
): Answer<AnswerData<K>> {
  return useAnswerIn(name, params, askedCase.value, 0, true);
}

/** Of the plan as it is written, whatever is tried out on top. */
export function useWrittenAnswer<K extends AnswerName>(
  name: K,
  params: AnswerParams<K>,
): Answer<AnswerData<K>> {
  const { at, currency } = here.value;
  return useAnswerIn(name, params, { at, set: none, currency }, 0);
}

/** In another case than the one that is looked at, as far as `at` says so. */
export function useAnswerAt<K extends AnswerName>(
  name: K,
  params: AnswerParams<K>,
  at: Readonly<Record<string, string>>,
): Answer<AnswerData<K>> {
  const asked = askedCase.value;
  return useAnswerIn(name, params, { ...asked, at: { ...asked.at, ...at } }, 0);
}

/** Asked aside, once nothing has changed for a moment: for what takes longer than a slider's step. */
export function usePatientAnswer<K extends AnswerName>(
  name: K,
  params: AnswerParams<K>,
): Answer<AnswerData<K>> {
  return useAnswerIn(name, params, askedCase.value, rest);
}

/** Longer than between two steps of a slider, shorter than anybody notices. */
const rest = 180;

function useAnswerIn<K extends AnswerName>(
  name: K,
  params: AnswerParams<K>,
  asked: AskedCase,
  patience: number,
  aside = patience > 0,
): Answer<AnswerData<K>> {
  const key = JSON.stringify([name, params, asked, revision.value]);
  const ask = async (): Promise<Answered<AnswerData<K>>> => {
    const reply = await (aside ? engine.askAside(name, asked, params) : engine.ask(name, asked, params));
    if (reply.ok && patience === 0) computeTime.value = reply.ms;
    return reply;
  };
  return useAsked(key, outline.value !== undefined, ask, patience);
}

/** Of something else than the open plan: the catalog, a document. undefined asks nothing. */
export function useInquiry<K extends InquiryName>(
  name: K,
  params: InquiryParams<K> | undefined,
): Answer<InquiryData<K>> {
  const ready = hasCatalog.value && params !== undefined;
  const ask = (): Promise<Answered<InquiryData<K>>> => engine.inquire(name, params as InquiryParams<K>);
  return useAsked(JSON.stringify([name, params]), ready, ask, 0);
}

interface Slot {
  busy: boolean;
  next: (() => Promise<void>) | undefined;
}

function useAsked<T>(
  key: string,
  ready: boolean,
  ask: () => Promise<Answered<T>>,
  patience: number,
): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ data: undefined, problem: undefined, pending: true });
  const slot = useRef<Slot>({ busy: false, next: undefined });
  // not after the next paint: a slider's question goes out within its own frame
  useLayoutEffect(() => {
    if (!ready) return;
    let wanted = true;
    setAnswer((last) => (last.pending ? last : { ...last, pending: true }));
    const run = async (): Promise<void> => {
      const reply = await ask().catch(() => undefined);
      if (reply === undefined) return;
      // an answer that is late is better than none while a slider moves, but never after its view has another question
      if (!wanted && slot.current.next === undefined) return;
      setAnswer((last) =>
        reply.ok
          ? { data: reply.data, problem: undefined, pending: !wanted }
          : { data: last.data, problem: { message: reply.message, help: reply.help }, pending: !wanted },
      );
    };
    // the first time there is nothing to wait for
    const wait = answer.data === undefined ? 0 : patience;
    const begin = (): void => latest(slot.current, run);
    const timer = wait === 0 ? undefined : setTimeout(begin, wait);
    if (timer === undefined) begin();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [key, ready]);
  return answer;
}

/** One at a time, and of those that wait only the newest. */
function latest(slot: Slot, run: () => Promise<void>): void {
  slot.next = run;
  if (slot.busy) return;
  slot.busy = true;
  void (async () => {
    try {
      for (let next = slot.next; next !== undefined; next = slot.next) {
        slot.next = undefined;
        await next();
      }
    } finally {
      slot.busy = false;
    }
  })();
}
