// What a live figure of a person's text says, printed as everywhere else: in the case that counts where it names none.

import type { Expression } from '../formula/ast.ts';
import { unknownText } from './amounts.ts';
import { plainText } from './blocks.ts';
import { valueCell } from './case-values.ts';
import type { ReportContext } from './report-context.ts';

export function liveFigures(ctx: ReportContext): (e: Expression) => string {
  return (e) => {
    const node = ctx.ask(e);
    return node === undefined ? unknownText : plainText(valueCell(ctx, node, ctx.base).text);
  };
}
