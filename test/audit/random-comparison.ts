// Random documents that compare options for several sizes of one driver: a summary in bullets, a table for each size, winners,
// savings, capacities, sizes that grow linearly. Every figure follows; those that a reader can check are listed.
import type { Analysis, Random } from './random-analysis.ts';

interface Language {
  readonly noun: string;
  readonly option: string;
  readonly first: string;
  readonly yearly: string;
  readonly total: string;
  readonly summary: string;
  readonly winner: string;
  readonly saves: (a: string, amount: () => void, b: string) => readonly (string | (() => void))[];
  readonly linear: string;
  readonly perYear: string;
  readonly names: readonly string[];
}

const languages: readonly Language[] = [
  {
    noun: 'clerks',
    option: 'Option',
    first: 'Year 1',
    yearly: 'Annual',
    total: '3-Year TCO',
    summary: 'Summary',
    winner: 'Winner',
    saves: (a, amount, b) => [`${a} saves `, amount, ` compared to ${b}.`],
    linear: 'Costs scale linearly with clerks.',
    perYear: '/year',
    names: ['Basement rack', 'Cirrus', 'Nimbus Cloud', 'Stratus', 'Colocation'],
  },
  {
    noun: 'Nutzer',
    option: 'Anbieter',
    first: 'Jahr 1',
    yearly: 'Kosten pro Jahr',
    total: '3 Jahre',
    summary: 'Zusammenfassung',
    winner: 'Sieger',
    saves: (a, amount, b) => [`${a} spart `, amount, ` gegenüber ${b}.`],
    linear: 'Die Kosten wachsen proportional zur Zahl der Nutzer.',
    perYear: '/Jahr',
    names: ['Eigener Schrank', 'Zirrus', 'Nimbus', 'Stratus', 'Rechenzentrum'],
  },
  {
    noun: 'usuarios',
    option: 'Opción',
    first: 'Año 1',
    yearly: 'Costo anual',
    total: '3 años',
    summary: 'Resumen',
    winner: 'Ganador',
    saves: (a, amount, b) => [`${a} ahorra `, amount, ` frente a ${b}.`],
    linear: 'Los costos crecen de forma proporcional a los usuarios.',
    perYear: '/año',
    names: ['Armario propio', 'Cirro', 'Nimbo', 'Estrato', 'Centro de datos'],
  },
];

interface Cost {
  readonly name: string;
  readonly setup: number;
  readonly annual: number;
}

export function randomComparison(random: Random): Analysis {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random.next() * list.length)] as T;
  const whole = (low: number, high: number): number => Math.floor(low + random.next() * (high - low + 1));
  const language = pick(languages);
  let text = '';
  const claims: { start: number; end: number }[] = [];
  const say = (piece: string): void => {
    text += piece;
  };
  const digits = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
  const money = (n: number, claimed: boolean): void => {
    say('$');
    if (claimed) claims.push({ start: text.length, end: text.length + digits(n).length });
    say(digits(n));
  };
  const sizes = [whole(10, 60), whole(80, 400), whole(500, 2000)];
  const names = language.names.slice(0, whole(3, 5));
  const table = sizes.map((size) =>
    names.map(
      (name): Cost => ({
        name,
        setup: random.next() < 0.5 ? 0 : size * whole(50, 300),
        annual: size * whole(100, 900),
      }),
    ),
  );
  const three = (c: Cost): number => c.setup + 3 * c.annual;
  const best = (row: readonly Cost[]): Cost => row.reduce((a, b) => (three(b) < three(a) ? b : a));

  say(`# ${language.option}\n\n## ${language.summary}\n\n`);
  for (const [i, size] of sizes.entries()) {
    const row = table[i] ?? [];
    const one = pick(row);
    say(`- **${size} ${language.noun}:** ${one.name}: `);
    money(one.annual, true);
    say(`${language.perYear}\n`);
  }
  say('\n');
  for (const [i, size] of sizes.entries()) {
    const row = table[i] ?? [];
    say(`## ${size} ${language.noun}\n\n`);
    say(
      `| ${language.option} | ${language.first} | ${language.yearly} | ${language.total} |\n|---|---|---|---|\n`,
    );
    for (const cost of row) {
      say(`| ${cost.name} | `);
      money(cost.setup + cost.annual, false);
      say(' | ');
      money(cost.annual, false);
      say(' | ');
      money(three(cost), true);
      say(' |\n');
    }
    say(`\n**${language.winner}:** ${best(row).name}\n\n`);
    const [a, b] = [...row].sort((x, y) => x.annual - y.annual);
    if (a !== undefined && b !== undefined && a.annual < b.annual) {
      const amount = (): void => {
        money(b.annual - a.annual, true);
        say(language.perYear);
      };
      for (const piece of language.saves(a.name, amount, b.name)) {
        if (typeof piece === 'string') say(piece);
        else piece();
      }
      say('\n\n');
    }
  }
  if (language.noun === 'clerks') {
    sizing(whole, say, digits, claims, () => text.length, sizes);
    bill(whole, say, money);
  }
  say(`## ${language.linear.split(' ')[1] ?? ''}\n\n${language.linear}\n\n`);
  const rate = whole(2, 9);
  for (const size of [1000, 5000, 20_000, 100_000]) {
    say(`- ${digits(size)} ${language.noun}: `);
    money(size * rate, true);
    say(`${language.perYear}\n`);
  }
  return { text, claims };
}

function sizing(
  whole: (low: number, high: number) => number,
  say: (piece: string) => void,
  digits: (n: number) => string,
  claims: { start: number; end: number }[],
  at: () => number,
  sizes: readonly number[],
): void {
  const low = whole(10, 40);
  const high = low + whole(0, 10);
  say(`## Capacity\n\n**Per node capacity:**\n- Load: ~${low}-${high} clerks\n\n`);
  say('| Clerks | Nodes needed | Reserve | Nodes in total |\n|---|---|---|---|\n');
  for (const size of sizes) {
    const needed = Math.ceil(size / whole(low, high));
    const spare = whole(1, 3);
    say(`| ${digits(size)} | ${needed} | +${spare} | `);
    claims.push({ start: at(), end: at() + String(needed + spare).length });
    say(`${needed + spare} |\n`);
  }
  say('\n');
}

/** A bill with a contingency, and what is said of it. */
function bill(
  whole: (low: number, high: number) => number,
  say: (piece: string) => void,
  money: (n: number, claimed: boolean) => void,
): void {
  const parts = ['Racks', 'Lines', 'Guards', 'Cleaning'].map((name) => ({ name, cost: whole(2, 90) * 20 }));
  const sum = parts.reduce((n, p) => n + p.cost, 0);
  const rate = 5 * whole(1, 5);
  const total = sum + (sum * rate) / 100;
  say('## Building\n\nThe building costs ');
  money(total, true);
  say(' per month in total.\n\n| Part | Monthly cost |\n|---|---|\n');
  for (const part of parts) {
    say(`| ${part.name} | `);
    money(part.cost, false);
    say(' |\n');
  }
  say(`| Contingency (${rate}%) | `);
  money((sum * rate) / 100, true);
  say(' |\n| **Total** | ');
  money(total, true);
  say(' |\n\n**Annual cost:** ');
  money(total * 12, true);
  const now = total + whole(1, 40) * 20;
  say('\n\n- Current cost: ');
  money(now, false);
  say('/month\n- New cost: ');
  money(total, false);
  say('/month\n- Savings: ');
  money(now - total, true);
  say('/month\n\n');
}
