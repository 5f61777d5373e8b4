// The commands and their flags, and nothing of what they do: each body is loaded when it is asked for.

import { Command } from 'commander';
import type { BreakEvenFlags } from './answers/break-even.ts';
import type { MarginFlags } from './answers/margin.ts';
import type { RecommendFlags } from './answers/recommend.ts';
import type { RiskFlags } from './answers/risk.ts';
import type { SensitivityFlags } from './answers/sensitivity.ts';
import type { AuditFlags } from './commands/audit.ts';
import type { BillFlags } from './commands/bill.ts';
import type { CheckFlags } from './commands/check.ts';
import type { CompareFlags } from './commands/compare.ts';
import type { ExplainFlags } from './commands/explain.ts';
import type { InitFlags } from './commands/init.ts';
import type { DiffFlags } from './commands/prices.ts';
import type { ReportFlags } from './commands/report.ts';
import type { ServeFlags } from './commands/serve.ts';
import type { commands } from './commands.ts';
import type { DiffFlags as PlanDiffFlags } from './diff-sides.ts';
import { shared } from './flags.ts';
import type { Io } from './io.ts';
import type { Flags } from './settings.ts';

/** Where the exit code of the command that ran is left. */
export interface Run {
  code: number;
}

/** Thrown where a flag has said everything, so that no command is looked for. */
export class Finished extends Error {}

type Define = (command: Command, io: Io, run: Run) => void;

/** In the order of the help. */
const definitions: Readonly<Record<string, Define>> = {
  init: defineInit,
  check: defineCheck,
  bill: defineBill,
  compare: defineCompare,
  recommend: defineRecommend,
  'break-even': defineBreakEven,
  sensitivity: defineSensitivity,
  risk: defineRisk,
  margin: defineMargin,
  diff: defineDiff,
  limits: defineLimits,
  levers: defineLevers,
  tco: defineTco,
  explain: defineExplain,
  report: defineReport,
  audit: defineAudit,
  prices: definePrices,
  serve: defineServe,
};

export function isCommand(name: string): boolean {
  return Object.hasOwn(definitions, name);
}

/** A command that is named first is the only one that is made: the others would cost every run some milliseconds. */
export function buildProgram(args: readonly string[], io: Io, run: Run, version: () => string): Command {
  const program = new Command('outlay')
    .description(
      'Capacity and cost planning as code: numbers with units, dated prices, answers that show their working.',
    )
    .helpCommand('help [command]', 'show what a command does')
    .option('-V, --version', 'print the version')
    .on('option:version', () => {
      io.stdout.write(`${version()}\n`);
      throw new Finished();
    });
  const [first = ''] = args;
  const names = isCommand(first) ? [first] : Object.keys(definitions);
  for (const name of names) definitions[name]?.(program.command(name), io, run);
  program.addHelpText('after', helpEnd);
  for (const command of [program, ...program.commands, ...program.commands.flatMap((c) => c.commands)]) {
    quiet(command, io);
  }
  return program;
}

const helpEnd = `
A plan is a YAML file; \`-\` is standard input. Exit codes: 0 fine, 1 the tool failed, 2 usage or invalid input,
3 a finding that \`--fail-on\` names. Flags can be set as OUTLAY_<FLAG> or in outlay.config.yaml.
`;

/** Errors of usage are thrown to main.ts and printed there; help goes where the streams of this run go. */
function quiet(command: Command, io: Io): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => io.stdout.write(text),
    writeErr: (text) => io.stderr.write(text),
    outputError: () => {},
    getOutHelpWidth: () => io.stdout.columns ?? 100,
    getErrHelpWidth: () => io.stderr.columns ?? 100,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  });
}

async function bodies(): Promise<typeof commands> {
  return (await import('./commands.ts')).commands;
}

const everyFormat = 'table, json, markdown, csv';

function defineInit(command: Command, io: Io, run: Run): void {
  command
    .description('write a commented starter plan')
    .argument('[FILE]', 'where; `-` for standard output', 'outlay.yaml')
    .option('--ask', 'from the answers to a few questions')
    .option('--force', 'write over a file that is there')
    .action(async (file: string, flags: InitFlags) => {
      run.code = await (await bodies()).init(file, flags, io);
    });
}

