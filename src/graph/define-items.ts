// Items: each is built once, and its cost, counts and attributes are names that formulas can use.

import type { Product } from '../catalog/types.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import { type Expression, namesIn } from '../formula/ast.ts';
import { costFields } from '../plan/forms/items.ts';
import type { Change, Item, ItemFields, Override, Plan } from '../plan/types.ts';
import type { Builder } from './builder.ts';
import { itemOfChange } from './item-config.ts';
import { type BuiltItem, buildItem, type ItemStory } from './items.ts';
import type { NodeId } from './types.ts';

/** An item's story with the block that introduces it: the plan's own, or the first option's that adds it. */
interface Known extends ItemStory {
  readonly head: Item;
}

/** What formulas can ask of an item: `server.cost`. */
type ItemFigure = 'cost' | 'once' | 'quantity' | 'count' | OverTime;
type OverTime = 'cash' | 'effective' | 'tco' | 'endValue';

const overTime: readonly OverTime[] = ['cash', 'effective', 'tco', 'endValue'];

const figureWords: Readonly<Record<ItemFigure, string>> = {
  cost: 'cost',
  once: 'paid once',
  quantity: 'quantity',
  count: 'count',
  cash: 'cash',
  effective: 'effective cost',
  tco: 'total cost of ownership',
  endValue: 'worth or paid in advance at the end',
};

const earnedWords: Readonly<Record<ItemFigure, string>> = {
  ...figureWords,
  cost: 'revenue',
  once: 'earned once',
};

function figuresOf({ role }: Item, plan: Plan): readonly ItemFigure[] {
  const always: readonly ItemFigure[] = ['cost', 'once', 'quantity', 'count'];
  return plan.horizon === undefined || role === 'revenue' ? always : [...always, ...overTime];
}

/** What an item costs, a line of revenue brings in. */
function figureName({ role }: Item, figure: ItemFigure): string {
  if (figure === 'endValue') return 'end_value';
  return figure === 'cost' && role === 'revenue' ? 'revenue' : figure;
}

/** All items of a plan, built when first asked for. */
export class ItemTable {
  readonly #builder: Builder;
  readonly #known: ReadonlyMap<string, Known>;
  readonly #built = new Map<string, BuiltItem>();

  constructor(builder: Builder) {
    this.#builder = builder;
    this.#known = stories(builder.plan);
    builder.setGroups(this.#groups());
    this.#reportUnknownTargets();
  }

  get names(): ReadonlySet<string> {
    return new Set(this.#known.keys());
  }

  /** Groups in the order in which the plan first mentions them. */
  get groups(): readonly string[] {
    return [...new Set(this.#of('cost').map((k) => k.head.group))];
  }

  headOfGroup(group: string): Item | undefined {
    return this.#of('cost').find((k) => k.head.group === group)?.head;
  }

  all(role: Item['role']): readonly BuiltItem[] {
    return this.#of(role).map((known) => this.#item(known));
  }

  /** The blocks that introduce the lines of revenue. */
  revenueHeads(): readonly Item[] {
    return this.#of('revenue').map((k) => k.head);
  }

  #of(role: Item['role']): readonly Known[] {
    return [...this.#known.values()].filter((k) => k.head.role === role);
  }

  define(): void {
    const { definitions } = this.#builder;
    for (const known of this.#known.values()) {
      this.#checkGroup(known);
      if (known.head.role === 'revenue') this.#checkRevenue(known);
      const needs = neededBy(known);
      const { name, head } = known;
      for (const field of figuresOf(head, this.#builder.plan)) {
        const word = figureName(head, field);
        definitions.add(`${name}.${word}`, head.span, needs, () => this.#field(known, field));
      }
      for (const attribute of this.#attributeNames(known)) {
        definitions.add(`${name}.${attribute}`, head.span, needs, () =>
          this.#item(known).attributes.get(attribute),
        );
      }
    }
  }

  #groups(): ReadonlyMap<string, readonly string[]> {
    const counted = this.#of('cost').filter((k) => !k.head.optional);
    const groups = new Map<string, string[]>([['items', counted.map((k) => k.name)]]);
    for (const { name, head } of counted) groups.set(head.group, [...(groups.get(head.group) ?? []), name]);
    return groups;
  }

  #item(known: Known): BuiltItem {
    let built = this.#built.get(known.name);
    if (built === undefined) {
      built = buildItem(this.#builder, known);
      this.#built.set(known.name, built);
    }
    return built;
  }

  #field(known: Known, field: ItemFigure): NodeId | undefined {
    const { graph } = this.#item(known);
    const node = graph[field];
    if (node === undefined) return undefined;
    const word = figureName(known.head, field);
    const what = (known.head.role === 'cost' ? figureWords : earnedWords)[field];
    const { note } = graph;
    const label = `${graph.label}: ${what}`;
    return this.#builder.name(
      { name: `${known.name}.${word}`, kind: 'item', label, note, span: known.head.span },
      node,
    );
  }

  /** Known from the catalog without building the item, so that an item's own formulas may speak of others. */
  #attributeNames(known: Known): readonly string[] {
    const { catalog, out } = this.#builder;
    const fields = [known.item, ...known.overrides.map(({ change }) => fieldsOf(change))];
    const products = fields.flatMap((f): readonly Product[] => {
      const used = f?.use === undefined ? undefined : catalog.find(f.use.text, f.use.span, out)?.product;
      const eligible = (f?.choose?.from ?? []).flatMap((pattern) => catalog.match(pattern.text));
      return used === undefined ? eligible : [used, ...eligible];
    });
    return [...new Set(products.flatMap((p) => p.plans.flatMap((plan) => [...plan.attributes.keys()])))];
  }

  #checkGroup({ name, head, overrides }: Known): void {
    for (const { change } of overrides) {
      if (change.kind !== 'add') continue;
      if (change.item.role !== head.role) {
        this.#reportBothRoles(change.item, head);
        continue;
      }
      if (change.item.group === head.group) continue;
      const marks = [
        { span: change.item.span, label: `in \`${change.item.group}\`` },
        { span: head.span, label: `in \`${head.group}\`` },
      ];
      const help = 'an item belongs to one group in every option';
      this.#builder.out.error('E407', `\`${name}\` is in two groups`, marks, help);
    }
  }

  /** Options and settings could say it of a line; its own block cannot. */
  #checkRevenue({ overrides }: Known): void {
    for (const { change } of overrides) {
      const fields = fieldsOf(change);
      for (const field of costFields) {
        const said = fields?.[field];
        if (said === undefined) continue;
        const help = 'what is sold has a `price`, or is a product under `use`';
        const marks = [{ span: said.span, label: '' }];
        this.#builder.out.error('E103', `a line of revenue has no \`${field}\``, marks, help);
      }
    }
  }

