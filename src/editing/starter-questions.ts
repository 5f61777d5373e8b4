// The questions that lead to a first plan, as data, so that a page and a terminal ask the same. Some follow from answers: what is
// asked of a product depends on how it is charged.

import type { Catalog } from '../catalog/catalog.ts';
import { currencyCodes } from '../quantity/currency.ts';
import { unitText } from '../quantity/unit.ts';
import { driverOf, literalOf, moneyPerMonth, positiveNumber, runOf } from './starter-answers.ts';

export interface Question {
  /** The key of its answer. */
  readonly id: string;
  /** From 1; several questions may make one step. */
  readonly step: number;
  readonly words: string;
  /** What an answer looks like. */
  readonly help: string;
  readonly default: string;
  /** May be left empty. */
  readonly optional: boolean;
  /** Where only these can be answered, or these are worth offering. */
  readonly choices: readonly string[];
  readonly kind: 'text' | 'word' | 'number' | 'choice' | 'product' | 'quantity' | 'money';
}

/** By id of the question, as typed. What is missing counts as its default. */
export type Answers = Readonly<Record<string, string>>;

/** More than these are better written by hand. */
const mostRuns = 8;

/** All questions that the answers so far lead to, in order. */
export function starterQuestions(answers: Answers, catalog: Catalog): readonly Question[] {
  const driver = driverOf(answerTo(answers, fixed.driver));
  const [one, many] = driver.ok ? [driver.singular, driver.plural] : ['one', 'they'];
  const currency = answerTo(answers, fixed.currency);
  return [
    fixed.title,
    fixed.currency,
    fixed.driver,
    { ...fixed.now, words: `How many ${many} are there now?` },
    { ...fixed.later, words: `How many ${many} could there be later?` },
    ...runQuestions(answers, catalog, one, many),
    ...rateQuestions(answers, catalog, currency),
    { ...fixed.budget, help: `\`40\` or \`40 ${currency}/month\`; empty for no budget` },
    {
      ...fixed.charge,
      words: `What is charged for each ${one} in a month?`,
      help: `\`5\` or \`5 ${currency}/month\`; empty where nothing is`,
    },
  ];
}

/** The answer as it counts: as typed, or the default. */
export function answerTo(answers: Answers, question: Pick<Question, 'id' | 'default'>): string {
  const given = Object.hasOwn(answers, question.id) ? answers[question.id]?.trim() : undefined;
  return given === undefined ? question.default : given;
}

/** What is wrong with an answer, in a sentence; undefined where nothing is. */
export function checkAnswer(question: Question, answers: Answers, catalog: Catalog): string | undefined {
  const answer = answerTo(answers, question);
  if (answer === '') return question.optional ? undefined : 'this needs an answer';
  if (answer.length > longest) return `this is longer than ${longest} characters`;
  const currency = answerTo(answers, fixed.currency);
  switch (question.kind) {
    case 'text':
      return undefined;
    case 'choice':
      return question.choices.includes(answer)
        ? undefined
        : `\`${answer}\` is no ISO code of a currency, such as ${question.default}`;
    case 'word': {
      const driver = driverOf(answer);
      return driver.ok ? undefined : driver.problem;
    }
    case 'number': {
      const driver = driverOf(answerTo(answers, fixed.driver));
      const unit = question.step === 2 || !driver.ok ? undefined : driver;
      return positiveNumber(answer, unit) === undefined ? `\`${answer}\` is no number above zero` : undefined;
    }
    case 'money':
      return moneyPerMonth(answer, currency) === undefined
        ? `this is no amount, such as 40 or 40 ${currency}/month`
        : undefined;
    case 'product': {
      const run = runOf(answer, currency, catalog);
      return run.kind === 'problem' ? run.problem : undefined;
    }
    case 'quantity': {
      const run = runOf(
        answerTo(answers, { id: question.id.replace(/\.each$/, ''), default: '' }),
        currency,
        catalog,
      );
      const fits =
        run.kind === 'metered' && literalOf(answer, run.meter, driverOf(answerTo(answers, fixed.driver)));
      return fits ? undefined : `this is no amount, such as ${question.default}`;
    }
  }
}

