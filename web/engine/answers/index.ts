// The questions that the page asks, one a file, each loaded when it is first asked. An answer is plain data with its figures
// as text already: the page lays out, and computes nothing.

import type { Asked } from '../session.ts';
import type { BillParams } from './bill-columns.ts';
import type { BreakEvenParams } from './break-even.ts';
import type { CompareParams } from './compare.ts';
import type { ExplainParams } from './explain.ts';
import type { MarginParams } from './margin.ts';
import type { SectionParams } from './section.ts';

type None = Readonly<Record<never, never>>;

export const answers = {
  figures: async (asked: Asked, _: None) => (await import('./figures.ts')).figures(asked),
  overview: async (asked: Asked, _: None) => (await import('./overview.ts')).overview(asked),
  doubts: async (asked: Asked, _: None) => (await import('./doubts.ts')).doubts(asked),
  interval: async (asked: Asked, _: None) => (await import('./interval.ts')).interval(asked),
  outlook: async (asked: Asked, _: None) => (await import('./outlook.ts')).outlook(asked),
  advice: async (asked: Asked, _: None) => (await import('./advice.ts')).advice(asked),
  bill: async (asked: Asked, params: BillParams) => (await import('./bill.ts')).billAnswer(asked, params),
  compare: async (asked: Asked, params: CompareParams) =>
    (await import('./compare.ts')).compareAnswer(asked, params),
  breakEven: async (asked: Asked, params: BreakEvenParams) =>
    (await import('./break-even.ts')).breakEvenAnswer(asked, params),
  margin: async (asked: Asked, params: MarginParams) =>
    (await import('./margin.ts')).marginAnswer(asked, params),
  section: async (asked: Asked, params: SectionParams) =>
    (await import('./section.ts')).sectionAnswer(asked, params),
  explain: async (asked: Asked, params: ExplainParams) =>
    (await import('./explain.ts')).explainAnswer(asked, params),
};

export type Answers = typeof answers;
export type AnswerName = keyof Answers;
export type AnswerParams<K extends AnswerName> = Parameters<Answers[K]>[1];
export type AnswerData<K extends AnswerName> = Awaited<ReturnType<Answers[K]>>;
