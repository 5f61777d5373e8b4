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
  const parts = language.parts.slice(0, whole(3, 5));
  const offers = language.names.slice(0, whole(2, 4)).map((name): Offer => {
    const costs = parts.map(() => whole(2, 60) * 10);
    return { name, costs, total: costs.reduce((n, c) => n + c, 0) };
  });
  say(`# ${language.options}\n\n## ${language.options} A–Z\n\n`);
  for (const { name, costs, total } of offers) {
    say(`### ${name}\n\n| ${language.part} | ${language.monthly} |\n|---|---|\n`);
    for (const [i, cost] of costs.entries()) say(`| ${parts[i]} | $${cost} |\n`);
    say(`| **${language.total}** | **$`);
    claim(String(total));
    say('** |\n\n');
  }
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
