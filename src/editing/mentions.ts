// Where a plan mentions a name: in formulas, as the key of a change, in the words of a sweep or a correlation. What a word
// means follows from the form at its place; a text that merely has the word in it is no mention.

import { Diagnostics } from '../diagnostics/diagnostic.ts';
import { childrenOf, type Expression } from '../formula/ast.ts';
import { standalone } from '../formula/formula-text.ts';
import { parseFormula } from '../formula/parse.ts';
import { expectationForm } from '../plan/forms/claims.ts';
import { splitLiveText } from '../plan/live-text.ts';
import type { UnitTable } from '../quantity/unit-table.ts';
import { type Entry, entryOf, type MapNode, type Node, type ScalarNode } from '../yaml/node.ts';
import type { Path } from './content.ts';
import { behindKeyOf, changeForms, elementShapes, formOf, keysOf, type SingleShape } from './shapes.ts';

/** What a name stands for decides where it can be mentioned. */
export interface Target {
  /** A name that formulas compute with. */
  readonly value: string | undefined;
  /** Such names are mentioned as `limits.memory`. */
  readonly section: 'limits' | 'budgets' | undefined;
  readonly axis: string | undefined;
  /** A point of `axis`. */
  readonly point: string | undefined;
}

/** Stretches of a scalar's or a key's own text, in order. */
export type Stretch = readonly [start: number, end: number];

export interface Mentions {
  readonly scalars: ReadonlyMap<ScalarNode, readonly Stretch[]>;
  readonly keys: ReadonlyMap<Entry, readonly Stretch[]>;
}

/** Blocks of names that formulas mention. */
const sections: readonly string[] = ['inputs', 'formulas', 'items', 'revenue', 'levers'];

export function mentionsOf(
  root: Node,
  shapes: readonly SingleShape[],
  target: Target,
  units: UnitTable,
): Mentions {
  const finder = new Finder(target, units);
  finder.node(root, shapes, []);
  return finder;
}

class Finder implements Mentions {
  readonly scalars = new Map<ScalarNode, readonly Stretch[]>();
  readonly keys = new Map<Entry, readonly Stretch[]>();
  readonly #target: Target;
  readonly #units: UnitTable;

  constructor(target: Target, units: UnitTable) {
    this.#target = target;
    this.#units = units;
  }

  node(node: Node, shapes: readonly SingleShape[], path: Path): void {
    // a price book knows no names of the plan
    if (path[0] === 'prices') return;
    if (node.kind === 'scalar') this.#scalar(node, shapes, path);
    else if (node.kind === 'list') {
      for (const item of node.items) this.node(item, elementShapes(shapes), path);
    } else {
      const asElement = formOf(shapes, keysOf(node)) === undefined ? elementShapes(shapes) : [];
      this.#map(node, [...shapes, ...asElement], path);
    }
  }

