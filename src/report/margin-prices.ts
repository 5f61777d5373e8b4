// What each line is sold at, and what it would have to be: rows of a table, a column a case.

import type { Ranged } from '../analysis/figures.ts';
import type { LinePrice } from '../analysis/line-prices.ts';
import type { MarginCase, Margins } from '../analysis/margin.ts';
import { type Unit, unitText } from '../quantity/unit.ts';
import { figureCell, figureText } from './amounts.ts';
import { textCell } from './blocks.ts';
import type { MarginRow, RowOf } from './margin-row.ts';
import { shareText } from './margin-words.ts';

export function priceRows(
  { target }: Margins,
  cases: readonly MarginCase[],
  row: RowOf,
): readonly MarginRow[] {
  const lines = new Map(
    cases.flatMap(({ lines: own }) => own.map((line) => [line.name, line.label] as const)),
  );
  return [...lines].flatMap(([name, label]) => {
    const priceIn = (one: MarginCase): LinePrice | undefined => one.lines.find((l) => l.name === name)?.price;
    const all = cases.flatMap((one) => priceIn(one) ?? []);
    const [first] = all;
    if (first === undefined) return [];
    // said once where it is the same in every case
    const unit = all.every((p) => p.by === 'price' && p.unit.key === first.unit.key) ? first.unit : undefined;
    const rowOf = (what: string, text: (price: LinePrice) => string): MarginRow =>
      row('plain', `${what}${unit === undefined ? '' : ` (${unitText(unit)})`}`, (one) => {
        const price = priceIn(one);
        return textCell(price === undefined ? '' : text(price));
      });
    return [
      rowOf(label, (p) => nowText(p, unit)),
      rowOf(`${label}, to lose nothing`, (p) => solvedText(p.even, p, unit)),
      ...(target === undefined
        ? []
        : [
            rowOf(`${label}, for ${shareText(target)}`, (p) =>
              p.target === undefined ? '' : solvedText(p.target, p, unit),
            ),
          ]),
    ];
  });
}

function nowText({ by, now, unit }: LinePrice, said: Unit | undefined): string {
  if (by === 'factor') return 'all of it';
  return said === undefined ? figureText({ ...now, unit }) : figureCell({ ...now, unit });
}

function solvedText(solved: Ranged, { by, unit }: LinePrice, said: Unit | undefined): string {
  const { low, mid, high } = solved;
  if (Number.isNaN(mid)) return 'unknown';
  if (mid === Number.POSITIVE_INFINITY) return 'no price will do';
  if (mid === 0 && high === 0) return 'any price will do';
  const text = (x: number): string => {
    if (x === Number.POSITIVE_INFINITY) return 'no price';
    if (by === 'factor') return figureCell({ ...at(Number(x.toPrecision(4))), unit });
    return said === undefined ? figureText({ ...at(x), unit }) : figureCell({ ...at(x), unit });
  };
  const range = low === high ? text(mid) : `${text(low)} to ${text(high)}`;
  return by === 'factor' ? `all of it × ${range}` : range;
}

function at(x: number): Ranged {
  return { low: x, mid: x, high: x };
}
