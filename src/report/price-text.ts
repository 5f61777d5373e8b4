// A price in one line: as its rate card says it; of the plan's own prices what they come to.

import type { BillItem } from '../analysis/bill.ts';
import { isKnown } from '../analysis/figures.ts';
import { figureText } from './amounts.ts';

/** `5.45 EUR/month`; of a formula its value in the case, `4.50–8.70 USD/month`, where that is known. */
export function priceText({ choice, price }: Pick<BillItem, 'choice' | 'price'>): string {
  if (choice === undefined) return '';
  if (choice.path !== '') return choice.tariff;
  const plain = plainPrice(choice.tariff);
  if (plain !== undefined) return plain;
  return price === undefined || !isKnown(price) ? choice.tariff : figureText(price);
}

/** `2,000 USD/month` and `5 to 10 USD/month` as they are written; undefined for a formula. */
export function plainPrice(tariff: string): string | undefined {
  const isFormula = /[*+()]|\s-\s/.test(tariff) || !/^(?:-?[\d.]|paid once|\p{Sc})/u.test(tariff);
  return isFormula ? undefined : tariff.replace(/(?<=\d)_(?=\d)/g, ',');
}
