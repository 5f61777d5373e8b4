// What a name, a product, a unit or a function is, in a few lines.

import { figureText } from '../catalog/describe-tariff.ts';
import type { Product, Provenance } from '../catalog/types.ts';
import { functions, reductions } from '../formula/functions.ts';
import type { GraphItem } from '../graph/types.ts';
import type { Limit } from '../plan/types.ts';
import { printQuantity } from '../quantity/print-quantity.ts';
import { unitFromAtom } from '../quantity/unit.ts';
import { UnitTable } from '../quantity/unit-table.ts';
import { priceLine, productAt, productLine, tariffOn } from './catalog-options.ts';
import { choiceOf, figureOf, namedOf } from './figures-of-names.ts';
import type { PlanAxis, PlanNames } from './plan-names.ts';
import type { Known } from './writing.ts';

export interface Description {
  readonly title: string;
  /** The most important first. */
  readonly lines: readonly string[];
}

/** An input, a formula, an item, a total, `app.cost`, `limits.few`. */
export function describeName(name: string, names: PlanNames, known: Known): Description | undefined {
  const item = itemNamed(known, name);
  if (item !== undefined) return { title: `${name} · item`, lines: itemLines(item, known) };
  const named = namedOf(known, name);
  const written = names.names.find((n) => n.name === name);
  if (named === undefined) {
    if (written === undefined) return undefined;
    return { title: `${name} · ${written.kind}`, lines: written.written === '' ? [] : [written.written] };
  }
  const value = figureOf(known, name);
  const formula = named.formula?.replace(/\s+/g, ' ').trim();
  const limit = limitNamed(known, name);
  const lines = [
    value,
    named.label === name || named.label === limit?.name ? undefined : named.label,
    formula === undefined || isSaid(formula, value) ? limitText(limit) : `= ${formula}`,
    limit?.because,
    limit?.then === undefined ? undefined : `then: ${limit.then}`,
    named.note,
    sourceLine(named.provenance),
  ];
  return { title: `${name} · ${named.kind}`, lines: said(lines) };
}

function limitNamed({ model }: Known, name: string): Limit | undefined {
  const [section, own] = name.split('.');
  const plan = model?.graph.plan;
  const limits = section === 'limits' ? plan?.limits : section === 'budgets' ? plan?.budgets : undefined;
  return limits?.find((limit) => limit.name === own);
}

function limitText(limit: Limit | undefined): string | undefined {
  if (limit === undefined) return undefined;
  const { source, start, end } = limit.that.span;
  return source.text.slice(start, end).replace(/\s+/g, ' ');
}

function itemNamed({ model }: Known, name: string): GraphItem | undefined {
  const graph = model?.graph;
  return [...(graph?.items ?? []), ...(graph?.revenue?.lines ?? [])].find((item) => item.name === name);
}

function itemLines(item: GraphItem, known: Known): readonly string[] {
  const choice = choiceOf(known, item);
  const figure = (part: string): string | undefined => figureOf(known, `${item.name}.${part}`);
  const count = figure('count');
  return said([
    figure('cost') ?? figure('revenue'),
    item.label === item.name ? undefined : item.label,
    choice === undefined ? undefined : said([choice.path, choice.tariff]).join(': '),
    count === undefined || count === '1' ? undefined : `count: ${count}`,
    item.note,
    sourceLine(choice?.provenance),
  ]);
}

export function describeProduct(path: string, known: Known): Description | undefined {
  const product = productAt(known.catalog, path);
  if (product === undefined) return undefined;
  const asOf = known.model?.graph.plan.asOf;
  const [, , wanted] = path.split('/');
  const plans = product.plans.filter((plan) => wanted === undefined || plan.id === wanted);
  const [first] = plans;
  const prices = plans
    .slice(0, mostPlans)
    .map((plan) => (plan.id === '' ? priceLine(plan, asOf) : `${plan.id}: ${priceLine(plan, asOf)}`));
  const more = plans.length > mostPlans ? `and ${plans.length - mostPlans} more plans` : undefined;
  const price = first === undefined ? undefined : tariffOn(first, asOf);
  const lines = [
    ...prices,
    more,
    attributeLine(product, wanted),
    product.note,
    sourceLine(price?.provenance),
  ];
  return {
    title: wanted === undefined ? `${path} · ${product.name}` : productLine(product, asOf),
    lines: said(lines),
  };
}

