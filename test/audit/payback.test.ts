// How long it takes until what was spent is back: each list as it should be, with no finding, and with one figure changed.
import { describe, expect, test } from 'vitest';
import { found, twins } from './twins.ts';

const list =
  '## Own hosts\n\n- **Initial investment**: $750\n- **Annual savings**: $1,530\n- **Break-even point**: 6 months\n';
const ranges =
  '## Retorno\n\n```\nInvestimento inicial:   R$ 200.000 - R$ 280.000\nGanho mensal:           R$ 25.000 - R$ 48.000\nCusto mensal:           R$ 7.500 - R$ 13.000\nGanho líquido mensal:   R$ 17.500 - R$ 35.000\n\nPayback estimado:       6 - 16 meses\n```\n';

describe('a time to break even', () => {
  twins({
    'of a cost and what a year saves': {
      text: list,
      change: ['6 months', '9 months'],
      found: ['capacity', 5, '9 months'],
    },
    'of ranges, from the best case to the worst': {
      text: ranges,
      change: ['6 - 16 meses', '6 - 11 meses'],
      found: ['capacity', 9, '6 - 11 meses'],
    },
    'of the one amount that is paid once, in Spanish': {
      text: '## Obra\n\n- **Coste de la obra:** 30.000 €\n- **Ahorro anual:** 12.000 €\n- **Periodo de recuperación:** 2,5 años\n',
      change: ['2,5 años', '3,5 años'],
      found: ['capacity', 5, '3,5 años'],
    },
    'in the rows of a table': {
      text: '## Umzug\n\n| Größe | Wert | Vergleich |\n|---|---|---|\n| Einmalige Investition | 9.000 € | |\n| Monatliche Ersparnis | 750 € | |\n| Amortisation | 12 Monate | üblich: 24 Monate |\n',
      change: ['12 Monate', '15 Monate'],
      found: ['capacity', 7, '15 Monate'],
    },
  });

  test('with running costs that may be taken off, a bound, several costs, and another section', () => {
    const wrong = list.replace('6 months', '9 months');
    expect(found(wrong.replace('- **Break', '- **Annual power**: $430\n- **Break'))).toEqual([]);
    expect(found(wrong.replace('9 months', '< 9 months'))).toEqual([]);
    expect(found(wrong.replace('- **Annual', '- **Second investment**: $400\n- **Annual'))).toEqual([]);
    expect(found(wrong.replace('- **Break', '\n## All together\n\n- **Break'))).toEqual([]);
    expect(found(ranges.replace('6 - 16', '8 - 12'))).toEqual([]);
  });
});
