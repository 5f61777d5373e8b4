// Which uncertain numbers rise and fall together: pairs of names with the correlation of their ranks.

import type { Reading } from '../catalog/reading.ts';
import { one, sameUnit } from '../quantity/unit.ts';
import { fill, listOf, textOf } from '../yaml/form.ts';
import type { Node } from '../yaml/node.ts';
import { correlationForm } from './forms/values.ts';
import { formulaOf, literal, wordAt } from './reading.ts';
import type { Correlation } from './types.ts';

export function readCorrelations(node: Node | undefined, reading: Reading): readonly Correlation[] {
  return listOf(node).flatMap((element) => readCorrelation(element, reading));
}

function readCorrelation(node: Node, reading: Reading): readonly Correlation[] {
  const { out } = reading;
  const filled = fill(node, correlationForm, out);
  if (filled === undefined) return [];
  const names = filled.fields.get('between')?.value;
  const words = listOf(names).flatMap((name) => wordAt(name, '`between`', reading) ?? []);
  const rank = formulaOf(filled, 'rank', reading);
  if (rank === undefined || names === undefined) return [];
  const [first, second, third] = words;
  if (first === undefined || second === undefined || third !== undefined) {
    const help = 'for example `between: [users, visits]`';
    out.error('E104', 'two numbers correlate', [{ span: names.span, label: '' }], help);
    return [];
  }
  const written = literal(rank);
  const value = written !== undefined && sameUnit(written.unit, one) ? written.value : Number.NaN;
  if (!(Math.abs(value) <= 1)) {
    const help = 'a number from -1 to 1, such as `rank: 0.6`';
    out.error('E104', 'this is no correlation', [{ span: rank.span, label: '' }], help);
    return [];
  }
  const source = textOf(filled, 'source', out);
  return [{ between: [first, second], rank: value, source, span: node.span }];
}
