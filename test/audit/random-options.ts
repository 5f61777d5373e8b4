// Random documents whose options have a section each, with what is said of them elsewhere: which one wins and why, what one saves
// against another, in all or for a part, how they rank. Every figure follows; those that a reader can check are listed.
import type { Analysis, Random } from './random-analysis.ts';

interface Language {
  readonly options: string;
  readonly names: readonly string[];
  readonly parts: readonly string[];
  readonly part: string;
  readonly monthly: string;
  readonly total: string;
  readonly month: string;
  readonly findings: string;
  readonly winner: string;
  readonly savings: string;
  readonly recommended: string;
  readonly year: string;
  readonly users: string;
  readonly requests: readonly [label: string, unit: string];
  readonly revenue: string;
  readonly hosting: string;
  readonly user: string;
  readonly yearly: string;
  readonly cost: string;
  readonly rank: string;
  readonly cheaper: (a: string, b: string, share: string) => string;
  readonly cheaperPart: (a: string, b: string, share: string, part: string) => string;
}

const languages: readonly Language[] = [
  {
    options: 'Options',
    names: ['Cirrus', 'Nimbus', 'Stratus', 'Cumulus'],
    parts: ['Compute', 'Storage', 'Database', 'Monitoring', 'Support'],
    part: 'Part',
    monthly: 'Monthly cost',
    total: 'Total',
    month: '/month',
    findings: 'Findings',
    winner: 'Winner',
    savings: 'Savings',
    recommended: 'Recommendation',
    year: '/year',
    users: 'users',
    requests: ['Requests per user per day', 'requests/day'],
    revenue: 'revenue',
    hosting: 'hosting',
    user: 'user',
    yearly: 'Annual cost',
    cost: 'Cost',
    rank: 'Rank',
    cheaper: (a, b, share) => `${a} is ${share} cheaper than ${b}.`,
    cheaperPart: (a, b, share, part) => `${a} over ${b} — ${share} cheaper for ${part.toLowerCase()}`,
  },
  {
    options: 'Möglichkeiten',
    names: ['Zirrus', 'Nimbus', 'Stratus', 'Kumulus'],
    parts: ['Server', 'Speicher', 'Datenbank', 'Überwachung', 'Betreuung'],
    part: 'Posten',
    monthly: 'Kosten pro Monat',
    total: 'Gesamt',
    month: '/Monat',
    findings: 'Ergebnis',
    winner: 'Sieger',
    savings: 'Ersparnis',
    recommended: 'Empfehlung',
    year: '/Jahr',
    users: 'Nutzer',
    requests: ['Anfragen pro Nutzer pro Tag', 'Anfragen/Tag'],
    revenue: 'Umsatz',
    hosting: 'Hosting',
    user: 'Nutzer',
    yearly: 'Kosten pro Jahr',
    cost: 'Kosten',
    rank: 'Rang',
    cheaper: (a, b, share) => `${a} ist ${share} günstiger als ${b}.`,
    cheaperPart: (a, b, share, part) => `${a} statt ${b}: ${share} günstiger für ${part}`,
  },
  {
    options: 'Opciones',
    names: ['Cirro', 'Nimbo', 'Estrato', 'Cúmulo'],
    parts: ['Servidores', 'Almacenamiento', 'Correo', 'Vigilancia', 'Soporte'],
    part: 'Concepto',
    monthly: 'Costo mensual',
    total: 'Total',
    month: '/mes',
    findings: 'Resultado',
    winner: 'Ganador',
    savings: 'Ahorro',
    recommended: 'Recomendación',
    year: '/año',
    users: 'usuarios',
    requests: ['Solicitudes por usuario por día', 'solicitudes/día'],
    revenue: 'ingresos',
    hosting: 'alojamiento',
    user: 'usuario',
    yearly: 'Costo anual',
    cost: 'Costo',
    rank: 'Puesto',
    cheaper: (a, b, share) => `${a} es ${share} más barato que ${b}.`,
    cheaperPart: (a, b, share, part) => `${a} en lugar de ${b}: ${share} más barato para ${part}`,
  },
];

interface Offer {
  readonly name: string;
  readonly costs: readonly number[];
  readonly total: number;
}

