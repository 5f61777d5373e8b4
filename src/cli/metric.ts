// `--metric total`: a figure, in the currency of `--currency`.

import { at as markAt } from '../diagnostics/diagnostic.ts';
import type { Question } from '../graph/types.ts';
import { isMoney, type Unit, unitText } from '../quantity/unit.ts';
import { askFormula } from './ask.ts';
import type { Loaded } from './load.ts';
import { wordOf } from './setting-word.ts';

/** Money is asked for in the currency that was wished for. `otherwise` is what is wrong with a metric that is no figure. */
export function askMetric(
  metric: string,
  loaded: Loaded,
  otherwise: string,
): { readonly node: Question['node']; readonly unit: Unit } | undefined {
  const { settings, plan, out } = loaded;
  const question = askFormula(metric, '--metric', loaded);
  if (question === undefined) return undefined;
  if (question.type.kind !== 'number') {
    out.error(
      'E303',
      otherwise,
      markAt(wordOf(metric, '--metric').span),
      'for example `--metric total`, or `--metric app.cost`',
    );
    return undefined;
  }
  const { unit } = question.type;
  const { currency } = settings;
  if (currency === undefined || !isMoney(unit)) return { node: question.node, unit };
  const [money] = unit.factors;
  const per = unitText(unit).slice(money?.atom.name.length ?? 0);
  if (money?.atom.name === currency || (currency === plan.currency && money?.atom.name === plan.currency))
    return { node: question.node, unit };
  const converted = askFormula(`(${metric}) in ${currency}${per}`, '--currency', loaded);
  return converted?.type.kind === 'number' ? { node: converted.node, unit: converted.type.unit } : undefined;
}
