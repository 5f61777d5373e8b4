// A first plan from a few answers: small, commented, and right as it is. What it comes to now stands in it as an expectation, so
// that the first change to it is seen.

import { onBand } from '../analysis/figures.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { type Diagnostic, Diagnostics } from '../diagnostics/diagnostic.ts';
import { buildGraph, type Model } from '../graph/build.ts';
import { interpreter } from '../grid/interpret.ts';
import { basePlace } from '../grid/layout.ts';
import { readPlan } from '../plan/read-plan.ts';
import { roundHalfAway } from '../quantity/print-number.ts';
import { exactText } from '../quantity/print-quantity.ts';
import { scalarText } from './scalar-text.ts';
import {
  type Driver,
  driverOf,
  isDeclared,
  isName,
  literalOf,
  moneyPerMonth,
  positiveNumber,
  type Run,
  runOf,
} from './starter-answers.ts';
import { type Answers, answerTo, checkAnswer, starterQuestions } from './starter-questions.ts';

/** What is wrong with an answer. */
export interface Problem {
  /** Of the question. */
  readonly id: string;
  readonly message: string;
}

export type Started =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      readonly diagnostics: readonly Diagnostic[];
    };

/**
 * The plan that the answers lead to, or what is wrong with them. `asOf` is the day whose prices hold; where left out, the newest that
 * are known. A plan that is given back reads and builds without a complaint.
 */
export function starterPlan(answers: Answers, catalog: Catalog, asOf?: string): Started {
  const questions = starterQuestions(answers, catalog);
  const problems = questions.flatMap((question): readonly Problem[] => {
    const message = checkAnswer(question, answers, catalog);
    return message === undefined ? [] : [{ id: question.id, message }];
  });
  const answer = (id: string): string => {
    const question = questions.find((q) => q.id === id);
    return question === undefined ? '' : answerTo(answers, question);
  };
  const driver = driverOf(answer('driver'));
  if (problems.length > 0 || !driver.ok) return { ok: false, problems, diagnostics: [] };
  const currency = answer('currency');
  const runs = questions.flatMap(({ id }) => (/^run\.\d+$/.test(id) && answer(id) !== '' ? [id] : []));
  const names = new Set<string>([driver.plural, 'paying', 'sales']);
  const things = runs.map((id) =>
    thingOf(runOf(answer(id), currency, catalog), answer(id), answer(`${id}.each`), driver, names),
  );
  const rates = questions.flatMap(({ id }) =>
    id.startsWith('rate.') ? [[id.slice('rate.'.length), answer(id)] as const] : [],
  );
  const units = [...(driver.isNew ? [driver.singular] : []), ...things.flatMap((thing) => thing.units)];
  const later = answer('later') === '' ? undefined : positiveNumber(answer('later'), driver);
  const text = [
    ...head(answer('title'), currency, [...new Set(units)], rates, asOf),
    ...inputs(driver, positiveNumber(answer('now'), driver) ?? '', things, answer('charge')),
    ...items(things),
    ...revenue(driver, answer('charge'), currency),
    ...budget(answer('budget'), currency),
    ...axis(driver, later),
  ].join('\n');
  return checked(`${text}\n`, later === undefined ? 'total' : 'total at size=now', catalog);
}

type KnownDriver = Driver & { readonly ok: true };

/** Something that it runs on, as the plan has it. */
interface Thing {
  readonly name: string;
  readonly lines: readonly string[];
  /** A further input that it is computed from. */
  readonly input: readonly string[];
  /** Things that its price counts and that Outlay does not know. */
  readonly units: readonly string[];
}

function thingOf(run: Run, answer: string, each: string, driver: KnownDriver, names: Set<string>): Thing {
  const { singular, plural } = driver;
  if (run.kind === 'metered') {
    const name = freshName(run.product.id, names);
    const perOne = freshName(`${name}_per_${singular}`, names);
    const amount = literalOf(each, run.meter, driver) ?? '';
    return {
      name,
      lines: [`use: ${answer}`, `quantity: ${plural} * ${perOne}`],
      units: run.meter.factors.flatMap(({ atom }) => (isDeclared(atom) ? [atom.name] : [])),
      input: [
        `  ${perOne}: ${amount}/${singular}   # an assumption; a range such as \`1 to 2\` stays one, down to the total`,
      ],
    };
  }
  const name = freshName(run.kind === 'flat' || run.kind === 'bought' ? run.product.id : 'hosting', names);
  const bought = boughtLines(run, answer);
  const carried = each === '' ? undefined : positiveNumber(each, driver);
  if (carried === undefined) return { name, lines: bought, input: [], units: [] };
  const perOne = freshName(`${plural}_per_${name}`, names);
  return {
    name,
    lines: [
      ...bought,
      `demand: { ${plural}: ${plural} }   # what it has to carry; the count follows`,
      `serves: { ${plural}: ${perOne} }`,
    ],
    input: [`  ${perOne}: ${carried}   # what one carries; measure it`],
    units: [],
  };
}

