// The questions that the page asks, one a file, each loaded when it is first asked. An answer is plain data with its figures
// as text already: the page lays out, and computes nothing.

import type { Asked } from '../session.ts';
import type { BillParams } from './bill-columns.ts';
import type { BillPictureParams } from './bill-picture.ts';
import type { BreakEvenParams } from './break-even.ts';
import type { CompareParams } from './compare.ts';
import type { EffectsParams } from './effects.ts';
import type { ExplainParams } from './explain.ts';
import { figures } from './figures.ts';
import type { EditedParams, KeptParams } from './kept.ts';
import type { LeversParams } from './levers.ts';
import type { LadderParams } from './limits.ts';
import type { MarginParams } from './margin.ts';
import type { MovesParams } from './moves.ts';
import type { RiskParams, TornadoParams } from './risk.ts';

type None = Readonly<Record<never, never>>;

export const answers = {
  // the head of every view asks for them
  figures: async (asked: Asked, _: None) => figures(asked),
  overview: async (asked: Asked, _: None) => (await import('./overview.ts')).overview(asked),
  doubts: async (asked: Asked, _: None) => (await import('./doubts.ts')).doubts(asked),
  interval: async (asked: Asked, _: None) => (await import('./interval.ts')).interval(asked),
  outlook: async (asked: Asked, _: None) => (await import('./outlook.ts')).outlook(asked),
  advice: async (asked: Asked, _: None) => (await import('./advice.ts')).advice(asked),
  adviceEverywhere: async (asked: Asked, _: None) => (await import('./advice.ts')).adviceEverywhere(asked),
  bill: async (asked: Asked, params: BillParams) => (await import('./bill.ts')).billAnswer(asked, params),
  billPicture: async (asked: Asked, params: BillPictureParams) =>
    (await import('./bill-picture.ts')).billPicture(asked, params),
  compare: async (asked: Asked, params: CompareParams) =>
    (await import('./compare.ts')).compareAnswer(asked, params),
  breakEven: async (asked: Asked, params: BreakEvenParams) =>
    (await import('./break-even.ts')).breakEvenAnswer(asked, params),
  margin: async (asked: Asked, params: MarginParams) =>
    (await import('./margin.ts')).marginAnswer(asked, params),
  drivers: async (asked: Asked, _: None) => (await import('./drivers.ts')).drivers(asked),
  kept: async (asked: Asked, params: KeptParams) => (await import('./kept.ts')).kept(asked, params),
  edited: async (asked: Asked, params: EditedParams) => (await import('./kept.ts')).edited(asked, params),
  moves: async (asked: Asked, params: MovesParams) => (await import('./moves.ts')).moves(asked, params),
  effects: async (asked: Asked, params: EffectsParams) =>
    (await import('./effects.ts')).effects(asked, params),
  spread: async (asked: Asked, params: RiskParams) => (await import('./risk.ts')).spreadAnswer(asked, params),
  risk: async (asked: Asked, params: RiskParams) => (await import('./risk.ts')).riskAnswer(asked, params),
  fan: async (asked: Asked, params: RiskParams) => (await import('./risk.ts')).fanAnswer(asked, params),
  tornado: async (asked: Asked, params: TornadoParams) =>
    (await import('./risk.ts')).tornadoAnswer(asked, params),
  levers: async (asked: Asked, params: LeversParams) =>
    (await import('./levers.ts')).leversAnswer(asked, params),
  limits: async (asked: Asked, _: None) => (await import('./limits.ts')).limitsAnswer(asked),
  ladder: async (asked: Asked, params: LadderParams) =>
    (await import('./limits.ts')).ladderAnswer(asked, params),
  demand: async (asked: Asked, _: None) => (await import('./limits.ts')).demandAnswer(asked),
  pricesUsed: async (asked: Asked, _: None) => (await import('./price-use.ts')).pricesUsed(asked),
  explain: async (asked: Asked, params: ExplainParams) =>
    (await import('./explain.ts')).explainAnswer(asked, params),
};

export type Answers = typeof answers;
export type AnswerName = keyof Answers;
export type AnswerParams<K extends AnswerName> = Parameters<Answers[K]>[1];
export type AnswerData<K extends AnswerName> = Awaited<ReturnType<Answers[K]>>;
