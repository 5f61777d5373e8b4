// `outlay report PLAN`: the whole analysis as a document.

import { bill } from '../../analysis/bill.ts';
import { billFindings } from '../bill-findings.ts';
import { inCurrency } from '../currency.ts';
import type { Io } from '../io.ts';
import { type Answer, answerPlan } from '../run.ts';
import type { Abilities, Flags } from '../settings.ts';

const abilities: Abilities = { formats: ['markdown'], failOn: [], claims: true };

export function runReport(path: string, flags: Flags, io: Io): Promise<number> {
  return answerPlan(path, flags, abilities, io, async (loaded) => {
    const { model, grid, pinned, plan, out, settings } = loaded;
    // by far the largest of the reports, and only this command writes it
    const { checkSections, reportMarkdown } = await import('../../report/document.ts');
    checkSections(plan.report.sections ?? [], out);
    const currency = inCurrency(loaded);
    if (currency === undefined || out.failed) return undefined;
    const text = reportMarkdown(model, grid, { pinned, currency: currency.shown });
    // the document holds no findings of its own; a bill of the same cases is made only where somebody asks for them
    const findings = settings.failOn.size === 0 ? {} : billFindings(bill(grid, pinned), plan.asOf);
    return { text, findings } satisfies Answer;
  });
}
