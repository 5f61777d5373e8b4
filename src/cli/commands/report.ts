// `outlay report PLAN`: the whole analysis as a document.

import { bill } from '../../analysis/bill.ts';
import { billFindings } from '../bill-findings.ts';
import { inCurrency } from '../currency.ts';
import type { Io } from '../io.ts';
import type { Loaded } from '../load.ts';
import { type Answer, answerPlan } from '../run.ts';
import type { Abilities, Flags } from '../settings.ts';

type ReportFormat = 'markdown' | 'xlsx';

const abilities: Abilities<ReportFormat> = { formats: ['markdown', 'xlsx'], failOn: [], claims: true };

export function runReport(path: string, flags: Flags, io: Io): Promise<number> {
  return answerPlan(path, flags, abilities, io, async (loaded) => {
    const { model, grid, pinned, plan, out, settings } = loaded;
    if (settings.format === 'xlsx') return spreadsheet(loaded);
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

async function spreadsheet(loaded: Loaded<ReportFormat>): Promise<Answer | undefined> {
  const { grid, pinned, plan, out, settings, io } = loaded;
  const currency = inCurrency(loaded);
  if (currency === undefined) return undefined;
  if (io.stdout.isTerminal && (settings.output ?? '-') === '-') {
    out.error('E701', 'a spreadsheet is no text for a terminal', [], 'write it to a file: `-o report.xlsx`');
    return undefined;
  }
  const [{ buildWorkbook }, { xlsxBytes }] = await Promise.all([
    import('../../report/workbook/build-workbook.ts'),
    import('../../report/workbook/write-xlsx.ts'),
  ]);
  const { shown, node } = currency;
  const wished = shown === undefined || node === undefined ? undefined : { shown, node };
  const text = await xlsxBytes(buildWorkbook(grid, { pinned, currency: wished }));
  const findings = settings.failOn.size === 0 ? {} : billFindings(bill(grid, pinned), plan.asOf);
  return { text, findings };
}
