// A formula that somebody typed, as a figure in the currency that is shown.

import type { NodeId } from '../../../src/graph/types.ts';
import { isMoney, type Unit, unitText } from '../../../src/quantity/unit.ts';
import type { Asked } from '../session.ts';
import { refused } from '../session.ts';
import { ask } from './explain.ts';

export interface AskedFigure {
  /** The formula that says it: of another currency, with the conversion. */
  readonly formula: string;
  readonly node: NodeId;
  readonly unit: Unit;
}

/** Throws OutlayError where the formula does not fit the plan, or is no figure. */
export function figureOf(asked: Asked, formula: string): AskedFigure {
  const question = ask(asked, formula);
  if (question.type.kind !== 'number')
    throw refused(`\`${formula}\` is no figure`, 'for example `total`, or what an item costs: `app.cost`');
  const { unit } = question.type;
  const wanted = asked.currency?.currency;
  const [money] = unit.factors;
  if (wanted === undefined || !isMoney(unit) || money?.atom.name === wanted)
    return { formula, node: question.node, unit };
  const per = unitText(unit).slice(money?.atom.name.length ?? 0);
  const converted = `(${formula}) in ${wanted}${per}`;
  const inCurrency = ask(asked, converted);
  return inCurrency.type.kind === 'number'
    ? { formula: converted, node: inCurrency.node, unit: inCurrency.type.unit }
    : { formula, node: question.node, unit };
}
