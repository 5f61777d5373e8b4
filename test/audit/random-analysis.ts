// Random cost analyses in which every figure follows: prices, quantities, totals and shares are computed, rounded as people
// round, and written as Markdown in one of several languages and layouts. What is checked in them is listed, so that a test can
// break one figure and know that it was a claim.

export interface Random {
  /** 0 to 1 */
  next(): number;
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0 || 1;
  return {
    next() {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      state >>>= 0;
      return state / 0x1_0000_0000;
    },
  };
}

interface Language {
  readonly decimal: '.' | ',';
  readonly group: string;
  readonly sign: string;
  readonly after: boolean;
  readonly words: {
    readonly title: string;
    readonly item: string;
    readonly quantity: string;
    readonly price: string;
    readonly monthly: string;
    readonly yearly: string;
    readonly total: string;
    readonly perMonth: string;
    readonly perYear: string;
    readonly names: readonly string[];
  };
}

const languages: readonly Language[] = [
  {
    decimal: '.',
    group: ',',
    sign: '$',
    after: false,
    words: {
      title: 'Cost analysis',
      item: 'Service',
      quantity: 'Quantity',
      price: 'Unit price',
      monthly: 'Monthly cost',
      yearly: 'Annual cost',
      total: 'Total',
      perMonth: '/month',
      perYear: '/year',
      names: [
        'Web servers',
        'Database',
        'Object storage',
        'Load balancer',
        'Monitoring',
        'Backups',
        'Email',
        'Queue',
      ],
    },
  },
  {
    decimal: ',',
    group: '.',
    sign: '€',
    after: true,
    words: {
      title: 'Kostenanalyse',
      item: 'Dienst',
      quantity: 'Menge',
      price: 'Einzelpreis',
      monthly: 'Kosten pro Monat',
      yearly: 'Kosten pro Jahr',
      total: 'Gesamt',
      perMonth: '/Monat',
      perYear: '/Jahr',
      names: [
        'Webserver',
        'Datenbank',
        'Objektspeicher',
        'Lastverteiler',
        'Überwachung',
        'Sicherung',
        'E-Mail',
        'Warteschlange',
      ],
    },
  },
  {
    decimal: ',',
    group: '\u00a0',
    sign: '€',
    after: true,
    words: {
      title: 'Analyse des coûts',
      item: 'Service',
      quantity: 'Quantité',
      price: 'Prix unitaire',
      monthly: 'Coût mensuel',
      yearly: 'Coût annuel',
      total: 'Total',
      perMonth: '/mois',
      perYear: '/an',
      names: [
        'Serveurs',
        'Base de données',
        'Stockage',
        'Répartiteur',
        'Supervision',
        'Sauvegardes',
        'Courriel',
        'File',
      ],
    },
  },
  {
    decimal: ',',
    group: '.',
    sign: 'R$',
    after: false,
    words: {
      title: 'Análise de custos',
      item: 'Serviço',
      quantity: 'Quantidade',
      price: 'Preço unitário',
      monthly: 'Custo mensal',
      yearly: 'Custo anual',
      total: 'Total',
      perMonth: '/mês',
      perYear: '/ano',
      names: [
        'Servidores',
        'Banco de dados',
        'Armazenamento',
        'Balanceador',
        'Monitoramento',
        'Cópias',
        'Correio',
        'Fila',
      ],
    },
  },
  {
    decimal: '.',
    group: ',',
    sign: '¥',
    after: false,
    words: {
      title: '成本分析',
      item: '服务',
      quantity: '数量',
      price: '单价',
      monthly: '每月费用',
      yearly: '每年费用',
      total: '合计',
      perMonth: '/月',
      perYear: '/年',
      names: ['服务器', '数据库', '对象存储', '负载均衡', '监控', '备份', '邮件', '队列'],
    },
  },
];

export interface Analysis {
  readonly text: string;
  /** Each stretch of text is a claimed figure's digits. */
  readonly claims: readonly { readonly start: number; readonly end: number }[];
}

