// What the page can ask of the engine, and how calls and replies pass between their threads.

import type { Completion } from '../../src/editing/complete.ts';
import type { Hover } from '../../src/editing/hover.ts';
import type { AnswerName, AnswerParams, Answers } from './answers/index.ts';
import type { Inquiries, InquiryName, InquiryParams } from './inquiries/index.ts';
import type { AskedCase, GivenPlan, Opened } from './protocol.ts';

/** An answer, or why there is none: a what-if that does not fit, an axis that is gone. */
export type Answered<T> =
  | { readonly ok: true; readonly data: T; readonly ms: number }
  | { readonly ok: false; readonly message: string; readonly help: string };

/** What the engine does when asked. */
export interface EngineCalls {
  /** Prices, as the server has them; before anything is opened. */
  catalog(vendors: unknown): void;
  open(plan: GivenPlan): Opened;
  ask<K extends AnswerName>(
    name: K,
    asked: AskedCase,
    params: AnswerParams<K>,
  ): Promise<Answered<Awaited<ReturnType<Answers[K]>>>>;
  /** What could be written at an offset of a text that need not be readable; values are those of the case that is looked at. */
  complete(text: string, offset: number, asked: AskedCase): Completion;
  /** What stands there. */
  hover(text: string, offset: number, asked: AskedCase): Hover | undefined;
  /** Of something else than the open plan. */
  inquire<K extends InquiryName>(
    name: K,
    params: InquiryParams<K>,
  ): Promise<Answered<Awaited<ReturnType<Inquiries[K]>>>>;
}

export interface Call {
  readonly id: number;
  readonly method: keyof EngineCalls;
  readonly args: readonly unknown[];
}

export type Reply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: string };