function boughtLines(run: Run, answer: string): readonly string[] {
  if (run.kind === 'own')
    return [`price: ${run.price}`, 'confidence: assumed   # say where the price comes from'];
  if (run.kind === 'bought') return [`buy: ${answer}`, 'life: 5 years   # an assumption'];
  return [`use: ${answer}`];
}

/** A name that a plan can have, and no two alike. */
export function freshName(wanted: string, names: Set<string>): string {
  const plain = wanted
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40);
  const base = isName(plain) ? plain : `item_${plain}`;
  let name = base;
  for (let i = 2; names.has(name); i++) name = `${base}_${i}`;
  names.add(name);
  return name;
}

function head(
  title: string,
  currency: string,
  units: readonly string[],
  rates: readonly (readonly [string, string])[],
  asOf: string | undefined,
): readonly string[] {
  const day = asOf === undefined ? [] : [`as_of: ${asOf}   # the day whose prices hold`];
  const exchange = rates.map(
    ([code, rate]) =>
      `  ${code}: { rate: ${rate} ${currency}, confidence: assumed }   # say from where and when`,
  );
  return [
    '# What drives it, what it runs on, what that costs, what it brings in.',
    '#',
    '#   outlay bill outlay.yaml       what it costs',
    '#   outlay explain outlay.yaml    where every figure comes from',
    '#   outlay check outlay.yaml      whether the plan keeps its own promises',
    '#   outlay prices search vps      what else there is',
    '',
    `plan: ${scalarText(title.replace(/[\p{Cc}\s]+/gu, ' ').trim(), false)}`,
    ...day,
    `currency: ${currency}   # of all totals`,
    ...(exchange.length === 0 ? [] : ['exchange:', ...exchange]),
    ...(units.length === 0 ? [] : [`units: [${units.join(', ')}]   # things that this plan counts`]),
  ];
}

function inputs(
  { plural }: KnownDriver,
  now: string,
  things: readonly Thing[],
  charge: string,
): readonly string[] {
  return [
    '',
    '# What drives everything else. Say where a figure comes from: it stands in every report.',
    'inputs:',
    `  ${plural}: { value: ${now}, source: a first estimate, confidence: assumed }`,
    ...things.flatMap((thing) => thing.input),
    ...(charge === '' ? [] : ['  paying: { value: 100%, label: share that pays, confidence: assumed }']),
  ];
}

function items(things: readonly Thing[]): readonly string[] {
  const blocks = things.flatMap(({ name, lines }) => [`  ${name}:`, ...lines.map((line) => `    ${line}`)]);
  return [
    '',
    '# What is bought or run. Paths lead into the catalog; a price of your own works too.',
    'items:',
    ...blocks,
  ];
}

function revenue({ singular, plural }: KnownDriver, charge: string, currency: string): readonly string[] {
  const price = charge === '' ? undefined : moneyPerMonth(charge, currency);
  if (price === undefined) return [];
  return [
    '',
    '# What is earned. It is in no total; `outlay margin` sets the two against each other.',
    'revenue:',
    '  sales:',
    `    price: ${price}/${singular}`,
    `    quantity: ${plural} * paying`,
  ];
}

function budget(answer: string, currency: string): readonly string[] {
  const most = answer === '' ? undefined : moneyPerMonth(answer, currency);
  return most === undefined ? [] : ['', 'budgets:', `  monthly: total <= ${most}`];
}

function axis({ plural }: KnownDriver, later: string | undefined): readonly string[] {
  if (later === undefined) return [];
  const points = ['    now: {}', `    later: { ${plural}: ${later} }`];
  return [
    '',
    '# Ways in which cases differ. Each says only what is different.',
    'axes:',
    '  size:',
    ...points,
  ];
}

/** With what it comes to now, if that is known; or what is wrong with it, which is never given back as a plan. */
function checked(text: string, figure: string, catalog: Catalog): Started {
  const out = new Diagnostics();
  const model = modelOf(text, catalog, out);
  if (model === undefined || out.all.length > 0) return { ok: false, problems: [], diagnostics: out.all };
  const { graph } = model;
  const type = graph.nodes[graph.total]?.type;
  const { value } = interpreter(graph);
  const ends = [0, 2].map((band) => value(graph.total, onBand(graph, basePlace(graph), band)));
  if (type?.kind !== 'number' || !ends.every(Number.isFinite)) return { ok: true, text };
  const rounded = [...new Set(ends.map((end) => Number(roundHalfAway(end, 2))))].sort((a, b) => a - b);
  const amount = rounded
    .map((end, i) => (i === 0 && rounded.length > 1 ? String(end) : exactText(end, type.unit)))
    .join(' to ');
  const promise = [
    '',
    '# What the plan promises. `outlay check` tries it, here and in CI.',
    'expect:',
    `  - that: ${figure}`,
    `    is: ${amount}`,
    `    within: 0.01 ${graph.plan.currency}/month`,
  ];
  return { ok: true, text: `${text}${promise.join('\n')}\n` };
}

function modelOf(text: string, catalog: Catalog, out: Diagnostics): Model | undefined {
  const plan = readPlan({ file: 'outlay.yaml', text }, { read: () => undefined }, out);
  return plan === undefined ? undefined : buildGraph(plan, catalog, out);
}
