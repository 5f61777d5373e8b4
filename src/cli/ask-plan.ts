// `outlay init --ask`: the questions that lead to a first plan, one a line.

import { Catalog } from '../catalog/catalog.ts';
import { Diagnostics } from '../diagnostics/diagnostic.ts';
import { starterPlan } from '../editing/starter.ts';
import { checkAnswer, type Question, starterQuestions } from '../editing/starter-questions.ts';
import { UnitTable } from '../quantity/unit-table.ts';
import { PackagedVendors } from '../service/vendor-files.ts';
import { harmless } from './harmless.ts';
import type { Io } from './io.ts';

/** The plan; undefined, with the reason in `out`, where the input ends before a question that has to be answered. */
export async function askPlan(io: Io, out: Diagnostics, today: string): Promise<string | undefined> {
  const catalog = Catalog.of(new PackagedVendors(), UnitTable.builtin, new Diagnostics());
  const answers: Record<string, string> = {};
  const lines = io.lines()[Symbol.asyncIterator]();
  let done = false;
  while (!out.failed) {
    const question = starterQuestions(answers, catalog).find(({ id }) => !Object.hasOwn(answers, id));
    if (question === undefined) break;
    io.stderr.write(promptOf(question));
    const next: IteratorResult<string> | undefined = done ? undefined : await lines.next();
    done = next?.done !== false;
    const typed = next?.done === false ? next.value.trim() : '';
    const given = { ...answers, [question.id]: typed === '' ? question.default : typed };
    const problem = checkAnswer(question, given, catalog);
    if (problem === undefined) answers[question.id] = given[question.id] ?? '';
    else if (done) out.error('E701', `the answers end before \`${question.words}\``, [], problem);
    else io.stderr.write(`${harmless(problem)}\n`);
  }
  await lines.return?.();
  if (out.failed) return undefined;
  const started = starterPlan(answers, catalog, today);
  if (started.ok) return started.text;
  for (const { code, message, marks, help } of started.diagnostics) out.error(code, message, marks, help);
  return undefined;
}

/** `How many users are there now? (`500`, `15k`) [500] `. */
function promptOf({ words, help, default: usual }: Question): string {
  return `${words} (${help})${usual === '' ? '' : ` [${usual}]`} `;
}
