// A question to the engine as part of a view: asked again whenever the plan, the case or the question changes, with the last
// answer standing until the next is there.

import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AnswerData, AnswerName, AnswerParams } from '../engine/answers/index.ts';
import type { AskedCase } from '../engine/protocol.ts';
import { engine } from './engine.ts';
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

interface Slot {
  busy: boolean;
  next: (() => Promise<void>) | undefined;
}

export function useAnswer<K extends AnswerName>(name: K, params: AnswerParams<K>): Answer<AnswerData<K>> {
  return useAnswerIn(name, params, askedCase.value);
}

/** Of the plan as it is written, whatever is tried out on top. */
export function useWrittenAnswer<K extends AnswerName>(
  name: K,
  params: AnswerParams<K>,
): Answer<AnswerData<K>> {
  const { at, currency } = here.value;
  return useAnswerIn(name, params, { at, set: none, currency });
}

/** Asked once nothing has changed for a moment: for what takes long enough to hold up the figures while a slider moves. */
export function usePatientAnswer<K extends AnswerName>(
  name: K,
  params: AnswerParams<K>,
): Answer<AnswerData<K>> {
  return useAnswerAt(name, params, none, rest);
}

/** Longer than between two steps of a slider, shorter than anybody notices. */
const rest = 180;

const none: Readonly<Record<string, string>> = {};

/** In another case than the one that is looked at, as far as `at` says so. */
export function useAnswerAt<K extends AnswerName>(
  name: K,
  params: AnswerParams<K>,
  at: Readonly<Record<string, string>>,
  patience?: number,
): Answer<AnswerData<K>> {
  const asked = askedCase.value;
  return useAnswerIn(name, params, { ...asked, at: { ...asked.at, ...at } });
}

export function useAnswerIn<K extends AnswerName>(
  name: K,
  params: AnswerParams<K>,
  asked: AskedCase,
): Answer<AnswerData<K>> {
  const [answer, setAnswer] = useState<Answer<AnswerData<K>>>({
    data: undefined,
    problem: undefined,
    pending: true,
  });
  const slot = useRef<Slot>({ busy: false, next: undefined });
  const ready = outline.value !== undefined;
  const key = JSON.stringify([name, params, asked, revision.value, ready]);
  useEffect(() => {
    if (!ready) return;
    let wanted = true;
    setAnswer((last) => (last.pending ? last : { ...last, pending: true }));
    const ask = async (): Promise<void> => {
      const reply = await engine.ask(name, asked, params).catch(() => undefined);
      if (reply === undefined) return;
      if (reply.ok && patience === undefined) computeTime.value = reply.ms;
      // an answer that is late is better than none while a slider moves, but never after its view has another question
      if (!wanted && slot.current.next === undefined) return;
      setAnswer((last) =>
        reply.ok
          ? { data: reply.data, problem: undefined, pending: !wanted }
          : { data: last.data, problem: { message: reply.message, help: reply.help }, pending: !wanted },
      );
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    if (patience === undefined) latest(slot.current, ask);
    // the first time, only behind what the view asks at once
    else timer = setTimeout(() => latest(slot.current, ask), answer.data === undefined ? 0 : patience);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [key]);
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
