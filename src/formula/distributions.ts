// Uncertain numbers in formulas: which parameters each kind takes and what they measure.

/** `value` is in the unit of the result, `pure` is a plain number or a share, `uncertain` another uncertain number. */
export type Parameter = 'value' | 'pure' | 'uncertain';

export type DistributionKind =
  | 'interval'
  | 'normal'
  | 'lognormal'
  | 'uniform'
  | 'triangular'
  | 'pert'
  | 'beta'
  | 'choices'
  | 'measured'
  | 'truncated';

/** Of the functions; `a to b` is an interval of 90 %. The last group may come again where `repeats` says so. */
export const distributions: Readonly<
  Record<
    Exclude<DistributionKind, 'interval'>,
    { readonly parameters: readonly Parameter[]; readonly repeats: boolean }
  >
> = {
  normal: { parameters: ['value', 'value'], repeats: false },
  lognormal: { parameters: ['value', 'pure'], repeats: false },
  uniform: { parameters: ['value', 'value'], repeats: false },
  triangular: { parameters: ['value', 'value', 'value'], repeats: false },
  pert: { parameters: ['value', 'value', 'value'], repeats: false },
  beta: { parameters: ['pure', 'pure'], repeats: false },
  choices: { parameters: ['value', 'pure'], repeats: true },
  measured: { parameters: ['value'], repeats: true },
  truncated: { parameters: ['uncertain', 'value', 'value'], repeats: false },
};
