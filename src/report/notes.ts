// Notes under a table, numbered in order of appearance; the same words get the same number.

import { plainText, type RichText } from './blocks.ts';

export class Notes {
  readonly #list: RichText[] = [];
  readonly #numbers = new Map<string, number>();

  add(text: RichText): number {
    const words = plainText(text);
    const known = this.#numbers.get(words);
    if (known !== undefined) return known;
    const number = this.#list.push(text);
    this.#numbers.set(words, number);
    return number;
  }

  get all(): readonly RichText[] {
    return this.#list;
  }
}