function defineCheck(command: Command, io: Io, run: Run): void {
  command
    .description('run what plans claim about themselves: expectations, budgets, limits, stale prices')
    .argument('<PLAN...>', 'plan files')
    .option('--only <TEXT>', 'only expectations whose id or claim contains this');
  shared(command, { formats: 'table, json', failOn: 'expect,budget', plan: true, asOf: true });
  command.action(async (plans: string[], flags: CheckFlags) => {
    run.code = await (await bodies()).check(plans, flags, io);
  });
}

function defineBill(command: Command, io: Io, run: Run): void {
  command.description('what each case costs').argument('<PLAN>', 'a plan file');
  perhapsSampled(command);
  const top = 'list the N largest items and sum up the rest';
  shared(command, { formats: everyFormat, failOn: 'none', plan: true, asOf: true, currency: true, top });
  command.action(async (plan: string, flags: BillFlags) => {
    run.code = await (await bodies()).bill(plan, flags, io);
  });
}

function defineCompare(command: Command, io: Io, run: Run): void {
  command
    .description('one figure along an axis, the cheapest marked')
    .argument('<PLAN>', 'a plan file')
    .option('--by <AXIS>', 'one row for each of its points; may be left out where there is only one')
    .option('--over <AXIS>', 'one column for each of its points')
    .option('--metric <FORMULA>', 'what is compared; `total` where left out');
  perhapsSampled(command);
  shared(command, { formats: everyFormat, failOn: 'none', plan: true, asOf: true, currency: true });
  command.action(async (plan: string, flags: CompareFlags) => {
    run.code = await (await bodies()).compare(plan, flags, io);
  });
}

function defineRecommend(command: Command, io: Io, run: Run): void {
  command
    .description('which option to take in each case, by how much, and what would change that')
    .argument('<PLAN>', 'a plan file')
    .option('--by <AXIS>', 'the axis of which one point is chosen; may be left out where one is a choice')
    .option('--metric <FORMULA>', 'what is to be low; `total` where left out');
  shared(command, { formats: 'table, json, markdown', plan: true, asOf: true, currency: true });
  command.action(async (plan: string, flags: RecommendFlags) => {
    run.code = await (await bodies()).recommend(plan, flags, io);
  });
}

function defineBreakEven(command: Command, io: Io, run: Run): void {
  command
    .description('at which values of an input two cases change places')
    .argument('<PLAN>', 'a plan file')
    .option('--between <CASES>', 'two points, or two formulas, with a comma; or given twice', listed)
    .option('--on <INPUT>', 'the input that is moved, or a sweep along it; `month` for all cash so far')
    .option('--from <QUANTITY>', 'where the search begins; a tenth of what the input is')
    .option('--to <QUANTITY>', 'and where it ends; ten times what the input is')
    .option('--metric <FORMULA>', 'what two cases are compared by; `total` where left out');
  shared(command, { formats: everyFormat, plan: true, asOf: true });
  command.action(async (plan: string, flags: BreakEvenFlags) => {
    run.code = await (await bodies()).breakEven(plan, flags, io);
  });
}

function defineSensitivity(command: Command, io: Io, run: Run): void {
  command
    .description('which inputs move a figure, how far, and which flips the recommendation')
    .argument('<PLAN>', 'a plan file')
    .argument('[FORMULA]', 'a name or any formula', 'total')
    .option('--by <SHARE>', 'how far an input without a range of its own is moved; 10% where left out')
    .option('--axis <AXIS>', 'the axis whose cheapest point is the recommendation');
  shared(command, { formats: everyFormat, plan: true, asOf: true });
  command.action(async (plan: string, formula: string, flags: SensitivityFlags) => {
    run.code = await (await bodies()).sensitivity(plan, formula, flags, io);
  });
}

function sampling(command: Command): void {
  command
    .option('--seed <N>', 'another seed gives other samples')
    .option('--independent', 'draw independent samples, in place of evenly spread ones');
}

