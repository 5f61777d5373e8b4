// What owning something costs over years: `Hardware: $10,000`, `Annual operation: $2,000`, `5-year TCO: $20,000`.

import { periodOf } from '../../judge/calendar.ts';
import type { Claim } from '../../types.ts';
import { isAmount } from '../content/amounts.ts';
import { periodOfText } from '../content/grid.ts';
import { currencyOf, type Entry } from '../content/ledger.ts';
import { listsOf, periodIn, ruleClaim } from './roles.ts';

const setup =
  /^(?:hardware|equipment|set-?up|capex|up-?front|initial|investment|purchase|one-?time|anschaffung\p{L}*|einmalig\p{L}*|investition\p{L}*|matériel|achat|investissement|inversión|equipo|costo inicial|investimento|equipamento|custo inicial|kurulum|donanım|yatırım|оборудовани\p{L}*|инвестици\p{L}*|разов\p{L}*)(?!\p{L})|^(?:硬件|初期|一次性)/iu;
const running =
  /(?<!\p{L})(?:annual|yearly|monthly|running|operat\p{L}*|opex|recurring|ongoing|maintenance|jährlich\p{L}*|laufend\p{L}*|betrieb\p{L}*|annuel\p{L}*|récurrent\p{L}*|mensuel\p{L}*|anual\p{L}*|recurrente\p{L}*|mensual\p{L}*|recorrente\p{L}*|mensa(?:l|is)|yıllık|aylık|işletme|ежегодн\p{L}*|годов\p{L}*|ежемесячн\p{L}*)(?!\p{L})|年|月/iu;
const ownership = /(?<!\p{L})(?:tco|total|gesamt\p{L}*|toplam|итого|всего)(?!\p{L})|总|総|合計/iu;

export function ownershipIn(entries: readonly (Entry | undefined)[]): readonly Claim[] {
  return listsOf(entries).flatMap((list) => ownedIn(list) ?? []);
}

function ownedIn(list: readonly Entry[]): Claim | undefined {
  const lines = list.flatMap((e) => {
    const money = e.figures.filter((f) => currencyOf(f) !== '' && isAmount(f));
    const [figure] = money;
    return figure === undefined
      ? []
      : [{ figure, label: e.label, text: e.passage.text, isAlone: money.length === 1 }];
  });
  if (lines.length !== 3 || lines.some((l) => !l.isAlone || /[×*÷=≈→]/.test(l.text))) return undefined;
  const [first, yearly, total] = lines;
  if (first === undefined || yearly === undefined || total === undefined) return undefined;
  const { periods } = periodOfText(total.label);
  const period = periodIn(yearly);
  const months = period === 'year' ? 12 : period === 'month' ? 1 : 0;
  if (periods < 2 || months === 0 || !ownership.test(total.label)) return undefined;
  if (!setup.test(first.label) || !running.test(`${yearly.label} ${yearly.text}`)) return undefined;
  if (new Set(lines.map((l) => currencyOf(l.figure))).size > 1 || periodOf(first.figure.unit) !== '')
    return undefined;
  const times = (periods * 12) / months;
  return ruleClaim(total.figure, [first.figure, yearly.figure], {
    target: 'gross',
    from: ['net', 'tax'],
    isShare: false,
    // the first year may be in the purchase
    values: ([a = 0, b = 0]) => [a + times * b, a + (times - 12 / months) * b],
    working: ([a = '', b = '']) => `${a} + ${times} × ${b}`,
  });
}
