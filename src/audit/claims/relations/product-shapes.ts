// What a column may hold as the product of others: quantity × price, with the hours or the thousands that nobody writes down.

import type { Column, Row } from '../content/grid.ts';
import type { Shape, Values } from './relation-shape.ts';

/** What a product may be multiplied by without saying so: hours, days and months, and prices per 1,000 or million. */
const constants = [1, 730, 720, 744, 12, 24, 30, 365, 8760, 22, 160, 3, 6, 36, 60, 1e-3, 1e-6, 0.01, 1e3];

export function* products(a: Column, b: Column, target: Column, sample: readonly Row[]): Generator<Shape> {
  if (target.isShare && !(a.isShare || b.isShare)) return;
  if (a.hasMoney && b.hasMoney) return;
  // `| $0.20 | $0.08 | 2.5x |` compares
  if ([a, b].some((c) => c.isTimes && c.index > target.index)) return;
  if (target.hasMoney !== (a.hasMoney || b.hasMoney) && target.hasMoney) return;
  for (const constant of constants) {
    let seen = 0;
    let total = 0;
    for (const row of sample) {
      const [x, y, z] = [a, b, target].map((c) => row.cells[c.index]?.figure);
      if (x === undefined || y === undefined || z === undefined || z.high === 0) continue;
      total += 1;
      const product = (x.high * y.high * constant) / (x.perCount * y.perCount);
      if (Math.abs(z.high - product) <= Math.max(z.step, Math.abs(product) * 0.006)) seen += 1;
    }
    const isAmount = constant === 1 && target.hasMoney && !target.isPrice;
    const isPriced = [a, b].some((c) => c.isPrice);
    const named =
      isAmount &&
      [a, b].some((c) => !c.hasMoney && countWords.test(c.heading)) &&
      (isPriced || [a, b].some((c) => c.hasMoney && priceWords.test(c.heading)));
    const expected = isAmount && (isPriced || named);
    const isAlone = named && isPriced && total <= 3;
    if (!isAlone && (seen === 0 || (seen < 2 && !expected) || seen < total * (named ? 0.3 : 0.5))) continue;
    yield {
      kind: 'row',
      from: [a, b],
      target,
      compute: ([x = 0, y = 0]) => x * y * constant,
      // `| 20 GB/day | $0.02/GB | $12 |` above `| 1 GB | $0.02/GB | $0.02 |`
      ...(constant === 1
        ? {}
        : {
            others: othersOf(constant).map(
              (n) =>
                ([x = 0, y = 0]: Values) =>
                  x * y * n,
            ),
          }),
      working: ([x = '', y = '']) => `${x} × ${y}${constant === 1 ? '' : ` × ${constant}`}`,
      expected,
      named,
      rank: constant === 1 ? 2 : 3,
    };
  }
}

/** A heading that says how many there are. */
export const countWords =
  /^[^\p{L}]*(?:qty|quantit\p{L}*|quantid\p{L}*|cantidad\p{L}*|count|units?|number|nodes?|instances?|seats?|users?|licen[cs]es?|hours?|hrs?|days?|menge|anzahl|stück\p{L}*|stk|stunden|std|tage|nutzer|lizenzen|nombre|nb|qté|heures?|jours?|postes?|licences?|unidades|cant|horas?|días|dias|usuarios|licencias|qtd|qtde|usuários|licenças|ore|quantità|aantal|uren|adet|miktar|saat|кол-во|количество|шт|час\p{L}*)(?!\p{L})|数量|個数|人数|小时|時間|工时/iu;
const priceWords =
  /(?<!\p{L})(?:price|rate|\p{L}*satz|\p{L}*preis|prix|taux|tjm|tarifa|tariffa|precio|preço|prezzo|prijs|uurtarief|fiyat\p{L}*|ücret\p{L}*|цена|стоимость за|ставка)(?!\p{L})|(?:\/|(?<!\p{L})(?:per|pro|por|par|à l['’])\s?)\s?(?:h|hour|hora|heure|stunde|std|saat|day|día|dia|jour|tag|unit|unidade?|stück)(?!\p{L})|单价|價格|价格|単価|价/iu;

/** Not multiplied at all, and the other hours of a month. */
function othersOf(constant: number): readonly number[] {
  const hours = [720, 730, 744];
  return hours.includes(constant) ? [1, ...hours] : [1];
}

export function* triples(from: readonly Column[], target: Column, sample: readonly Row[]): Generator<Shape> {
  if (target.isShare || from.filter((c) => c.hasMoney).length !== 1 || !target.hasMoney) return;
  let seen = 0;
  for (const row of sample) {
    const figures = [...from, target].map((c) => row.cells[c.index]?.figure?.high);
    const [x = 0, y = 0, z = 0, w = 0] = figures;
    if (w !== 0 && Math.abs(x * y * z - w) <= Math.abs(w) * 0.005) seen += 1;
  }
  if (seen < 2) return;
  yield {
    kind: 'row',
    from,
    target,
    compute: (v) => v.reduce((n, x) => n * x, 1),
    working: (f) => f.join(' × '),
    expected: false,
    rank: 4,
  };
}
