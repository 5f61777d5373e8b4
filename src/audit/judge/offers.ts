// What is taken off where a longer time is paid at once: a price, and no error.

/** 5 to 50 % off, and one to three months of a year free. */
const roundOffers = [...Array.from({ length: 10 }, (_, i) => 0.95 - i * 0.05), 11 / 12, 10 / 12, 9 / 12];

/** `offered` of the `plain` multiple, printed in steps of `step`; `$9.99` and `$99.99` are meant as 10 and 100. */
export function isRoundOffer(offered: number, plain: number, step: number): boolean {
  const charming = Math.abs(Math.ceil(offered) - offered - 0.01) < 1e-9;
  return roundOffers.some(
    (share) =>
      Math.abs(plain * share - offered) <= step * 1.01 ||
      (charming && Math.abs(plain * share - offered) <= 0.1),
  );
}

const percentage = /(?<![\d.,])(\d{1,2}(?:[.,]\d{1,2})?)\s?(%|折|割引|割)/gu;

/** What the percentages of a label may leave of an amount: `9折` is nine tenths, `2割引` and `20 %` take two of them off. */
export function sharesIn(label: string): readonly number[] {
  return [...label.slice(0, longest).matchAll(percentage)].flatMap(([, digits = '', mark]) => {
    const share = Number(digits.replace(',', '.')) / (mark === '%' ? 100 : 10);
    return [share, 1 - share].filter((s) => s > 0 && s < 1);
  });
}

const longest = 200;
