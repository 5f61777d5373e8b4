// What a summary says against what it comes to further on: each wrong twin is found, and each word that may make it another amount
// keeps it quiet.
import { describe, expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.ts';

function found(text: string): number[] {
  return audit({ file: 'a.md', text }).findings.map((f) => f.place.line);
}

interface Parts {
  readonly head?: string;
  readonly line?: string;
  readonly section?: string;
  readonly total?: string;
  readonly more?: string;
}

/** The summary's line is the fifth. */
function document(parts: Parts): string {
  const { head = 'Executive Summary', line = '- **Own hosts (3 years)**: $10,000' } = parts;
  const {
    section = 'Own Hosts (Cirrus)',
    total = 'Total 3-year TCO: $7,000 + $3,000 = $10,000',
    more = '',
  } = parts;
  return `# Hosting study

## ${head}

${line}

## ${section}

### 3-Year Total Cost

${total}

${more}
`;
}

describe('a summary and where it is worked out', () => {
  test('the two agree', () => expect(found(document({}))).toEqual([]));

  const wrong: Readonly<Record<string, Parts>> = {
    'an amount': { line: '- **Own hosts (3 years)**: $8,000' },
    'in German': {
      head: 'Zusammenfassung',
      line: '- Eigene Server (3 Jahre): 8.000 €',
      section: 'Eigene Server',
      total: 'Gesamt 3 Jahre: 7.000 € + 3.000 € = 10.000 €',
    },
    'the row of a table': {
      line: '| Option | 3-year cost |\n|---|---|\n| Own hosts | $8,000 |',
    },
    'a column that is only called an amount, and a total with what it comes to halfway': {
      head: 'Resumo Executivo',
      line: '| Item | Estimativa |\n|---|---|\n| Custo Hospedagem (mensal) | R$ 1.500 - R$ 3.500 |',
      section: 'Hospedagem',
      total:
        '- Servidor: R$ 870 - R$ 1.950/mês\n- Subtotal Hospedagem: R$ 870 - R$ 1.950/mês\n- Backup: R$ 300 - R$ 550/mês\n\n**TOTAL HOSPEDAGEM:** R$ 1.170 - R$ 2.500/mês',
    },
    'a section that says what it costs': {
      head: 'Comparison summary',
      line: '| Option | Yearly cost |\n|---|---|\n| Cirrus + Stratus mix | $90 |',
      more: '## Option 2: Stratus + Cirrus mix\n\n- Small things run on Cirrus\n- **Annual: $60**',
    },
    'a time': {
      line: '- **Breakeven point**: 9 months',
      more: '## Breakeven point\n\n**Breakeven: 26 months**',
    },
    'a share': { line: '- **Gross margin**: 71%', more: 'Gross margin: 64%' },
  };
  const lines: Readonly<Record<string, number>> = {
    'the row of a table': 7,
    'a column that is only called an amount, and a total with what it comes to halfway': 7,
    'a section that says what it costs': 7,
  };
  test.each(Object.entries(wrong))('%s', (name, parts) => {
    expect(found(document(parts))).toEqual([lines[name] ?? 5]);
  });

  const quiet: Readonly<Record<string, Parts>> = {
    'a column that sets the amount apart': {
      head: 'Resumo Executivo',
      line: '| Item | Pior caso |\n|---|---|\n| Custo Hospedagem (mensal) | R$ 1.500 - R$ 3.500 |',
      section: 'Hospedagem',
      total: '**TOTAL HOSPEDAGEM:** R$ 1.170 - R$ 2.500/mês',
    },
    'a case in parentheses': { line: '- **Own hosts (reserved, 3 years)**: $8,000' },
    'a word more': { line: '- **Own hosts with support (3 years)**: $8,000' },
    'another time': { line: '- **Own hosts (5 years)**: $8,000' },
    'far off': { line: '- **Own hosts (3 years)**: $1,000' },
    'no summary': { head: 'Own rooms', line: '- **Own hosts (3 years)**: $8,000' },
    'a summary of something': {
      head: 'Summary of the large case',
      line: '- **Own hosts (3 years)**: $8,000',
    },
    'two answers further on': {
      line: '- **Own hosts (3 years)**: $8,000',
      more: '## Own hosts\n\nTotal 3-year cost: $7,000 + $2,000 = $9,000',
    },
    'a row that another row names': {
      line: '| Option | 3-year cost |\n|---|---|\n| Own hosts | $8,000 |',
      total: '| Part | 3-year cost |\n|---|---|\n| Own hosts | $9,000 |',
    },
    'a share of something else': { line: '- **Gross margin**: 71%', more: 'Gross margin (Basic): 64%' },
  };
  test.each(Object.entries(quiet))('quiet: %s', (_, parts) => expect(found(document(parts))).toEqual([]));
});

describe('a heading and the total of its name', () => {
  const text = (heading: string, total: string): string => `# Bill

## Storage & Backup (${heading})

### Disks

- Disks: $20/month
- Snapshots: $12/month

### Copies

- Copies: $9/month

**${total}**: $32 + $9 = **$41/month**
`;
  test('agree, and do not', () => {
    expect(found(text('$41/month', 'Storage & Backup total'))).toEqual([]);
    expect(found(text('$47/month', 'Storage & Backup total'))).toEqual([3]);
    expect(found(text('$47/month', 'Backup total'))).toEqual([]);
  });
});

test('a row that has the amount of its section in another column', () => {
  const text = (amount: string): string => `| Host | Base | API | Sum |
|---|---|---|---|
| Cirrus | $5 | $1 | $${amount} |
| Stratus | $7 | $1 | $8 |
| Nimbus | $9 | $1 | $10 |

## Cirrus

- Host: $5
- API: $1
- Total: $6

## Stratus

- Host: $7
- API: $1
- Total: $8

## Nimbus

- Host: $9
- API: $1
- Total: $10
`;
  expect(found(text('6'))).toEqual([]);
});

test('a part of a sum is not what the sum is in another currency', () => {
  const pairs = '€9.20 (~$10)\n\n€18.40 (~$20)\n\n€27.60 (~$30)\n\n';
  expect(found(`${pairs}Sum: €4.15 + $1.00 = ~€5 (~$5.50)`)).toEqual([]);
  expect(found(`${pairs}Sum: $1.00 = €5`)).toEqual([7]);
});

describe('a range', () => {
  const line = '- **Own hosts (3 years)**: $9,000 - $12,000';
  const at = (total: string): number[] => found(document({ line, total: `Total 3-year TCO: ${total}` }));

  test('that the figure lies in, or that is itself in another', () => {
    expect(at('$10,500')).toEqual([]);
    expect(at('$9,500 - $11,000')).toEqual([]);
  });

  test('that begins like the other one, and ends elsewhere', () => {
    expect(at('$9,000 - $12,000')).toEqual([]);
    expect(at('$9,000 - $10,500')).toEqual([5]);
  });
});
