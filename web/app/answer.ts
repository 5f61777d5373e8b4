// A question to the engine as part of a view: asked again whenever the plan, the case or the question changes, with the last
// answer standing until the next is there.

import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AnswerData, AnswerName, AnswerParams } from '../engine/answers/index.ts';
import { engine } from './engine.ts';
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
  return useAnswerAt(name, params, none);
}

const none: Readonly<Record<string, string>> = {};

/** In another case than the one that is looked at, as far as `at` says so. */
export function useAnswerAt<K extends AnswerName>(
  name: K,
  params: AnswerParams<K>,
  at: Readonly<Record<string, string>>,
): Answer<AnswerData<K>> {
  const [answer, setAnswer] = useState<Answer<AnswerData<K>>>({
    data: undefined,
    problem: undefined,
    pending: true,
  });
  const slot = useRef<Slot>({ busy: false, next: undefined });
  const asked = { ...askedCase.value, at: { ...askedCase.value.at, ...at } };
  const ready = outline.value !== undefined;
  const key = JSON.stringify([name, params, asked, revision.value, ready]);
  useEffect(() => {
    if (!ready) return;
    let wanted = true;
    setAnswer((last) => (last.pending ? last : { ...last, pending: true }));
    latest(slot.current, async () => {
      const reply = await engine.ask(name, asked, params).catch(() => undefined);
      if (reply === undefined) return;
      if (reply.ok) computeTime.value = reply.ms;
      // an answer that is late is better than none while a slider moves, but never after its view has another question
      if (!wanted && slot.current.next === undefined) return;
      setAnswer((last) =>
        reply.ok
          ? { data: reply.data, problem: undefined, pending: !wanted }
          : { data: last.data, problem: { message: reply.message, help: reply.help }, pending: !wanted },
      );
    });
    return () => {
      wanted = false;
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