export function randomOptions(random: Random): Analysis {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random.next() * list.length)] as T;
  const whole = (low: number, high: number): number => Math.floor(low + random.next() * (high - low + 1));
  const language = pick(languages);
  let text = '';
  const claims: { start: number; end: number }[] = [];
  const say = (piece: string): void => {
    text += piece;
  };
  const claim = (digits: string): void => {
    claims.push({ start: text.length, end: text.length + digits.length });
    text += digits;
  };
  /** A sentence with one figure in it that is checked. */
  const sayWith = (sentence: (figure: string) => string, digits: string, unit: string): void => {
    const [before = '', behind = ''] = sentence('\u0000').split('\u0000');
    say(before);
    claim(digits);
    say(unit + behind);
  };
  /** Sections that each end in what they save, and a table with a row for each. */
  const measures = (): void => {
    const saved = language.parts.map((name) => ({ name, saving: whole(3, 80) * 5 }));
    if (new Set(saved.map((m) => m.saving)).size < saved.length) return;
    say(`## ${language.savings}\n\n`);
    for (const { name, saving } of saved) {
      say(`### ${name} 2\n\n- **${language.savings}:** $${saving}${language.month}\n\n`);
    }
    say(`## ${language.savings} 2\n\n| ${language.part} | ${language.savings} |\n|---|---|\n`);
    for (const { name, saving } of saved) {
      say(`| ${name} | $`);
      claim(String(saving));
      say(' |\n');
    }
    say(`| ${language.total} | $`);
    claim(String(saved.reduce((n, m) => n + m.saving, 0)));
    say(' |\n\n');
  };
  /** Sections that each say what they cost, and an overview. */
  const overview = (): void => {
    const costs = language.parts.map((name) => ({ name, cost: whole(3, 80) * 5 }));
    for (const { name, cost } of costs) {
      say(`## ${name}\n\n- **${language.cost}:** $`);
      claim(String(cost));
      say(`${language.month}\n\n`);
    }
    say(`## ${language.total}\n\n| ${language.part} | ${language.monthly} |\n|---|---|\n`);
    for (const { name, cost } of costs) {
      say(`| ${name} | $`);
      claim(String(cost));
      say(' |\n');
    }
    const { name, cost } = pick(costs);
    say(`\n${language.recommended}: ${name} ($`);
    claim(String(cost * 12));
    say(`${language.year})\n\n`);
  };
  /** Bills of two options for each size, and a part of them in a table of its own. */
  const detail = (): void => {
    const sizes = [whole(20, 90), whole(200, 900)];
    const [own = '', ...others] = language.parts;
    const monthly = sizes.map((size) => size * whole(2, 40));
    for (const name of language.names.slice(0, 2)) {
      for (const [i, size] of sizes.entries()) {
        say(
          `### ${name}: ${size} ${language.users}\n\n| ${language.part} | ${language.yearly} |\n|---|---|\n| ${own} | $`,
        );
        claim(String((monthly[i] ?? 0) * 12));
        say(' |\n');
        for (const other of others) say(`| ${other} | $${whole(100, 9000)} |\n`);
        say('\n');
      }
    }
    say(`### ${own}\n\n| | ${sizes.map((s) => `${s} ${language.users}`).join(' | ')} |\n|---|---|---|\n`);
    for (const [label, times] of [
      [language.monthly, 1],
      [language.yearly, 12],
    ] as const) {
      say(`| ${label} `);
      for (const cost of monthly) {
        say('| $');
        claim(String(cost * times));
        say(' ');
      }
      say('|\n');
    }
    say('\n');
  };
  /** Rates for each, and what they come to for so many. */
  const rates = (): void => {
    const each = [whole(3, 30), whole(31, 80)];
    const count = whole(2, 60);
    say(`## ${language.parts[3]}\n\n**${language.names[3]}:**\n`);
    for (const [i, rate] of each.entries())
      say(`- ${language.parts[i]}: $${rate}/${language.user}${language.month}\n`);
    say(`- ${language.total} (${count} ${language.users}): $`);
    claim(String(each.reduce((n, r) => n + r, 0) * count));
    say(`${language.month}\n\n`);
  };
  /** What one customer of a plan brings and costs, and so many of them. */
  const plans = (): void => {
    const count = whole(2, 90) * 10;
    const [price, low] = [whole(9, 60), whole(1, 4)];
    const high = low + whole(1, 3);
    say(
      `## ${language.users}\n\n| ${language.options} | ${language.revenue} | ${language.hosting} |\n|---|---|---|\n`,
    );
    say(`| Solo | $0 | $${low}/${language.user}${language.month} |\n`);
    say(
      `| Team ($${price}) | $${price}${language.month} | $${low}–${high}/${language.user}${language.month} |\n\n`,
    );
    say(`${count} Team ${language.users}: $${count * price}${language.month} ${language.revenue}, $`);
    claim(`${count * low}–${count * high}`);
    say(`${language.month} ${language.hosting}.\n\n`);
  };
  /** A driver, and a calculation with it. */
  const driver = (): void => {
    const [each, count] = [whole(11, 90), whole(11, 90)];
    say(`## ${language.users}\n\n- ${language.requests[0]}: `);
    claim(String(each));
    say(`\n\n## ${language.total}\n\n- ${count} ${language.users} × ${each} ${language.requests[1]} = `);
    claim(String(count * each));
    say(` ${language.requests[1]}\n\n`);
  };
  /** One thing in two sections, with the same use. */
  const twice = (): void => {
    const [use, cost] = [whole(11, 900) * 1000, whole(30, 900)];
    for (const [i, label] of [language.cost, language.total].entries()) {
      say(
        `## ${language.parts[i]}\n\n**${language.names[0]}:**\n- ${use} ${language.requests[1]}\n- ${label}: $`,
      );
      claim(String(cost));
      say(`${language.month}\n\n`);
    }
  };
  const parts = language.parts.slice(0, whole(3, 5));
  // without headings, tables and rows have nothing but their order in common
  const isHeaded = random.next() < 0.6;
  const offers = language.names.slice(0, isHeaded ? whole(2, 4) : 4).map((name, i): Offer => {
    const costs = parts.map(() => whole(2, 60) * 10);
    costs[0] = (costs[0] ?? 0) + i;
    return { name, costs, total: costs.reduce((n, c) => n + c, 0) };
  });
  say(`# ${language.options}\n\n## ${language.options} A–Z\n\n`);
  for (const { name, costs, total } of offers) {
    say(`${isHeaded ? `### ${name}` : '…'}\n\n| ${language.part} | ${language.monthly} |\n|---|---|\n`);
    for (const [i, cost] of costs.entries()) say(`| ${parts[i]} | $${cost} |\n`);
    say(`| **${language.total}** | **$`);
    claim(String(total));
    say('** |\n\n');
  }
  if (!isHeaded) {
    say(`## ${language.findings}\n\n| ${language.options} | ${language.monthly} |\n|---|---|\n`);
    for (const { name, total } of offers) {
      say(`| ${name} | $`);
      claim(String(total));
      say(' |\n');
    }
    return { text, claims };
  }
  pick([measures, overview, detail, rates, plans, driver, twice])();
  const [low, ...dearer] = [...offers].sort((a, b) => a.total - b.total);
  const rival = pick(dearer);
  say(`## ${language.findings}\n\n`);
  if (low !== undefined && dearer.every((o) => o.total > low.total)) {
    say(`| ${language.rank} | ${language.options} | ${language.monthly} |\n|---|---|---|\n`);
    for (const [i, { name, total }] of [...offers].sort((a, b) => a.total - b.total).entries()) {
      say(`| ${i + 1} | ${name} | $`);
      claim(String(total));
      say(' |\n');
    }
    say(`\n**${language.winner}:** ${low.name}\n\n`);
    const share = Math.round((1 - low.total / rival.total) * 100);
    if (share > 4) {
      say('- ');
      sayWith((s) => language.cheaper(low.name, rival.name, s), String(share), '%');
      say('\n');
    }
    const at = whole(0, parts.length - 1);
    const [own = 0, other = 0] = [low.costs[at], rival.costs[at]];
    const forPart = Math.round((1 - own / other) * 100);
    if (forPart > 4) {
      say('- ');
      sayWith((s) => language.cheaperPart(low.name, rival.name, s, parts[at] ?? ''), String(forPart), '%');
      say('\n');
    }
  }
  return { text, claims };
}
