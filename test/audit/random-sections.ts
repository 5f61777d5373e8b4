// Random documents made of short sections, each in one manner of saying what follows from what: options side by side, savings with
// their percentage in one cell, months and years on lines of their own, amounts of one label with their total, a heading over its
// list, percentages of one amount, what lies between two amounts, a size with what it costs for each, rates stated in the text.
// Every figure follows; those that a reader can check are listed.
import type { Analysis, Random } from './random-analysis.ts';

interface Language {
  readonly decimal: '.' | ',';
  readonly group: string;
  readonly sign: string;
  readonly after: boolean;
  readonly month: string;
  readonly year: string;
  readonly monthly: string;
  readonly yearly: string;
  readonly threeYears: string;
  readonly cost: string;
  readonly savings: string;
  readonly total: string;
  readonly users: string;
  readonly perUser: string;
  readonly breakEven: (count: string, price: string) => string;
  readonly options: readonly string[];
  readonly parts: readonly string[];
}

const languages: readonly Language[] = [
  {
    decimal: '.',
    group: ',',
    sign: '$',
    after: false,
    month: '/month',
    year: '/year',
    monthly: 'Monthly cost',
    yearly: 'Annual cost',
    threeYears: '3-year cost',
    cost: 'Cost',
    savings: 'Savings',
    total: 'Total',
    users: 'users',
    perUser: 'Cost per user',
    breakEven: (count, price) => `Break-even: ${count} users at ${price}/month`,
    options: ['Nimbus', 'Stratus', 'Cirrus', 'Cumulus'],
    parts: ['Servers', 'Database', 'Storage', 'Monitoring', 'Mail'],
  },
  {
    decimal: ',',
    group: '.',
    sign: '€',
    after: true,
    month: '/Monat',
    year: '/Jahr',
    monthly: 'Monatliche Kosten',
    yearly: 'Jährliche Kosten',
    threeYears: 'Kosten für 3 Jahre',
    cost: 'Kosten',
    savings: 'Ersparnis',
    total: 'Gesamt',
    users: 'Nutzer',
    perUser: 'Kosten pro Nutzer',
    breakEven: (count, price) => `Gewinnschwelle: ${count} Nutzer zu ${price}/Monat`,
    options: ['Nimbus', 'Stratus', 'Zirrus', 'Kumulus'],
    parts: ['Server', 'Datenbank', 'Speicher', 'Überwachung', 'Post'],
  },
  {
    decimal: ',',
    group: ' ',
    sign: '€',
    after: true,
    month: '/mois',
    year: '/an',
    monthly: 'Coût mensuel',
    yearly: 'Coût annuel',
    threeYears: 'Coût sur 3 ans',
    cost: 'Coût',
    savings: 'Économies',
    total: 'Total',
    users: 'utilisateurs',
    perUser: 'Coût par utilisateur',
    breakEven: (count, price) => `Seuil de rentabilité : ${count} utilisateurs à ${price}/mois`,
    options: ['Nimbus', 'Stratus', 'Cirrus', 'Cumulus'],
    parts: ['Serveurs', 'Base', 'Stockage', 'Supervision', 'Courriel'],
  },
  {
    decimal: ',',
    group: '.',
    sign: 'R$',
    after: false,
    month: '/mês',
    year: '/ano',
    monthly: 'Custo mensal',
    yearly: 'Custo anual',
    threeYears: 'Custo em 3 anos',
    cost: 'Custo',
    savings: 'Economia',
    total: 'Total',
    users: 'usuários',
    perUser: 'Custo por usuário',
    breakEven: (count, price) => `Ponto de equilíbrio: ${count} usuários a ${price}/mês`,
    options: ['Nimbo', 'Estrato', 'Cirro', 'Cúmulo'],
    parts: ['Servidores', 'Banco', 'Armazenamento', 'Monitoramento', 'Correio'],
  },
];