  #reportBothRoles(item: Item, head: Item): void {
    const marks = [item, head].map(({ role, span }) => ({
      span,
      label: role === 'cost' ? 'an item is called this' : 'a line of revenue is called this',
    }));
    this.#builder.out.error(
      'E407',
      `two things are called \`${head.name}\``,
      marks,
      'give one of them another name',
    );
  }

  #reportUnknownTargets(): void {
    for (const { change } of this.#builder.plan.overrides) {
      if ((change.kind !== 'item' && change.kind !== 'remove') || this.#known.has(change.item)) continue;
      const guess = didYouMean(change.item, this.#known.keys());
      const help = guess || 'a new item belongs under `items:` of the option';
      const marks = [{ span: change.nameSpan, label: '' }];
      this.#builder.out.error('E406', `no item is called \`${change.item}\``, marks, help);
    }
  }
}

function stories(plan: Plan): ReadonlyMap<string, Known> {
  const found = new Map<
    string,
    { name: string; item: Item | undefined; head: Item; overrides: Override[] }
  >();
  for (const item of [...plan.items, ...plan.revenue])
    found.set(item.name, { name: item.name, item, head: item, overrides: [] });
  for (const override of plan.overrides) {
    const { change } = override;
    const name = itemOfChange(change);
    if (name === undefined) continue;
    const known = found.get(name);
    if (known !== undefined) known.overrides.push(override);
    else if (change.kind === 'add')
      found.set(name, { name, item: undefined, head: change.item, overrides: [override] });
  }
  return found;
}

function fieldsOf(change: Change): Partial<ItemFields> | undefined {
  if (change.kind === 'add') return change.item;
  return change.kind === 'item' ? change.fields : undefined;
}

function neededBy(known: Known): readonly string[] {
  const all = [known.item, ...known.overrides.map(({ change }) => fieldsOf(change))];
  const formulas = all.flatMap((f): readonly (Expression | undefined)[] =>
    f === undefined
      ? []
      : [
          f.price,
          f.quantity,
          f.count,
          f.hours,
          f.once,
          f.buy,
          f.life,
          f.residual,
          f.commit,
          f.upfront,
          f.when,
          f.headroom,
          f.quality,
          f.spare,
          f.min,
          f.paid,
          ...[...(f.demand ?? []), ...(f.serves ?? [])].map((a) => a.value),
        ],
  );
  return formulas.flatMap((e) => (e === undefined ? [] : namesIn(e)));
}