/** Of an answer that also has no samples. */
function perhapsSampled(command: Command): void {
  command.option('--samples <N>', 'also how it comes out over N samples: p10, median, p90');
  sampling(command);
}

function defineRisk(command: Command, io: Io, run: Run): void {
  command
    .description('what uncertain inputs make of a figure: its spread, chances, options and drivers')
    .argument('<PLAN>', 'a plan file')
    .option('--metric <FORMULA>', 'the figure that spreads; `total` where left out')
    .option('--by <AXIS>', 'the axis along which the cheapest is chosen')
    .option('--over <TIME>', 'how it widens over time: `month` or `year`')
    .option('--samples <N>', 'how many samples are drawn, 100 to 1,000,000; 10,000 where left out');
  sampling(command);
  shared(command, { formats: everyFormat, plan: true, asOf: true, currency: true });
  command.action(async (plan: string, flags: RiskFlags) => {
    run.code = await (await bodies()).risk(plan, flags, io);
  });
}

function defineMargin(command: Command, io: Io, run: Run): void {
  command
    .description('what is earned, what is left of it, and from how many on it pays')
    .argument('<PLAN>', 'a plan file')
    .option('--per <INPUT>', 'what there are units of: users, requests')
    .option('--target <SHARE>', 'a gross margin to aim at: `70%`')
    .option('--from <QUANTITY>', 'where the search for a break-even begins; one where left out')
    .option('--to <QUANTITY>', 'and where it ends; a hundred times what the input is');
  shared(command, { formats: everyFormat, plan: true, asOf: true });
  command.action(async (plan: string, flags: MarginFlags) => {
    run.code = await (await bodies()).margin(plan, flags, io);
  });
}