export function randomAnalysis(random: Random): Analysis {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random.next() * list.length)] as T;
  const whole = (low: number, high: number): number => Math.floor(low + random.next() * (high - low + 1));
  const language = pick(languages);
  const { words } = language;
  const decimals = pick([0, 2, 2]);
  const hours = pick([720, 730, 744]);
  const round = (n: number): number => Math.round(n * 10 ** decimals + 1e-9) / 10 ** decimals;
  let text = '';
  const claims: { start: number; end: number }[] = [];
  const say = (piece: string): void => {
    text += piece;
  };
  const number = (n: number, places: number, claimed: boolean): void => {
    const [a = '', b] = n.toFixed(places).split('.');
    const digits =
      a.replace(/\B(?=(\d{3})+$)/g, language.group) + (b === undefined ? '' : language.decimal + b);
    if (claimed) claims.push({ start: text.length, end: text.length + digits.length });
    text += digits;
  };
  const money = (n: number, suffix: string, places: number, claimed: boolean): void => {
    if (!language.after) say(language.sign);
    number(n, places, claimed);
    if (language.after) say(` ${language.sign}`);
    say(suffix);
  };
  const rows = Array.from({ length: whole(3, 7) }, (_, i) => {
    const quantity = whole(2, 60);
    const price = round(whole(3, 400) + (decimals > 0 ? whole(0, 99) / 100 : 0));
    return { name: words.names[i] ?? `x${i}`, quantity, price, cost: round(quantity * price) };
  });
  const total = round(rows.reduce((n, r) => n + r.cost, 0));
  say(`# ${words.title}\n\n`);
  const layout = pick(['table', 'table', 'years', 'list', 'equations', 'shares']);
  if (layout === 'table') {
    say(`| ${words.item} | ${words.quantity} | ${words.price} | ${words.monthly} |\n|---|---|---|---|\n`);
    for (const row of rows) {
      say(`| ${row.name} | `);
      number(row.quantity, 0, false);
      say(' | ');
      money(row.price, '', decimals, false);
      say(' | ');
      money(row.cost, '', decimals, true);
      say(' |\n');
    }
    say(`| **${words.total}** | | | **`);
    money(total, words.perMonth, decimals, true);
    say('** |\n');
  } else if (layout === 'years') {
    say(`| ${words.item} | ${words.monthly} | ${words.yearly} |\n|---|---|---|\n`);
    for (const row of rows) {
      say(`| ${row.name} | `);
      money(row.cost, '', decimals, false);
      say(' | ');
      money(row.cost * 12, '', decimals, true);
      say(' |\n');
    }
    say(`| ${words.total} | `);
    money(total, '', decimals, true);
    say(' | ');
    money(total * 12, '', decimals, true);
    say(' |\n');
  } else if (layout === 'list') {
    for (const row of rows) {
      say(`- ${row.name}: `);
      money(row.cost, words.perMonth, decimals, false);
      say('\n');
    }
    say(`- **${words.total}**: `);
    money(total, words.perMonth, decimals, true);
    say('\n');
  } else if (layout === 'equations') {
    for (const row of rows) {
      const rate = Math.round(row.price * 10) / 10_000 + 0.01;
      say(`- ${row.name}: ${row.quantity} × `);
      money(rate, '', 4, false);
      say(` × ${hours} = `);
      money(round(row.quantity * rate * hours), words.perMonth, decimals, true);
      say('\n');
    }
    say('\n');
    money(total, words.perMonth, decimals, false);
    say(' × 12 = ');
    money(total * 12, words.perYear, decimals, true);
    say('\n');
  } else {
    say(`| ${words.item} | ${words.monthly} | % |\n|---|---|---|\n`);
    for (const row of rows) {
      say(`| ${row.name} | `);
      money(row.cost, '', decimals, false);
      say(' | ');
      number((row.cost / total) * 100, 1, false);
      say('% |\n');
    }
    say(`| ${words.total} | `);
    money(total, '', decimals, true);
    say(' | 100% |\n');
  }
  return { text, claims };
}
