// YAML -> Plan. One file a subject; this one walks the top level and puts the parts together.

import { readBook } from '../catalog/read-vendor.ts';
import type { Reading } from '../catalog/reading.ts';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import { dateOf, type Filled, fill, listOf, textOf } from '../yaml/form.ts';
import type { Node } from '../yaml/node.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { openForm } from './forms/claims.ts';
import { discountForm } from './forms/items.ts';
import { planForm } from './forms/plan.ts';
import { Names } from './names.ts';
import { readAxes } from './read-axes.ts';
import { readCorrelations } from './read-correlations.ts';
import { readExpectations } from './read-expectations.ts';
import { readHorizon } from './read-horizon.ts';
import { readItems, readRevenue } from './read-items.ts';
import { readCurrency, readExchange } from './read-money.ts';
import { readReport } from './read-report.ts';
import { readCalendar, readUnits } from './read-units.ts';
import { readBudgets, readFormulas, readInputs, readLimits } from './read-values.ts';
import { formulaOf, wordOf } from './reading.ts';
import type { Discount, OpenQuestion, Plan, PlanFiles } from './types.ts';
import { Unpriced } from './unpriced.ts';

/** Hundreds of expectations may stand beside a plan; a bill needs none of them. */
export interface PlanParts {
  readonly expectations: boolean;
}

const everything: PlanParts = { expectations: true };

/**
 * What a text says, with everything that is wrong with it in `out`. Undefined only where it is no YAML or no block of keys;
 * otherwise the parts that could be read, so that later steps can say more.
 */
export function readPlan(
  source: Source,
  files: PlanFiles,
  out: Diagnostics,
  wanted: PlanParts = everything,
): Plan | undefined {
  const root = readYaml(source, out);
  const filled = root === undefined ? undefined : fill(root, planForm, out);
  if (filled === undefined) return undefined;
  const section = (key: string): Node | undefined => filled.fields.get(key)?.value;
  const units = readUnits(section('units'), out);
  const reading: Reading = { units, out, names: 'allowed' };
  const top = readTop(filled, source, reading);
  const calendar = readCalendar(section('calendar'), reading);
  const names = new Names();
  const horizon = readHorizon(filled.fields.get('horizon'), reading);
  const inputs = readInputs(section('inputs'), names, files, reading);
  const formulas = readFormulas(section('formulas'), names, reading);
  const limits = readLimits(section('limits'), reading);
  const budgets = readBudgets(section('budgets'), reading);
  const unpriced = new Unpriced();
  const items = readItems(section('items'), names, unpriced, reading);
  const revenue = readRevenue(section('revenue'), names, unpriced, reading);
  const { axes, overrides } = readAxes(
    { axes: section('axes'), levers: section('levers'), timeline: section('timeline') },
    horizon,
    inputs,
    names,
    unpriced,
    reading,
  );
  unpriced.report(out);
  return {
    ...top,
    calendar,
    horizon,
    exchange: readExchange(section('exchange'), inputs, reading),
    inputs,
    formulas,
    unreadable: unreadableNames(names, [...inputs, ...formulas]),
    items,
    revenue,
    limits,
    budgets,
    axes,
    overrides,
    expectations: wanted.expectations ? readExpectations(section('expect'), files, reading) : [],
    correlations: readCorrelations(section('correlations'), reading),
    open: listOf(section('open')).flatMap((node) => readOpen(node, reading)),
    prices: readBook(section('prices'), units, out),
    discounts: listOf(section('discounts')).flatMap((node) => readDiscount(node, reading)),
    report: readReport(section('report'), reading),
  };
}

type Top = Pick<Plan, 'source' | 'title' | 'about' | 'asOf' | 'currency' | 'currencySpan' | 'units'>;

function readTop(filled: Filled, source: Source, reading: Reading): Top {
  const title = wordOf(filled, 'plan', reading)?.text ?? '';
  const about = textOf(filled, 'about', reading.out);
  const asOf = dateOf(filled, 'as_of', reading.out);
  return { source, title, about, asOf, ...readCurrency(filled, reading), units: reading.units };
}

function readOpen(node: Node, reading: Reading): readonly OpenQuestion[] {
  const { out } = reading;
  const filled = fill(node, openForm, out);
  if (filled === undefined) return [];
  const [says, missing] = [wordOf(filled, 'says', reading), wordOf(filled, 'missing', reading)];
  if (says === undefined) return [];
  return [{ says: says.text, missing: missing?.text ?? '', source: textOf(filled, 'source', out) }];
}

function readDiscount(node: Node, reading: Reading): readonly Discount[] {
  const { out } = reading;
  const filled = fill(node, discountForm, out);
  if (filled === undefined) return [];
  const [on, off] = [wordOf(filled, 'on', reading), formulaOf(filled, 'off', reading)];
  if (on === undefined || off === undefined) return [];
  return [
    {
      on,
      off,
      because: textOf(filled, 'because', out),
      source: textOf(filled, 'source', out),
      span: node.span,
    },
  ];
}

function unreadableNames(names: Names, read: readonly { readonly name: string }[]): readonly string[] {
  const known = new Set(read.map((value) => value.name));
  return [...names.of('an input'), ...names.of('a formula')].filter((name) => !known.has(name));
}