  #map(map: MapNode, shapes: readonly SingleShape[], path: Path): void {
    const keys = keysOf(map);
    const form = formOf(shapes, keys);
    for (const entry of map.entries) {
      const behind = behindKeyOf(form, shapes, entry.key);
      if (behind === undefined) continue;
      const changes = behind.kind === 'change' && changeForms.some((known) => known === form);
      this.#add(
        this.keys,
        entry,
        changes ? this.#inChange(entry.key) : this.#asName(entry.key, path, behind.kind),
      );
      this.node(entry.value, behind.shapes, [...path, entry.key]);
    }
    if (form === expectationForm) this.#answers(map);
  }

  #asName(key: string, path: Path, kind: string): readonly Stretch[] {
    const { value, axis, point } = this.#target;
    const block = path.at(-1);
    const whole: readonly Stretch[] = [[0, key.length]];
    if (kind !== 'name') return [];
    if (point !== undefined)
      return path[0] === 'axes' && path[1] === axis && path.length === 2 && key === point ? whole : [];
    if (path.length === 1 && block === 'axes') return key === axis ? whole : [];
    const home = this.#target.section;
    const here =
      home === undefined ? sections.some((known) => known === block) : path.length === 1 && block === home;
    return here && key === value ? whole : [];
  }

  /** `users`, `app.use`, `at stage=beta`. */
  #inChange(key: string): readonly Stretch[] {
    if (/^at\s/.test(key)) return this.#inConditions(key);
    const { value, section } = this.#target;
    return value !== undefined && section === undefined && key.split('.')[0] === value
      ? [[0, value.length]]
      : [];
  }

  #inConditions(key: string): readonly Stretch[] {
    const { axis, point } = this.#target;
    const found: Stretch[] = [];
    let offset = 2;
    for (const part of key.slice(2).split(',')) {
      const equals = part.search(/>?=/);
      const [name, rest] = [part.slice(0, Math.max(0, equals)), part.slice(equals).replace(/^>?=/, '')];
      if (equals >= 0 && name.trim() === axis) {
        const at = offset + name.indexOf(axis);
        const pointAt = offset + part.length - rest.length + (rest.length - rest.trimStart().length);
        if (point === undefined) found.push([at, at + axis.length]);
        else if (rest.trim() === point) found.push([pointAt, pointAt + point.length]);
      }
      offset += part.length + 1;
    }
    return found;
  }

  #scalar(node: ScalarNode, shapes: readonly SingleShape[], path: Path): void {
    if (node.empty) return;
    const { text } = node.text;
    if (shapes.some((shape) => shape.is === 'formula')) this.#add(this.scalars, node, this.#inFormula(text));
    else if (path[0] === 'report') this.#add(this.scalars, node, this.#inLiveText(text));
    else if (shapes.some((shape) => shape.is === 'word'))
      this.#add(this.scalars, node, this.#inWord(text, path));
  }

  #inWord(text: string, path: Path): readonly Stretch[] {
    const { value, axis, point } = this.#target;
    const key = path.at(-1);
    const word = text.trim();
    const at = text.indexOf(word);
    if (point !== undefined) {
      const own = path[0] === 'axes' && path[1] === axis && (key === 'base' || key === 'extends');
      return own && word === point ? [[at, at + point.length]] : [];
    }
    const mentions = key === 'sweep' || key === 'remove' || key === 'between';
    return mentions &&
      value !== undefined &&
      this.#target.section === undefined &&
      word.split('.')[0] === value
      ? [[at, at + value.length]]
      : [];
  }

  #inLiveText(text: string): readonly Stretch[] {
    const parts = splitLiveText(standalone(text, ''), new Diagnostics());
    return parts.flatMap((part) => {
      if (typeof part === 'string') return [];
      return this.#inFormula(part.text).map(([from, to]): Stretch => [part.start + from, part.start + to]);
    });
  }

  #inFormula(text: string): readonly Stretch[] {
    const parsed = this.#parse(text);
    return parsed === undefined ? [] : this.#inExpression(parsed);
  }

  #parse(text: string): Expression | undefined {
    return parseFormula(standalone(text, ''), this.#units, new Diagnostics());
  }

  #inExpression(e: Expression): readonly Stretch[] {
    const { value, axis, point } = this.#target;
    const axisName = (
      name: string,
      span: { readonly start: number; readonly end: number },
    ): readonly Stretch[] => (point === undefined && name === axis ? [[span.start, span.end]] : []);
    switch (e.kind) {
      case 'name': {
        if (value === undefined) return [];
        const { section } = this.#target;
        const whole = section === undefined ? value : `${section}.${value}`;
        const start = e.span.start + whole.length - value.length;
        return e.name === whole || e.name.startsWith(`${whole}.`) ? [[start, start + value.length]] : [];
      }
      case 'call': {
        if (e.name !== 'cheapest') break;
        return e.args.flatMap((arg) =>
          arg.kind === 'name' ? axisName(arg.name, arg.span) : this.#inExpression(arg),
        );
      }
      case 'over': {
        const by = e.by === undefined ? [] : axisName(e.by.axis, e.by.span);
        return [...this.#inExpression(e.operand), ...axisName(e.over, e.overSpan), ...by];
      }
      case 'at': {
        const places = e.points.flatMap((on): readonly Stretch[] => {
          if (point === undefined) return axisName(on.axis, on.axisSpan);
          return on.axis === axis && on.point === point ? [[on.pointSpan.start, on.pointSpan.end]] : [];
        });
        return [...this.#inExpression(e.operand), ...places];
      }
      case 'binary': {
        const sides = [...this.#inExpression(e.left), ...this.#inExpression(e.right)];
        return [...sides, ...this.#asAnswer(e.left, e.right), ...this.#asAnswer(e.right, e.left)];
      }
    }
    return childrenOf(e).flatMap((child) => this.#inExpression(child));
  }

  /** `cheapest(tier) == "b"`. */
  #asAnswer(question: Expression, answer: Expression): readonly Stretch[] {
    const { point } = this.#target;
    if (point === undefined || answer.kind !== 'text' || answer.value !== point) return [];
    return this.#givesPoint(question) ? [[answer.span.start + 1, answer.span.start + 1 + point.length]] : [];
  }

  #givesPoint(e: Expression): boolean {
    const { axis } = this.#target;
    if (e.kind === 'at') return this.#givesPoint(e.operand);
    if (e.kind === 'over') return (e.name === 'argmin' || e.name === 'argmax') && e.over === axis;
    const [arg] = e.kind === 'call' && e.name === 'cheapest' ? e.args : [];
    return arg?.kind === 'name' && arg.name === axis;
  }

  /** `that: cheapest(tier)`, `is: "b"`. */
  #answers(map: MapNode): void {
    const that = entryOf(map, 'that')?.value;
    const question = that?.kind === 'scalar' ? this.#parse(that.text.text) : undefined;
    if (question === undefined || !this.#givesPoint(question)) return;
    const disputed = entryOf(map, 'disputed')?.value;
    const stated = disputed?.kind === 'map' ? entryOf(disputed, 'stated')?.value : undefined;
    for (const answer of [entryOf(map, 'is')?.value, stated]) {
      if (answer?.kind !== 'scalar') continue;
      const { text } = answer.text;
      const point = this.#target.point ?? '';
      const at = text.trim() === point || text.trim() === `"${point}"` ? text.indexOf(point) : -1;
      if (point !== '' && at >= 0) this.scalars.set(answer, [[at, at + point.length]]);
    }
  }

  #add<K>(map: Map<K, readonly Stretch[]>, key: K, found: readonly Stretch[]): void {
    if (found.length > 0)
      map.set(
        key,
        [...found].sort((a, b) => a[0] - b[0]),
      );
  }
}
