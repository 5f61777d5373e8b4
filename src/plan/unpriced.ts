// Items that say nothing of a price, gathered while items and options are read, and judged when both are known.

import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Filled } from '../yaml/form.ts';
import type { Entry } from '../yaml/node.ts';
import type { Item, ItemField } from './types.ts';

/** Each of these says what an item costs, or that nobody knows. */
const priceFields: readonly ItemField[] = ['use', 'choose', 'price', 'buy', 'once', 'unpriced'];

export class Unpriced {
  readonly #silent: Item[] = [];
  readonly #completed = new Set<string>();

  /** The keys count, not what could be read behind them: a price that does not parse is its own error. */
  item(item: Item, filled: Filled): void {
    const hasUnknownKeys = filled.node.entries.length > filled.fields.size;
    if (!saysPrice(filled.fields) && !hasUnknownKeys) this.#silent.push(item);
  }

  /** An option changes fields of the item. */
  change(item: string, fields: ReadonlyMap<string, Entry>): void {
    if (saysPrice(fields)) this.#completed.add(item);
  }

  report(out: Diagnostics): void {
    for (const item of this.#silent) {
      if (this.#completed.has(item.name)) continue;
      reportNoPrice(item, out);
    }
  }
}

/** Also for an item that no option completes. */
export function reportNoPrice({ name, role, span }: Item, out: Diagnostics): void {
  const what = role === 'cost' ? `what \`${name}\` costs` : `what \`${name}\` brings in`;
  const ways =
    role === 'cost' ? '`use`, `choose`, `price`, `buy` or `once`' : '`use`, `choose`, `price` or `once`';
  const help = `give it ${ways}; where nobody knows the price, say why under \`unpriced\``;
  out.error('E505', `nothing says ${what}`, [{ span, label: '' }], help);
}

function saysPrice(fields: ReadonlyMap<string, Entry>): boolean {
  return priceFields.some((field) => fields.has(field));
}
