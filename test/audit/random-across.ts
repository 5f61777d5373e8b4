// Short pieces of random documents in which one thing is said in two places: savings by section and in a table, what sections cost and
// an overview, a part in several bills, rates and what they come to for so many, plans and their customers, a driver and a
// calculation with it, a thing that is costed twice, cases that have names. Every figure follows.

export interface Language {
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

export const languages: readonly Language[] = [
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

/** Writes a document; what is claimed can be checked by a reader. */
export interface Writer {
  say(piece: string): void;
  claim(digits: string): void;
  whole(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
}

/** One of the pieces. */
export function sayAcross({ say, claim, whole, pick }: Writer, language: Language): void {
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
  /** Sections that each say what they cost, and the total of them behind the last. */
  const summed = (): void => {
    const costs = language.parts.map((name) => ({ name, cost: whole(3, 80) * 5 }));
    say(`## ${language.options} 4\n\n`);
    for (const { name, cost } of costs) {
      say(`### ${name}\n\n- **${language.cost}:** $`);
      claim(String(cost));
      say(`${language.month}\n\n`);
    }
    say(`**${language.total}:** $`);
    claim(String(costs.reduce((n, c) => n + c.cost, 0)));
    say(`${language.month}\n\n`);
  };
  /** One row that is metered, among others that are not. */
  const metered = (): void => {
    const [used, cents, flat] = [whole(20, 900), whole(2, 60), whole(5, 90)];
    say(`## ${language.parts[1]}\n\n| ${language.part} | | | ${language.monthly} |\n|---|---|---|---|\n`);
    say(`| ${language.parts[1]} | ${used} GB | $0.${String(cents).padStart(2, '0')}/GB | $`);
    claim(((used * cents) / 100).toFixed(2));
    say(` |\n| ${language.parts[2]} | – | – | $${flat}.00 |\n\n`);
  };
  /** A table by stages, and a line about one of them. */
  const stages = (): void => {
    const known = ['Alpha', 'Beta', 'Gamma'];
    const table = language.names
      .slice(0, 3)
      .map((name) => ({ name, costs: known.map(() => whole(30, 900)) }));
    say(`## ${language.options} 3\n\n| ${language.options} | ${known.join(' | ')} |\n|---|---|---|---|\n`);
    for (const { name, costs } of table)
      say(`| ${name} | ${costs.map((c) => `$${c}${language.month}`).join(' | ')} |\n`);
    const [row, at] = [pick(table), whole(0, 2)];
    say(`\n- ${known[at]}: ${row.name}: $`);
    claim(String(row.costs[at]));
    say(`${language.month}\n\n`);
  };
  pick([measures, overview, detail, rates, plans, driver, twice, metered, stages, summed])();
}