const longest = 200;

const fixed = {
  title: {
    id: 'title',
    step: 1,
    words: 'What is it called?',
    help: 'the title of the plan',
    default: 'My service',
    optional: false,
    choices: [],
    kind: 'text',
  },
  currency: {
    id: 'currency',
    step: 2,
    words: 'In which currency are its totals?',
    help: 'the ISO code: `EUR`',
    default: 'EUR',
    optional: false,
    choices: currencyCodes(),
    kind: 'choice',
  },
  driver: {
    id: 'driver',
    step: 3,
    words: 'What drives it? One of them is called',
    help: 'what it has more and more of: `user`, `agent`, `device`',
    default: 'user',
    optional: false,
    choices: ['user', 'customer', 'agent', 'device', 'seat', 'site'],
    kind: 'word',
  },
  now: {
    id: 'now',
    step: 3,
    words: '',
    help: '`500`, `15k`',
    default: '500',
    optional: false,
    choices: [],
    kind: 'number',
  },
  later: {
    id: 'later',
    step: 3,
    words: '',
    help: '`5000`; empty where that is not of interest',
    default: '',
    optional: true,
    choices: [],
    kind: 'number',
  },
  budget: {
    id: 'budget',
    step: 6,
    words: 'What may it cost in a month?',
    help: '',
    default: '',
    optional: true,
    choices: [],
    kind: 'money',
  },
  charge: {
    id: 'charge',
    step: 6,
    words: '',
    help: '',
    default: '',
    optional: true,
    choices: [],
    kind: 'money',
  },
} as const satisfies Readonly<Record<string, Question>>;

function runQuestions(answers: Answers, catalog: Catalog, one: string, many: string): readonly Question[] {
  const questions: Question[] = [];
  const currency = answerTo(answers, fixed.currency);
  for (let n = 1; n <= mostRuns; n++) {
    const question: Question = {
      id: `run.${n}`,
      step: 4,
      words: n === 1 ? 'What does it run on?' : 'And on what else?',
      help: `a product of the catalog, or a price of your own: \`14 ${currency}/month\`${n === 1 ? '' : '; empty where that is all'}`,
      default: '',
      optional: n > 1,
      choices: [],
      kind: 'product',
    };
    questions.push(question);
    const answer = answerTo(answers, question);
    if (answer === '') break;
    const run = runOf(answer, currency, catalog);
    if (run.kind !== 'problem' && run.kind !== 'metered') {
      questions.push({
        id: `run.${n}.each`,
        step: 5,
        words: `How many ${many} does one of ${answer} serve?`,
        help: '`2000`; empty where one is enough for all',
        default: '',
        optional: true,
        choices: [],
        kind: 'number',
      });
    } else if (run.kind === 'metered') {
      const unit = unitText(run.meter, true);
      questions.push({
        id: `run.${n}.each`,
        step: 5,
        words: `How much of ${answer} does each ${one} need, in ${unit}?`,
        help: `\`0.5\` or \`0.5 ${unit}\``,
        default: `1 ${unitText(run.meter)}`,
        optional: false,
        choices: [],
        kind: 'quantity',
      });
    }
  }
  return questions;
}

/** Prices in other currencies need a rate, and no plan may make one up. */
function rateQuestions(answers: Answers, catalog: Catalog, currency: string): readonly Question[] {
  const others = new Set<string>();
  for (let n = 1; n <= mostRuns; n++) {
    const run = runOf(answerTo(answers, { id: `run.${n}`, default: '' }), currency, catalog);
    if (run.kind === 'problem') continue;
    for (const code of run.currencies) if (code !== currency) others.add(code);
  }
  return [...others].sort().map((code) => ({
    id: `rate.${code}`,
    step: 2,
    words: `Some prices are in ${code}. What is one ${code} in ${currency}?`,
    help: '`0.87`, as of today',
    default: '',
    optional: false,
    choices: [],
    kind: 'number',
  }));
}
