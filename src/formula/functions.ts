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
  /** An uncertain number; its parameters, and what they measure, in distributions.ts. */
  | 'distribution'
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
  normal: {
    shape: 'distribution',
    signature: 'normal(mean, deviation)',
    summary: 'an uncertain number around a mean, with a standard deviation',
    example: 'mid(normal(100 users, 20 users))',
    gives: '100 users',
  },
  lognormal: {
    shape: 'distribution',
    signature: 'lognormal(median, spread)',
    summary: 'an uncertain positive number; `spread` is the standard deviation of its natural logarithm',
    example: 'mid(lognormal(100 users, 0.5))',
    gives: '100 users',
  },
  uniform: {
    shape: 'distribution',
    signature: 'uniform(low, high)',
    summary: 'an uncertain number, anywhere between two ends alike',
    example: 'mid(uniform(5 GB, 10 GB))',
    gives: '7.5 GB',
  },
  triangular: {
    shape: 'distribution',
    signature: 'triangular(low, mode, high)',
    summary: 'an uncertain number from a lowest, a most likely and a highest value',
    example: 'mid(triangular(5 days, 8 days, 20 days))',
    gives: '8 days',
  },
  pert: {
    shape: 'distribution',
    signature: 'pert(low, mode, high)',
    summary: 'the same, with more weight around the most likely value: the estimate of three points',
    example: 'high(pert(5 days, 8 days, 20 days))',
    gives: '20 days',
  },
  beta: {
    shape: 'distribution',
    signature: 'beta(a, b)',
    summary: 'an uncertain share, of `a` successes to `b` failures',
    example: 'mid(beta(3, 7))',
    gives: '0.3',
  },
  choices: {
    shape: 'distribution',
    signature: 'choices(value, weight, value, weight, …)',
    summary: 'one of several values, each with its weight',
    example: 'mid(choices(10 EUR/month, 70%, 25 EUR/month, 30%))',
    gives: '14.5 EUR/month',
  },
  measured: {
    shape: 'distribution',
    signature: 'measured(value, value, …)',
    summary: 'as it was measured: any of the values, and what lies between',
    example: 'mid(measured(3 GB, 5 GB, 4 GB))',
    gives: '4 GB',
  },
  truncated: {
    shape: 'distribution',
    signature: 'truncated(uncertain, low, high)',
    summary: 'an uncertain number, cut to what lies between two ends',
    example: 'high(truncated(normal(100 users, 60 users), 0 users, 150 users))',
    gives: '150 users',
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
