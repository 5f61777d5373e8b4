// Names and how to build them, each on first use. A name that is needed while it is being built needs itself.

import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import type { NodeId } from './types.ts';

export type Resolved = { readonly kind: 'node'; readonly node: NodeId } | { readonly kind: 'broken' };

interface Definition {
  readonly span: Span | undefined;
  readonly build: () => NodeId | undefined;
  /** Names that the definition mentions, to build in an order that keeps the stack shallow. */
  readonly needs: readonly string[];
  state: 'waiting' | 'building' | Resolved;
}

export class Definitions {
  readonly #table = new Map<string, Definition>();
  readonly #stack: { readonly name: string; readonly usedAt: Span | undefined }[] = [];
  readonly #out: Diagnostics;

  constructor(out: Diagnostics) {
    this.#out = out;
  }

  has(name: string): boolean {
    return this.#table.has(name);
  }

  names(): Iterable<string> {
    return this.#table.keys();
  }

  spanOf(name: string): Span | undefined {
    return this.#table.get(name)?.span;
  }

  add(name: string, span: Span | undefined, needs: readonly string[], build: () => NodeId | undefined): void {
    this.#table.set(name, { span, build, needs, state: 'waiting' });
  }

  /**
   * Builds everything, what is needed before what needs it, without recursion: a chain of ten thousand formulas is no deeper
   * than one. Circles are left to `resolve`, which knows where each reference stands.
   */
  resolveAll(): void {
    const entered = new Set<string>();
    for (const root of [...this.#table.keys()]) {
      const open: { readonly name: string; ready: boolean }[] = [{ name: root, ready: false }];
      for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
        if (top.ready) {
          open.pop();
          this.resolve(top.name, undefined);
          continue;
        }
        top.ready = true;
        entered.add(top.name);
        for (const name of this.#table.get(top.name)?.needs ?? []) {
          if (this.#table.has(name) && !entered.has(name)) open.push({ name, ready: false });
        }
      }
    }
  }

  /** undefined where nothing has the name. `usedAt` is the place that asks, for the chain of a mutual reference. */
  resolve(name: string, usedAt: Span | undefined): Resolved | undefined {
    const definition = this.#table.get(name);
    if (definition === undefined) return undefined;
    if (definition.state === 'building') {
      this.#reportChain(name, usedAt);
      return { kind: 'broken' };
    }
    if (definition.state !== 'waiting') return definition.state;
    definition.state = 'building';
    this.#stack.push({ name, usedAt });
    const node = definition.build();
    this.#stack.pop();
    definition.state = node === undefined ? { kind: 'broken' } : { kind: 'node', node };
    return definition.state;
  }

  #reportChain(name: string, usedAt: Span | undefined): void {
    const from = this.#stack.findIndex((entry) => entry.name === name);
    const chain = this.#stack.slice(from);
    const words = [...chain.map((entry) => entry.name), name].join(' → ');
    const steps = [
      ...chain.slice(1).map((entry) => ({ name: entry.name, span: entry.usedAt })),
      { name, span: usedAt },
    ];
    const marks = steps.flatMap((step) =>
      step.span === undefined ? [] : [{ span: step.span, label: `needs \`${step.name}\`` }],
    );
    const help = 'break the circle: one of them must come from something else';
    this.#out.error('E402', `\`${name}\` needs itself: ${words}`, marks, help);
  }
}
