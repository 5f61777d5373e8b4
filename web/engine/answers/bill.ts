// The bill: what each item costs in each case.

import type { Block } from '../../../src/report/blocks.ts';
import { billSection } from '../../../src/report/sections/bill.ts';
import type { Asked } from '../session.ts';
import { contextOf } from './report-context.ts';

export type BillParams = Readonly<Record<never, never>>;

export interface BillAnswer {
  readonly blocks: readonly Block[];
}

export function billAnswer(asked: Asked, _: BillParams): BillAnswer {
  return { blocks: billSection(contextOf(asked)) };
}