const mostPlans = 6;

/** `vcpu 3, memory 8 GB`. */
function attributeLine(product: Product, wanted: string | undefined): string | undefined {
  const plan = product.plans.find((p) => wanted === undefined || p.id === wanted);
  const provided = [...(plan?.attributes ?? [])].map(([name, value]) => `${name} ${figureText(value)}`);
  return provided.length === 0 ? undefined : provided.join(', ');
}

export function describeFunction(name: string): Description | undefined {
  const own = Object.hasOwn(functions, name) ? functions[name] : undefined;
  const along = Object.hasOwn(reductions, name) ? reductions[name] : undefined;
  if (own === undefined && along === undefined) return undefined;
  const lines = [
    own?.summary,
    along === undefined || own === undefined ? along?.summary : `${name}(x over axis): ${along.summary}`,
    own === undefined ? undefined : `${own.example}${own.gives === undefined ? '' : ` = ${own.gives}`}`,
  ];
  return { title: own?.signature ?? `${name}(x over axis)`, lines: said(lines) };
}

export function describeUnit(word: string, known: Known): Description | undefined {
  const unit = (known.model?.graph.plan.units ?? UnitTable.builtin).lookup(word);
  if (unit === undefined) return undefined;
  const [factor, ...more] = unit.factors;
  if (factor === undefined || more.length > 0) {
    return { title: `${word} · unit`, lines: [printQuantity(1, unit)] };
  }
  const { atom } = factor;
  const bits = atom.kind === 'data' && atom.numerator > 8 ? 8 : 1;
  const base = bits === 8 ? 'byte' : ([...atom.dimensions][0]?.[0] ?? atom.name);
  const plain = UnitTable.builtin.lookup(base);
  const worth = atom.numerator / atom.denominator / bits;
  const isBase = base === atom.name || plain === undefined || atom.dimensions.size !== 1;
  const kind = atom.kind === 'count' ? 'a thing that is counted' : atom.kind;
  const lines =
    isBase || worth === 1 ? [] : [`${printQuantity(1, unitFromAtom(atom))} = ${printQuantity(worth, plain)}`];
  return { title: `${word} · unit`, lines: [kind, ...lines] };
}

export function describeAxis({ name, points }: PlanAxis, { model }: Known): Description {
  const built = model?.graph.axes.find((axis) => axis.name === name);
  const shown = points.length > 0 ? points : (built?.points.map((p) => p.name) ?? []);
  const more = shown.length > mostPoints ? ', …' : '';
  const label = built === undefined || built.label === name ? undefined : built.label;
  return {
    title: `${name} · axis`,
    lines: said([label, `points: ${shown.slice(0, mostPoints).join(', ')}${more}`]),
  };
}

const mostPoints = 12;

export function describePoint(axis: string, point: string, { model }: Known): Description {
  const built = model?.graph.axes.find((a) => a.name === axis)?.points.find((p) => p.name === point);
  const label = built === undefined || built.label === point ? undefined : built.label;
  return { title: `${axis}=${point} · point`, lines: said([label, built?.note]) };
}

/** Source, day, confidence. */
function sourceLine(p: Provenance | undefined): string | undefined {
  if (p === undefined || (p.source === undefined && p.date === undefined)) return undefined;
  return said([p.source, p.date, p.confidence]).join(', ');
}

/** The formula is the value itself. */
function isSaid(formula: string, value: string | undefined): boolean {
  const bare = (text: string): string =>
    text
      .replace(/[_, ]/g, '')
      .replace(/(\.\d*?)0+(?!\d)/g, '$1')
      .replace(/\.(?!\d)/g, '');
  return value !== undefined && bare(formula) === bare(value);
}

function said(lines: readonly (string | undefined)[]): readonly string[] {
  return lines.filter((line) => line !== undefined && line !== '').map(String);
}
