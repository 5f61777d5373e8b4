// A path -> a product, and perhaps one of its plans; or what is wrong with the path, at the level that
// failed.

import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Product, SalesPlan, Vendor } from './types.ts';

export interface Found {
  readonly product: Product;
  /** The plan that the path pins; undefined where any plan of the product will do. */
  readonly plan: SalesPlan | undefined;
}

/** A path being looked up, and where it stands, so that a message can point at the part that is wrong. */
export interface Question {
  readonly path: string;
  readonly span: Span | undefined;
  readonly out: Diagnostics;
}

/** How many names a message lists. */
const listed = 12;

/** What the path means at this vendor. A product comes before a plan of the same name. */
export function lookUp(vendor: Vendor, segments: readonly string[], question: Question): Found | undefined {
  const [, second, third] = segments;
  if (second === undefined) return onlyProduct(vendor, question);
  const product = vendor.products.get(second);
  if (product === undefined) {
    if (third === undefined) return planOfSomeProduct(vendor, second, question);
    reportProduct(vendor, second, question);
    return undefined;
  }
  if (third === undefined) return { product, plan: undefined };
  const plan = planOf(product, third);
  if (plan !== undefined) return { product, plan };
  const ids = planIds(product);
  const here = `${vendor.id}/${product.id}`;
  const what = ids.length === 0 ? `it is sold in one way only: \`${here}\`` : `its plans are ${list(ids)}`;
  report(question, 2, `\`${here}\` has no plan \`${third}\``, `${guess(third, ids, `${here}/`)}${what}`);
  return undefined;
}

/** Says that no vendor has this id. */
export function reportVendor(id: string, ids: readonly string[], question: Question): void {
  const what = ids.length === 0 ? 'there are no vendors here' : `the vendors are ${list(ids)}`;
  report(question, 0, `there is no vendor \`${id}\``, `${guess(id, ids, '')}${what}`);
}

/** Says that something is wrong with one segment of the path, or with all of it. */
export function report(question: Question, segment: number | undefined, message: string, help: string): void {
  const { span, out } = question;
  out.error(
    'E501',
    message,
    span === undefined ? [] : [{ span: segmentSpan(question.path, span, segment), label: '' }],
    help,
  );
}

function onlyProduct(vendor: Vendor, question: Question): Found | undefined {
  const products = [...vendor.products.values()];
  const [only, another] = products;
  if (only !== undefined && another === undefined) return { product: only, plan: undefined };
  const paths = products.map((product) => `${vendor.id}/${product.id}`);
  const message =
    only === undefined ? `\`${vendor.id}\` sells nothing` : `\`${vendor.id}\` sells more than one product`;
  report(question, 0, message, only === undefined ? '' : `say which: ${list(paths)}`);
  return undefined;
}

/** `mailersend/hobby`: the product may be left out where only one has such a plan. */
function planOfSomeProduct(vendor: Vendor, id: string, question: Question): Found | undefined {
  const found: { readonly product: Product; readonly plan: SalesPlan }[] = [];
  for (const product of vendor.products.values()) {
    const plan = planOf(product, id);
    if (plan !== undefined) found.push({ product, plan });
  }
  const [only, another] = found;
  if (another === undefined && only !== undefined) return only;
  if (only === undefined) {
    reportProduct(vendor, id, question);
  } else {
    const paths = found.map(({ product }) => `${vendor.id}/${product.id}/${id}`);
    report(
      question,
      1,
      `several products of \`${vendor.id}\` have a plan \`${id}\``,
      `say which: ${list(paths)}`,
    );
  }
  return undefined;
}

function reportProduct(vendor: Vendor, id: string, question: Question): void {
  const products = [...vendor.products.values()];
  const names = [...products.map((product) => product.id), ...products.flatMap(planIds)];
  const what = products.length === 0 ? 'it sells nothing' : `it sells ${list([...vendor.products.keys()])}`;
  report(
    question,
    1,
    `\`${vendor.id}\` has no product \`${id}\``,
    `${guess(id, names, `${vendor.id}/`)}${what}`,
  );
}

function planOf(product: Product, id: string): SalesPlan | undefined {
  return id === '' ? undefined : product.plans.find((plan) => plan.id === id);
}

function planIds(product: Product): readonly string[] {
  return product.plans.map((plan) => plan.id).filter((id) => id !== '');
}

function guess(word: string, known: readonly string[], prefix: string): string {
  const found = nearest(word, known);
  return found === undefined ? '' : `did you mean \`${prefix}${found}\`? `;
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, listed).join(', ');
  return names.length > listed ? `${shown} and ${names.length - listed} more` : shown;
}

/** The part of the span under one segment, where the span is the path itself as written. */
function segmentSpan(path: string, span: Span, segment: number | undefined): Span {
  if (segment === undefined || span.source.text.slice(span.start, span.end) !== path) return span;
  const before = path.split('/').slice(0, segment);
  const start = before.reduce((sum, part) => sum + part.length + 1, span.start);
  const end = start + (path.split('/')[segment] ?? '').length;
  return end > start ? { source: span.source, start, end } : span;
}
