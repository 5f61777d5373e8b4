// Random documents whose options have a section each, with what is said of them elsewhere: which one wins and why, what one saves
// against another, in all or for a part, how they rank. Every figure follows; those that a reader can check are listed.
import { languages, sayAcross } from './random-across.ts';
import type { Analysis, Random } from './random-analysis.ts';

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
  sayAcross({ say, claim, whole, pick }, language);
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
