// Everything that can be bought, by path. A vendor's file is read when somebody asks for that vendor, and
// only once.

import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import type { UnitTable } from '../quantity/unit-table.ts';
import { type Found, lookUp, type Question, report, reportVendor } from './look-up.ts';
import { overlayVendor } from './overlay.ts';
import { matchesSegment } from './pattern.ts';
import { readVendorFile } from './read-vendor.ts';
import { isId } from './reading.ts';
import type { DatedTariff, Product, SalesPlan, Vendor, VendorFiles } from './types.ts';

/** What is read once and shared by a catalog and those laid over it. */
interface Shelf {
  readonly files: VendorFiles;
  readonly units: UnitTable;
  readonly out: Diagnostics;
  /** `unreadable` where there is a file and no vendor came out of it. */
  readonly read: Map<string, Vendor | 'unreadable'>;
}

export class Catalog {
  readonly #shelf: Shelf;
  readonly #book: ReadonlyMap<string, Vendor>;
  readonly #laid = new Map<string, Vendor>();

  private constructor(shelf: Shelf, book: ReadonlyMap<string, Vendor>) {
    this.#shelf = shelf;
    this.#book = book;
  }

  /** A catalog of files. What is wrong with a file goes to `out` when it is read. */
  static of(files: VendorFiles, units: UnitTable, out: Diagnostics): Catalog {
    return new Catalog({ files, units, out, read: new Map() }, new Map());
  }

  /**
   * The same catalog with a plan's own price book over it; a book's price replaces the catalog's at the same
   * path.
   */
  withBook(book: readonly Vendor[]): Catalog {
    const all = new Map(this.#book);
    for (const vendor of book) all.set(vendor.id, overlayVendor(all.get(vendor.id), vendor));
    return new Catalog(this.#shelf, all);
  }

  /**
   * What a path names: `vendor/product`, `vendor/product/plan`, `vendor` where it sells one product,
   * `vendor/plan` where one of its products has such a plan. Otherwise undefined, with the reason in `out`.
   */
  find(path: string, span: Span | undefined, out: Diagnostics): Found | undefined {
    const question: Question = { path, span, out };
    const segments = path.split('/');
    const [id = ''] = segments;
    if (segments.length > 3 || segments.includes('')) {
      report(
        question,
        undefined,
        `\`${path}\` is no path in the catalog`,
        'a path is `vendor/product` or `vendor/product/plan`',
      );
      return undefined;
    }
    const vendor = this.#vendor(id);
    if (vendor === 'unreadable') {
      report(
        question,
        0,
        `the prices of \`${id}\` could not be read`,
        'its file has an error, reported with its own line',
      );
      return undefined;
    }
    if (vendor !== undefined) return lookUp(vendor, segments, question);
    reportVendor(id, this.#ids(), question);
    return undefined;
  }

  /**
   * The products that a pattern fits, in the order of vendors and their files. A pattern of three segments
   * gives products with only the plans that fit.
   */
  match(pattern: string): readonly Product[] {
    const [vendorPattern = '', productPattern = '*', planPattern, ...more] = pattern.split('/');
    if (more.length > 0) return [];
    const ids = vendorPattern.includes('*')
      ? this.#ids().filter((id) => matchesSegment(vendorPattern, id))
      : [vendorPattern];
    return ids
      .map((id) => this.#vendor(id))
      .filter((vendor) => vendor !== undefined && vendor !== 'unreadable')
      .flatMap((vendor) => [...vendor.products.values()])
      .filter((product) => matchesSegment(productPattern, product.id))
      .flatMap((product) => (planPattern === undefined ? [product] : withPlans(product, planPattern)));
  }

  /** Every vendor, by id. Reads every file. */
  vendors(): readonly Vendor[] {
    return this.#ids()
      .map((id) => this.#vendor(id))
      .filter((vendor) => vendor !== undefined && vendor !== 'unreadable');
  }

  /** What a vendor calls itself; its id where nobody says. */
  vendorName(id: string): string {
    const vendor = this.#vendor(id);
    return vendor === undefined || vendor === 'unreadable' ? id : vendor.name;
  }

  #ids(): readonly string[] {
    return [...new Set([...this.#shelf.files.ids(), ...this.#book.keys()])].sort();
  }

  #vendor(id: string): Vendor | 'unreadable' | undefined {
    const laid = this.#laid.get(id);
    if (laid !== undefined) return laid;
    const base = this.#fromFile(id);
    const own = this.#book.get(id);
    if (own === undefined || base === 'unreadable') return base;
    const vendor = overlayVendor(base, own);
    this.#laid.set(id, vendor);
    return vendor;
  }

  #fromFile(id: string): Vendor | 'unreadable' | undefined {
    const { files, units, out, read } = this.#shelf;
    const known = read.get(id);
    // an id that cannot be one never reaches the file system
    if (known !== undefined || !isId(id)) return known;
    const source = files.vendor(id);
    if (source === undefined) return undefined;
    const vendor = readVendorFile(source, id, units, out) ?? 'unreadable';
    read.set(id, vendor);
    return vendor;
  }
}

function withPlans(product: Product, pattern: string): readonly Product[] {
  const plans = product.plans.filter((plan) => plan.id !== '' && matchesSegment(pattern, plan.id));
  return plans.length === 0 ? [] : [{ ...product, plans }];
}

/** The price that holds on a day, or why none does. */
export type PriceOn =
  /** `newer` is the newest price known, where it is a later one than this. */
  | { readonly kind: 'price'; readonly tariff: DatedTariff; readonly newer: DatedTariff | undefined }
  /** The first known price begins after that day. */
  | { readonly kind: 'later'; readonly first: DatedTariff }
  /** The last price before that day had ended; `next` begins after it, if any does. */
  | { readonly kind: 'ended'; readonly last: DatedTariff; readonly next: DatedTariff | undefined };

/**
 * The price with the latest `from` that is not after `asOf`, of those that had not ended. A price without
 * `from` holds always, and gives way to every dated one. Without `asOf`, the newest price known.
 */
export function priceOn(plan: SalesPlan, asOf: string | undefined): PriceOn {
  const { prices } = plan;
  const newest = prices.at(-1);
  if (newest === undefined)
    throw new Error(`the plan \`${plan.id}\` has no prices; a reader gives at least one`);
  if (asOf === undefined) return { kind: 'price', tariff: newest, newer: undefined };
  const begun = prices.filter((price) => price.from === undefined || price.from <= asOf);
  const next = prices.find((price) => price.from !== undefined && price.from > asOf);
  const tariff = begun.findLast((price) => price.until === undefined || asOf <= price.until);
  if (tariff !== undefined) return { kind: 'price', tariff, newer: next === undefined ? undefined : newest };
  const last = begun.at(-1);
  return last === undefined ? { kind: 'later', first: next ?? newest } : { kind: 'ended', last, next };
}
