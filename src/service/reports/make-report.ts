// The whole analysis of a plan as a document, in any of its formats. What only some formats need is loaded for those.

import type { Source } from '../../diagnostics/source.ts';
import type { Drawing } from '../../grid/sources.ts';
import type { Word } from '../../plan/types.ts';
import type { ReportDocument } from '../../report/blocks.ts';
import type { Template } from '../../report/template.ts';
import type { ReportFormat } from '../contract.ts';
import { inCurrency, type ShownCurrency } from '../currency.ts';
import type { LoadedSource } from '../load-source.ts';

export interface ReportAsked {
  readonly format: ReportFormat;
  /** ISO code; undefined for the plan's own. */
  readonly currency: string | undefined;
  /** In their order; undefined for those of the plan. A spreadsheet has none. */
  readonly sections: readonly Word[] | undefined;
  /** A Markdown text with live figures, in place of sections. */
  readonly template: Source | undefined;
  /** How what is uncertain is drawn; as reports usually do where undefined. */
  readonly drawing: Drawing | undefined;
}

/** Text, or bytes where the format is no text. undefined when something is wrong; the reasons are in `out`. */
export async function makeReport(
  loaded: LoadedSource,
  asked: ReportAsked,
): Promise<string | Uint8Array | undefined> {
  if (asked.format === 'xlsx') return spreadsheet(loaded, asked.currency);
  const { model, grid, pinned, plan, out } = loaded;
  // by far the largest of the answers, and only this one needs it
  const { buildReport, checkSections, sectionsNamed } = await import('../../report/document.ts');
  checkSections(sectionsNamed(plan), plan, out);
  const sections = out.failed ? undefined : asked.sections;
  checkSections(sections ?? [], plan, out);
  const template = asked.template === undefined ? undefined : await read(asked.template, loaded);
  const currency = inCurrency(loaded, asked.currency);
  if (currency === undefined || out.failed) return undefined;
  const document = buildReport(model, grid, {
    pinned,
    currency: currency.shown,
    sections: sections?.map((name) => name.text),
    template,
    drawing: asked.drawing,
  });
  return written(document, asked.format, currency, loaded);
}

/** The graph itself, with formulas. */
async function spreadsheet(
  loaded: LoadedSource,
  wished: string | undefined,
): Promise<Uint8Array | undefined> {
  const currency = inCurrency(loaded, wished);
  if (currency === undefined) return undefined;
  const [{ buildWorkbook }, { xlsxBytes }] = await Promise.all([
    import('../../report/workbook/build-workbook.ts'),
    import('../../report/workbook/write-xlsx.ts'),
  ]);
  const { shown, node } = currency;
  const { grid, pinned } = loaded;
  return xlsxBytes(
    buildWorkbook(grid, {
      pinned,
      currency: shown === undefined || node === undefined ? undefined : { shown, node },
    }),
  );
}

/** What is wrong with it is in `out`. */
async function read(source: Source, { model, plan, out }: LoadedSource): Promise<Template> {
  const { checkSections, idOf } = await import('../../report/document.ts');
  const { readTemplate } = await import('../../report/template.ts');
  const sectionId = (name: Word): string | undefined => {
    checkSections([name], plan, out);
    return idOf(name.text);
  };
  return readTemplate(source, model, { sectionId }, out);
}

async function written(
  document: ReportDocument,
  format: Exclude<ReportFormat, 'xlsx'>,
  { shown }: ShownCurrency,
  { plan, vendors }: LoadedSource,
): Promise<string | Uint8Array> {
  if (format === 'html' || format === 'pdf') {
    const { chartsOf } = await import('../../report/blocks.ts');
    const { drawn } = await import('../../report/charts/svg.ts');
    const pictures = await drawn(chartsOf(document));
    if (format === 'html') {
      return (await import('../../report/html/html.ts')).renderHtml(document, pictures);
    }
    const { press } = await import('./press.ts');
    return (await import('../../report/pdf/pdf.ts')).renderPdf(document, pictures, press());
  }
  if (format === 'json') {
    const { catalogDigest } = await import('../catalog-digest.ts');
    const { reportJson } = await import('../../report/json-report.ts');
    const currency = shown?.currency ?? plan.currency;
    return reportJson(document, { plan, currency, catalog: catalogDigest(vendors) });
  }
  return (await import('../../report/markdown.ts')).renderMarkdown(document);
}
