// What was changed by hand below a figure that moved: inputs, prices, rates, formulas, fields, each with old and new.

import type { Expression } from '../formula/ast.ts';
import type { ItemConfig } from '../graph/item-config.ts';
import type { GraphItem, Named, NodeId } from '../graph/types.ts';
import { type Interpreter, interpreter } from '../grid/interpret.ts';
import type { Place } from '../grid/layout.ts';
import { sameUnit, type Unit } from '../quantity/unit.ts';
import { coneOf, type Found } from './cone.ts';
import { placeIn } from './diff-cases.ts';
import { converted, isCounted, unitOf } from './diff-quantity.ts';
import { configAt, type DiffSide, holds } from './diff-side.ts';
import { type Figure, onBand, type Ranged } from './figures.ts';
import { isGivenName, quantityFields } from './named-literals.ts';

/** Something that is not as it was. `name` is what a plan calls it. */
export type Moved = MovedFigure | MovedText;

export interface MovedFigure {
  readonly kind: 'input' | 'price' | 'rate' | 'calendar';
  readonly name: string;
  readonly label: string;
  /** undefined where the plan does not have it. */
  readonly before: Figure | undefined;
  readonly after: Figure | undefined;
}

/** A formula, a field of an item or a rate card. */
export interface MovedText {
  readonly kind: 'formula' | 'field' | 'tariff';
  readonly name: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export function isMovedText(moved: Moved): moved is MovedText {
  return moved.kind === 'formula' || moved.kind === 'field' || moved.kind === 'tariff';
}

/** One side of a difference at one of its cases. */
export interface Spot {
  readonly side: DiffSide;
  readonly place: Place;
  /** One for all questions about the case. */
  readonly values: Interpreter;
}

export function spotOf(side: DiffSide, place: Place): Spot {
  return { side, place, values: interpreter(side.graph) };
}

/** The names below some nodes of one side. */
export interface Below {
  readonly spot: Spot;
  readonly found: readonly Found[];
}

export function below(spot: Spot, roots: readonly NodeId[], stop?: ReadonlySet<NodeId>): Below {
  const { side, values, place } = spot;
  const { graph, byNode } = side;
  const question = { graph, byNode, value: values.value, ...(stop === undefined ? {} : { stop }) };
  return { spot, found: coneOf(question, roots, place).named };
}

function isFigure(kind: Named['kind']): kind is MovedFigure['kind'] {
  return kind === 'input' || kind === 'price' || kind === 'rate' || kind === 'calendar';
}

/** What each cause may be put down to. */
export const belongsTo = {
  quantity: (named: Named, unit: Unit): boolean => named.kind === 'input' && isCounted(named, unit),
  /** Attributes of products are no prices: they have no source of their own. */
  price: (named: Named, unit: Unit): boolean =>
    named.kind === 'price'
      ? named.provenance !== undefined
      : named.kind === 'input' && !isCounted(named, unit),
  exchange: (named: Named): boolean => named.kind === 'rate',
  calendar: (named: Named): boolean => named.kind === 'calendar',
  anyInput: (named: Named): boolean => named.kind === 'input' || named.kind === 'price',
} as const;

/** Inputs, prices and the like below two figures that are not the same on both sides; those below others of them left out. */
export function movedFigures(
  [before, after]: readonly [Below, Below],
  wanted: (named: Named, unit: Unit) => boolean,
): readonly MovedFigure[] {
  const moved = new Map<string, MovedFigure>();
  const consider = (own: Below, others: Below, isBefore: boolean): void => {
    const [from, to] = [own.spot, others.spot];
    const same = new Map(others.found.map((f) => [f.named.name, f.named]));
    for (const { named, place } of own.found) {
      const { name, label, kind } = named;
      if (!isFigure(kind) || isGivenName(name) || moved.has(name)) continue;
      const unit = unitOf(from.side, named.node);
      if (!wanted(named, unit) || from.side.graph.nodes[named.node]?.type.kind !== 'number') continue;
      const here = figureAt(from, named.node, place, unit);
      const there = placeIn(to.side.graph, from.side.graph, place, to.place);
      const partner = same.get(name) ?? to.side.graph.names.get(name);
      const other = partner?.kind === kind ? figureAt(to, partner.node, there, unit) : undefined;
      if (other !== undefined && sameUnit(other.unit, unit) && sameRanged(here, other)) continue;
      const [was, is] = isBefore ? [here, other] : [other, here];
      moved.set(name, { kind, name, label, before: was, after: is });
    }
  };
  consider(after, before, false);
  consider(before, after, true);
  return [...moved.values()].filter((m) => !restsOn(m, moved, after.spot));
}

/** A price that is a formula of an input that moved is named by the input alone. */
function restsOn(
  one: MovedFigure,
  all: ReadonlyMap<string, MovedFigure>,
  { side, place, values }: Spot,
): boolean {
  const node = side.graph.names.get(one.name)?.node;
  if (node === undefined || all.size < 2) return false;
  const question = { graph: side.graph, byNode: side.byNode, value: values.value };
  const deeper = coneOf(question, side.graph.nodes[node]?.args ?? [], place).named;
  return deeper.some(({ named }) => named.name !== one.name && all.has(named.name));
}

/** In the unit that is wished for, where the figure can be in it. */
function figureAt({ side, values }: Spot, id: NodeId, place: Place, wished: Unit): Figure {
  const own = unitOf(side, id);
  const ends = [0, 1, 2].map((band) => values.value(id, onBand(side.graph, place, band)));
  const [low = Number.NaN, mid = Number.NaN, high = Number.NaN] = ends;
  const [a, b, c] = ends.map((x) => converted(x, own, wished));
  const fits = a !== undefined && b !== undefined && c !== undefined;
  return fits ? { ...ranged([a, b, c]), unit: wished } : { ...ranged([low, mid, high]), unit: own };
}

/** Ends as a range: `low <= high` whatever the inputs did. */
export function ranged([a, mid, b]: readonly [number, number, number]): Ranged {
  return a <= b || Number.isNaN(a) || Number.isNaN(b) ? { low: a, mid, high: b } : { low: b, mid, high: a };
}

export function sameRanged(a: Ranged, b: Ranged): boolean {
  return Object.is(a.low, b.low) && Object.is(a.mid, b.mid) && Object.is(a.high, b.high);
}

/** Formulas below two figures that are written in another way. */
export function movedFormulas([before, after]: readonly [Below, Below]): readonly Moved[] {
  const known = new Map(before.found.map(({ named, place }) => [named.name, { named, place }]));
  const moved = new Map<string, Moved>();
  for (const { named, place } of after.found) {
    const was = known.get(named.name);
    if (named.kind !== 'formula' || was === undefined || was.named.kind !== 'formula') continue;
    const [old, now] = [
      writtenAt(before.spot.side, named.name, was.place),
      writtenAt(after.spot.side, named.name, place),
    ];
    if (old === now) continue;
    moved.set(named.name, { kind: 'formula', name: named.name, label: named.label, before: old, after: now });
  }
  return [...moved.values()];
}

/** A formula as it stands in one case, with what its options make of it. */
function writtenAt({ graph }: DiffSide, name: string, place: Place): string {
  const { plan } = graph;
  const own = plan.formulas.find((f) => f.name === name)?.value;
  const changes = plan.overrides.flatMap((o) =>
    o.change.kind === 'value' && o.change.name === name && holds(graph, o, place) ? [o.change.value] : [],
  );
  return chainText([...(own === undefined ? [] : [own]), ...changes]);
}

/** Only what an override builds on stands before it. */
function chainText(chain: readonly Expression[]): string {
  const texts = chain.map(({ span: { source, start, end } }) =>
    source.text.slice(start, end).replace(/\s+/g, ' ').trim(),
  );
  const from = texts.findLastIndex((text) => !/\bbase\b/.test(text));
  return texts.slice(Math.max(0, from)).join(', then ');
}

type FieldTexts = (config: ItemConfig) => readonly (readonly [field: string, chain: readonly Expression[]])[];

/** Every field that says how much is bought. */
export const quantityTexts: FieldTexts = (config) => [
  ...(['when', ...quantityFields] as const).map((field) => [field, config[field]] as const),
  ...(['demand', 'serves'] as const).flatMap((field) =>
    config[field].map(({ resource, value }) => [`${field}.${resource}`, [value]] as const),
  ),
];

/** Fields of an item that are written in another way. */
export function movedFields(
  [before, after]: readonly [Spot, Spot],
  { name, label }: GraphItem,
  textsOf: FieldTexts,
): readonly Moved[] {
  const [was, is] = [before, after].map(({ side, place }) => {
    const config = configAt(side, name, place);
    return new Map((config === undefined ? [] : textsOf(config)).map(([f, chain]) => [f, chainText(chain)]));
  });
  if (was === undefined || is === undefined) return [];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((field): readonly Moved[] => {
    const [old = '', now = ''] = [was.get(field), is.get(field)];
    return old === now
      ? []
      : [{ kind: 'field', name: `${name}.${field}`, label: `${field} of ${label}`, before: old, after: now }];
  });
}