export function randomSections(random: Random): Analysis {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random.next() * list.length)] as T;
  const whole = (low: number, high: number): number => Math.floor(low + random.next() * (high - low + 1));
  const words = pick(languages);
  let text = '';
  const claims: { start: number; end: number }[] = [];
  const say = (piece: string): void => {
    text += piece;
  };
  const digits = (n: number, places: number): string => {
    const [a = '', b] = (Math.round(n * 10 ** places + 1e-6) / 10 ** places).toFixed(places).split('.');
    const grouped = a.replace(/\B(?=(\d{3})+$)/g, words.group);
    return b === undefined ? grouped : grouped + words.decimal + b;
  };
  const number = (n: number, places: number, claimed: boolean): void => {
    const printed = digits(n, places);
    if (claimed) claims.push({ start: text.length, end: text.length + printed.length });
    say(printed);
  };
  const priced = (n: number, places = 0): string =>
    words.after
      ? `${digits(n, places)} ${words.sign}`
      : `${words.sign}${words.sign === 'R$' ? ' ' : ''}${digits(n, places)}`;
  const money = (n: number, suffix: string, claimed: boolean, places = 0): void => {
    if (!words.after) say(words.sign === 'R$' ? 'R$ ' : words.sign);
    number(n, places, claimed);
    if (words.after) say(` ${words.sign}`);
    say(suffix);
  };
  const row = (label: string, cells: readonly (() => void)[]): void => {
    say(`| ${label} |`);
    for (const cell of cells) {
      say(' ');
      cell();
      say(' |');
    }
    say('\n');
  };
  const head = (labels: readonly string[]): void => {
    say(`| ${labels.join(' | ')} |\n|${'---|'.repeat(labels.length)}\n`);
  };
  const percent = (n: number, claimed: boolean): void => {
    number(n, 1, claimed);
    say('%');
  };

  const sections: Readonly<Record<string, () => void>> = {
    turned: () => {
      const costs = words.options.map(() => whole(40, 900) * 5);
      head(['', ...words.options]);
      row(
        words.monthly,
        costs.map((c) => () => money(c, '', false)),
      );
      row(
        words.yearly,
        costs.map((c) => () => money(c * 12, '', true)),
      );
      row(
        words.threeYears,
        costs.map((c) => () => money(c * 36, '', true)),
      );
    },
    remarks: () => {
      head([words.cost, words.options[0] ?? '', words.options[1] ?? '', words.savings]);
      for (const part of words.parts.slice(0, 4)) {
        const before = whole(30, 400) * 10;
        const after = whole(10, Math.floor(before / 10) - 5) * 10;
        row(part, [
          () => money(before, '', false),
          () => money(after, '', false),
          () => {
            money(before - after, ' (', true);
            percent(((before - after) / before) * 100, true);
            say(')');
          },
        ]);
      }
    },
    spans: () => {
      const cost = whole(100, 9000);
      say(`- ${words.monthly}: `);
      money(cost, '', false);
      say(`\n- ${words.yearly}: `);
      money(cost * 12, '', true);
      say(`\n`);
    },
    labels: () => {
      const saved = words.parts.slice(0, whole(3, 5)).map(() => whole(20, 900) * 5);
      for (const [i, amount] of saved.entries()) {
        say(`${i + 1}. **${words.parts[i]}**\n   - **${words.savings}:** `);
        money(amount, words.year, false);
        say('\n');
      }
      say(`\n**${words.total} ${words.savings.toLowerCase()} cloud:** `);
      money(
        saved.reduce((n, s) => n + s, 0),
        words.year,
        true,
      );
      say('\n');
    },
    headed: () => {
      const costs = words.parts.slice(0, whole(3, 5)).map(() => whole(20, 900));
      say(`### ${words.options[0]} (`);
      money(
        costs.reduce((n, c) => n + c, 0),
        `${words.month})\n\n`,
        true,
      );
      for (const [i, cost] of costs.entries()) {
        say(`- ${words.parts[i]}: `);
        money(cost, words.month, false);
        say('\n');
      }
    },
    shares: () => {
      const base = whole(40, 900) * 100;
      const shares = [50, 30, 20];
      say('Budget: ');
      money(base, words.year, false);
      say('\n\n');
      for (const [i, share] of shares.entries()) {
        say(`- ${words.parts[i]} (${share}%): `);
        money((base * share) / 100, '', true);
        say('\n');
      }
    },
    between: () => {
      const before = whole(60, 900) * 10;
      const after = whole(20, Math.floor(before / 10) - 20) * 10;
      say(`- ${words.options[0]}: `);
      money(before, words.month, false);
      say(`\n- ${words.options[1]}: `);
      money(after, words.month, false);
      say(`\n- ${words.savings}: `);
      money(before - after, words.month, true);
      say(' (');
      percent(((before - after) / before) * 100, true);
      say(')\n');
    },
    size: () => {
      const size = whole(2, 90) * 500;
      const costs = words.parts.slice(0, 4).map(() => whole(20, 900));
      const total = costs.reduce((n, c) => n + c, 0);
      say(`## ${digits(size, 0)} ${words.users}\n\n`);
      head([words.options[0] ?? '', words.monthly]);
      for (const [i, cost] of costs.entries()) row(words.parts[i] ?? '', [() => money(cost, '', false)]);
      say(`\n**${words.total.toUpperCase()}: `);
      money(total, `${words.month}**\n\n**${words.perUser}: `, true);
      money(total / size, `${words.month}**\n\n`, true, 4);
      const price = whole(3, 15);
      const count = Math.ceil(total / price);
      say(`- ${words.monthly}: `);
      money(total, '', false);
      say('\n- ');
      const line = words.breakEven('\u0000', priced(price));
      const [before = '', behind = ''] = line.split('\u0000');
      say(before);
      number(count, 0, true);
      say(`${behind}\n`);
    },
    rates: () => {
      const cents = whole(11, 49);
      say(`${words.cost}: ${priced(cents / 100, 2)}/kWh.\n\n`);
      head(['', 'kWh', words.yearly]);
      const used = words.parts.slice(0, 4).map(() => whole(300, 9000));
      for (const [i, kwh] of used.entries())
        row(words.parts[i] ?? '', [
          () => number(kwh, 0, false),
          () => money((kwh * cents) / 100, '', true, 2),
        ]);
      const sum = used.reduce((n, kwh) => n + Math.round(kwh * cents), 0) / 100;
      row(words.total, [
        () =>
          number(
            used.reduce((n, k) => n + k, 0),
            0,
            true,
          ),
        () => money(sum, '', true, 2),
      ]);
    },
  };
  say('# Report\n\n');
  const kinds = Object.keys(sections);
  for (let i = 0; i < 3; i++) {
    const kind = kinds[(whole(0, 1000) + i * 2) % kinds.length];
    say(`## ${words.parts[i]} ${'ABC'.charAt(i)}\n\n`);
    if (kind !== undefined) sections[kind]?.();
    say('\n');
  }
  return { text, claims };
}
