// What a label is about, so that `AWS`, `Cloud (AWS)` and `Amazon Web Services (recommended)` are known as one.

import type { Block } from '../../types.ts';
import { wordsOf } from './facts.ts';

/** The words of a label that name a thing: sorted, abbreviations written out where the document does so somewhere. */
export type NamesOf = (label: string) => readonly string[];

/** What is thought of a thing is no part of its name. */
const verdicts = new Set(
  `recommended recommendation winner best value pick choice current cheapest preferred favourite favorite default
  empfohlen empfehlung sieger aktuell günstigste recommandé recommandée choix actuel gagnant meilleur recomendado recomendada
  ganador actual mejor vencedor melhor atual önerilen kazanan mevcut en iyi рекомендуется рекомендуем лучший
  推荐 推薦 最佳 おすすめ 現在`.split(/\s+/),
);

const longFirst = /((?:\p{Lu}[\p{L}-]*\s+){1,4})\(([A-Z][A-Z0-9]{1,5})\)/gu;
const shortFirst = /(?<!\p{L})([A-Z][A-Z0-9]{1,5})\s+\(((?:\p{Lu}[\p{L}-]*[\s)]){2,5})/gu;

export function namesIn(blocks: readonly Block[]): NamesOf {
  const long = new Map<string, readonly string[]>();
  for (const block of blocks) {
    if (block.kind === 'table' || block.kind === 'code') continue;
    const { text } = block.passage;
    if (text.length > longest || !text.includes('(')) continue;
    for (const [, words = '', short = ''] of text.matchAll(longFirst)) note(long, short, words);
    for (const [, short = '', words = ''] of text.matchAll(shortFirst)) note(long, short, words);
  }
  return (label) => {
    const words = wordsOf(label).filter((w) => !verdicts.has(w));
    if (!words.some((w) => long.has(w))) return words;
    return [...new Set(words.flatMap((w) => long.get(w) ?? [w]))].sort();
  };
}

const longest = 400;

function note(long: Map<string, readonly string[]>, short: string, text: string): void {
  const words = text.match(/\p{L}[\p{L}-]*/gu) ?? [];
  const own = words.slice(-short.length);
  const initials = own.map((w) => w[0]?.toUpperCase() ?? '').join('');
  if (initials === short && own.length > 1) long.set(short.toLowerCase(), wordsOf(own.join(' ')));
}

export function isPart(some: readonly string[], all: readonly string[]): boolean {
  return some.every((w) => all.includes(w));
}
