// A first plan from a few answers: what is asked, what is wrong with an answer, and the plan as it would be.

import { starterPlan } from '../../../src/editing/starter.ts';
import {
  type Answers,
  checkAnswer,
  type Question,
  starterQuestions,
} from '../../../src/editing/starter-questions.ts';
import { type Glance, glance } from './glance.ts';
import type { Shelf } from './shelf.ts';

export interface StarterParams {
  readonly answers: Answers;
  /** The day whose prices hold. */
  readonly asOf: string;
}

export interface AskedQuestion extends Question {
  /** What is wrong with its answer. */
  readonly problem: string | undefined;
}

export interface Starter {
  readonly questions: readonly AskedQuestion[];
  /** undefined where an answer is missing or wrong. */
  readonly plan: { readonly text: string; readonly glance: Glance } | undefined;
  /** Why there is no plan, where that is not one of the answers alone. */
  readonly problem: string | undefined;
}

export function starter(shelf: Shelf, { answers, asOf }: StarterParams): Starter {
  const { catalog } = shelf;
  const questions = starterQuestions(answers, catalog).map((question) => ({
    ...question,
    problem: checkAnswer(question, answers, catalog),
  }));
  const started = starterPlan(answers, catalog, asOf);
  if (!started.ok) {
    const [first] = started.diagnostics;
    return { questions, plan: undefined, problem: first?.message };
  }
  const { text } = started;
  const total = glance(shelf, { path: 'outlay.yaml', text, files: {} });
  return { questions, plan: { text, glance: total }, problem: undefined };
}
