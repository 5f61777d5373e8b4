// The functions of the language, one entry each: how many arguments, what it is for, an example that runs as a test.

export type FunctionShape =
  /** Any number of values of one unit, result in that unit. */
  | 'same-unit'
  /** One value, result in its unit. */
  | 'keep-unit'
  /** One pure number to a pure number. */
  | 'pure'
  | 'round'
  | 'square-root'
  /** An offered load and a number, both pure. */
  | 'queue'
  /** One value at one point of the band axis. */
  | 'band'
  | 'known'
  | 'cheapest'
  | 'catalog';

export interface FunctionEntry {
  readonly shape: FunctionShape;
  readonly signature: string;
  readonly summary: string;
  readonly example: string;
  /** What the example gives, as a quantity, where it needs no plan around it. */
  readonly gives?: string;
}

export const functions: Readonly<Record<string, FunctionEntry>> = {
  min: {
    shape: 'same-unit',
    signature: 'min(a, b, …)',
    summary: 'the smallest',
    example: 'min(3 GB, 2_000 MB)',
    gives: '2 GB',
  },
  max: {
    shape: 'same-unit',
    signature: 'max(a, b, …)',
    summary: 'the largest',
    example: 'max(0, 5 users - 8 users)',
    gives: '0 users',
  },
  ceil: {
    shape: 'keep-unit',
    signature: 'ceil(a)',
    summary: 'up to the next whole number; a value within 1e-9 (relative) of a whole number is that number',
    example: 'ceil(110.00000000000001)',
    gives: '110',
  },
  floor: {
    shape: 'keep-unit',
    signature: 'floor(a)',
    summary: 'down to the next whole number, with the same tolerance as ceil',
    example: 'floor(2.9 servers)',
    gives: '2 servers',
  },
  round: {
    shape: 'round',
    signature: 'round(a) or round(a, digits)',
    summary: 'to the nearest, half away from zero, to so many decimals (none where left out; -1 is to tens)',
    example: 'round(14.205 EUR/month, 2)',
    gives: '14.21 EUR/month',
  },
  abs: {
    shape: 'keep-unit',
    signature: 'abs(a)',
    summary: 'without its sign',
    example: 'abs(2 GB - 5 GB)',
    gives: '3 GB',
  },
  sqrt: {
    shape: 'square-root',
    signature: 'sqrt(a)',
    summary: 'the square root',
    example: 'sqrt(16)',
    gives: '4',
  },
  exp: { shape: 'pure', signature: 'exp(a)', summary: 'e to the power of a', example: 'exp(0)', gives: '1' },
  ln: { shape: 'pure', signature: 'ln(a)', summary: 'the natural logarithm', example: 'ln(1)', gives: '0' },
  staffing: {
    shape: 'queue',
    signature: 'staffing(load, quality)',
    summary:
      'how many serve a queue by the square-root rule: the offered load and so many of its roots, rounded up',
    example: 'staffing(100, 1.5)',
    gives: '115',
  },
  erlang_c: {
    shape: 'queue',
    signature: 'erlang_c(load, servers)',
    summary: 'the share of those who have to wait, with so many servers for an offered load (Erlang C)',
    example: 'round(erlang_c(2, 3), 4)',
    gives: '0.4444',
  },
  low: {
    shape: 'band',
    signature: 'low(a)',
    summary: 'a number or a condition with every ranged input at its low end',
    example: 'low(5 to 10 users)',
    gives: '5 users',
  },
  mid: {
    shape: 'band',
    signature: 'mid(a)',
    summary: 'a number or a condition with every ranged input at its middle',
    example: 'mid(5 to 10 users)',
    gives: '7.5 users',
  },
  high: {
    shape: 'band',
    signature: 'high(a)',
    summary: 'a number or a condition with every ranged input at its high end',
    example: 'high(5 to 10 users)',
    gives: '10 users',
  },
  known: {
    shape: 'known',
    signature: 'known(a)',
    summary:
      'whether a, a number or a condition, has a value; an item without a price makes its total unknown',
    example: 'known(5 GB)',
  },
  cheapest: {
    shape: 'cheapest',
    signature: 'cheapest(axis)',
    summary: 'the point of the axis with the lowest known total that breaks no limit',
    example: 'cheapest(platform) == "hetzner"',
  },
  price: {
    shape: 'catalog',
    signature: 'price("vendor/product")',
    summary: 'the unit price of a product on the day of the plan',
    example: 'price("contabo/cloud-vps-20")',
  },
  cost: {
    shape: 'catalog',
    signature: 'cost("vendor/product", quantity)',
    summary: 'what a quantity costs by the product’s rate card',
    example: 'cost("backblaze/b2", 500 GB)',
  },
  spec: {
    shape: 'catalog',
    signature: 'spec("vendor/product", "attribute")',
    summary: 'what the product provides',
    example: 'spec("contabo/cloud-vps-20", "disk")',
  },
};

/** Functions along an axis: `sum(total over month)`. */
export const reductions: Readonly<Record<string, { readonly summary: string }>> = {
  sum: { summary: 'added up along the axis, or over the items of a group' },
  min: { summary: 'the smallest along the axis' },
  max: { summary: 'the largest along the axis' },
  mean: { summary: 'the average along the axis' },
  first: { summary: 'at the first point' },
  last: { summary: 'at the last point' },
  all: { summary: 'whether the condition holds at every point' },
  any: { summary: 'whether the condition holds at some point' },
  count: { summary: 'at how many points the condition holds' },
  argmin: { summary: 'the point where it is smallest' },
  argmax: { summary: 'the point where it is largest' },
};