function listed(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function defineDiff(command: Command, io: Io, run: Run): void {
  command
    .description('what moved in the bill between two plans, two days or two revisions, by item and by cause')
    .argument('<BEFORE>', 'a plan file')
    .argument('[AFTER]', 'the other one; where left out the same, with what `--set` changes')
    .option('--prices <DAY..DAY>', 'the days whose prices hold before and after')
    .option('--git <REVISION>', 'before: the file at a revision; `main..HEAD` for both sides')
    .option('--fail-over <RISE>', 'exit with 3 where a total rises by more: `5 EUR/month`, `10%`');
  shared(command, {
    formats: 'table, json, markdown',
    failOn: 'none',
    plan: true,
    asOf: true,
    currency: true,
  });
  command.action(async (before: string, after: string | undefined, flags: PlanDiffFlags) => {
    run.code = await (await bodies()).diff(before, after, flags, io);
  });
}

function defineLimits(command: Command, io: Io, run: Run): void {
  command
    .description('which limit binds first, and at what value of which input')
    .argument('<PLAN>', 'a plan file');
  shared(command, { formats: everyFormat, failOn: 'none', plan: true, asOf: true });
  command.action(async (plan: string, flags: Flags) => {
    run.code = await (await bodies()).limits(plan, flags, io);
  });
}

function defineLevers(command: Command, io: Io, run: Run): void {
  command
    .description('what each lever takes off a figure, alone and together with the others')
    .argument('<PLAN>', 'a plan file')
    .argument('[FORMULA]', 'a name or any formula', 'total');
  shared(command, { formats: everyFormat, plan: true, asOf: true });
  command.action(async (plan: string, formula: string, flags: Flags) => {
    run.code = await (await bodies()).levers(plan, formula, flags, io);
  });
}

function defineTco(command: Command, io: Io, run: Run): void {
  command
    .description('what each case comes to over the horizon: cash by year and total cost of ownership')
    .argument('<PLAN>', 'a plan file');
  shared(command, { formats: everyFormat, plan: true, asOf: true, currency: true });
  command.action(async (plan: string, flags: Flags) => {
    run.code = await (await bodies()).tco(plan, flags, io);
  });
}

function defineExplain(command: Command, io: Io, run: Run): void {
  command
    .description('any figure down to its inputs and prices')
    .argument('<PLAN>', 'a plan file')
    .argument('[FORMULA]', 'a name or any formula', 'total')
    .option('--depth <N>', 'how many levels are shown')
    .option('--sample <N>', 'with the draws of one sample, from 0 on, in place of the middle of every range')
    .option('--seed <N>', 'of that sample, as in `risk`')
    .option('--independent', 'of independent samples');
  shared(command, { formats: 'table, json', plan: true, asOf: true });
  command.action(async (plan: string, formula: string, flags: ExplainFlags) => {
    run.code = await (await bodies()).explain(plan, formula, flags, io);
  });
}

function defineReport(command: Command, io: Io, run: Run): void {
  command
    .description('the whole analysis as a document')
    .argument('<PLAN>', 'a plan file')
    .option('--sections <NAMES>', 'its sections in order: `summary,bill`; those of the plan where left out')
    .option(
      '--template <FILE>',
      'a Markdown text with `{{ formulas }}`, and `{{ section bill }}` for sections',
    )
    .option('--samples <N>', 'how many samples its risks are of; 4,096 where left out');
  sampling(command);
  const formats = 'markdown, html, pdf, json, xlsx';
  shared(command, { formats, failOn: 'none', plan: true, asOf: true, currency: true });
  command.action(async (plan: string, flags: ReportFlags) => {
    run.code = await (await bodies()).report(plan, flags, io);
  });
}

function defineAudit(command: Command, io: Io, run: Run): void {
  command
    .description('check the arithmetic of a written cost analysis')
    .argument('<FILE...>', 'Markdown, HTML or plain text; `-` is standard input')
    .option('--strict', 'show what is doubtful, too')
    .option('--coverage', 'say how many figures were read, checked and left alone')
    .option('--draft', 'write a plan with what the document says, to be corrected by hand');
  shared(command, { formats: 'table, json, markdown, sarif, html', failOn: 'audit' });
  command.action(async (files: string[], flags: AuditFlags) => {
    run.code = await (await bodies()).audit(files, flags, io);
  });
}

function definePrices(prices: Command, io: Io, run: Run): void {
  prices.description('what the catalog knows').helpCommand(false);
  const search = prices
    .command('search')
    .description('find products by words')
    .argument('[WORDS...]', 'vendor, product, kind, attribute');
  shared(search, { formats: everyFormat, asOf: true, top: 'list the N best' });
  search.action(async (words: string[], flags: Flags) => {
    run.code = await (await bodies()).searchPrices(words, flags, io);
  });
  const show = prices
    .command('show')
    .description('one product: every price, its source and date, regions and terms')
    .argument('<PATH>', 'vendor/product or vendor/product/plan');
  shared(show, { formats: 'table, json' });
  show.action(async (path: string, flags: Flags) => {
    run.code = await (await bodies()).showPrice(path, flags, io);
  });
  const diff = prices
    .command('diff')
    .description('which prices changed between two days')
    .requiredOption('--from <DATE>', 'changes after this day')
    .option('--to <DATE>', 'and not after this one; all that are known where left out')
    .option('--vendor <ID>', 'of one vendor only');
  shared(diff, { formats: everyFormat });
  diff.action(async (flags: DiffFlags) => {
    run.code = await (await bodies()).diffPrices(flags, io);
  });
}

function defineServe(command: Command, io: Io, run: Run): void {
  command
    .description('the page: see, change and compare plans in the browser, on this machine only')
    .argument('[FOLDER|PLAN]', 'where the plans are, or the plan to open', '.')
    .option('--port <N>', 'the port; the first free one from 4280 on where left out')
    .option('--host <ADDRESS>', 'the address of this machine to listen at', '127.0.0.1')
    .option('--no-open', 'do not open a browser')
    .option('--read-only', 'write nothing')
    .option('-f, --format <FORMAT>', 'how the address is written: table, json')
    .option('--no-color', 'plain text even on a terminal');
  command.action(async (place: string, flags: ServeFlags) => {
    run.code = await (await bodies()).serve(place, flags, io);
  });
}
