// The engine's thread: takes calls in order, answers each.

import { GridTooLarge } from '../../src/grid/evaluate.ts';
import { complete, hover, OutlayError } from '../../src/index.ts';
import type { CatalogAnswer } from '../../src/service/contract.ts';
import { answers } from './answers/index.ts';
import type { Answered, Call, EngineCalls, Reply } from './calls.ts';
import { inquiries } from './inquiries/index.ts';
import type { Shelf } from './inquiries/shelf.ts';
import type { GivenPlan } from './protocol.ts';
import { type Asked, Session } from './session.ts';

const session = new Session();

const calls: EngineCalls = {
  catalog: (vendors) => session.catalog(vendors as CatalogAnswer),
  open: (plan: GivenPlan) => session.open(plan),
  ask: async (name, asked, params) => {
    const answer = answers[name] as (asked: Asked, params: unknown) => Promise<unknown>;
    return answered(() => answer(session.asked(asked), params)) as never;
  },
  complete: (text, offset, asked) => complete(text, offset, session.known(asked)),
  hover: (text, offset, asked) => hover(text, offset, session.known(asked)),
  inquire: async (name, params) => {
    const inquiry = inquiries[name] as (shelf: Shelf, params: unknown) => Promise<unknown>;
    return answered(() => inquiry(session.shelf(), params)) as never;
  },
};

async function answered(run: () => Promise<unknown>): Promise<Answered<unknown>> {
  const start = performance.now();
  try {
    const data = await run();
    return { ok: true, data, ms: performance.now() - start };
  } catch (error) {
    if (error instanceof GridTooLarge) {
      const [axis] = error.axes;
      const help = axis === 'samples' ? 'ask for fewer samples' : `choose a point of ${axis ?? 'an axis'}`;
      return { ok: false, message: error.message, help };
    }
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
