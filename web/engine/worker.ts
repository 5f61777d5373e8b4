// The engine's thread: takes calls in order, answers each.

import { OutlayError } from '../../src/index.ts';
import { type AnswerName, answers } from './answers/index.ts';
import type { Answered, Call, EngineCalls, Reply } from './calls.ts';
import type { AskedCase, GivenPlan } from './protocol.ts';
import { type Asked, Session } from './session.ts';
import type { SentVendors } from './vendors.ts';

const session = new Session();

const calls: EngineCalls = {
  catalog: (vendors) => session.catalog(vendors as SentVendors),
  open: (plan: GivenPlan) => session.open(plan),
  ask: async (name, asked, params) => answered(name, asked, params) as never,
};

async function answered(name: AnswerName, asked: AskedCase, params: unknown): Promise<Answered<unknown>> {
  const start = performance.now();
  try {
    const answer = answers[name] as (asked: Asked, params: unknown) => Promise<unknown>;
    const data = await answer(session.asked(asked), params);
    return { ok: true, data, ms: performance.now() - start };
  } catch (error) {
    if (!(error instanceof OutlayError)) throw error;
    const [first] = error.diagnostics;
    return { ok: false, message: first?.message ?? error.message, help: first?.help ?? '' };
  }
}

self.addEventListener('message', async ({ data }: MessageEvent<Call>) => {
  const { id, method, args } = data;
  try {
    const call = calls[method] as (...args: readonly unknown[]) => unknown;
    reply({ id, ok: true, value: await call(...args) });
  } catch (error) {
    reply({
      id,
      ok: false,
      error: error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error),
    });
  }
});

function reply(message: Reply): void {
  self.postMessage(message);
}
