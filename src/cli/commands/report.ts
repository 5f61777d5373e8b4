// `outlay report PLAN`: the whole analysis as a document.

import { bill } from '../../analysis/bill.ts';
import { at as markAt } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../diagnostics/source.ts';
import type { Word } from '../../plan/types.ts';
import type { ReportDocument } from '../../report/blocks.ts';
import type { Template } from '../../report/template.ts';
import { billFindings } from '../bill-findings.ts';
import { inCurrency } from '../currency.ts';
import type { Io } from '../io.ts';
import type { Loaded } from '../load.ts';
import { readTemplateText } from '../plan-files.ts';
import { type Answer, answerPlan } from '../run.ts';
import { wordOf } from '../setting-word.ts';
import type { Abilities, Flags } from '../settings.ts';

type ReportFormat = 'markdown' | 'html' | 'pdf' | 'json' | 'xlsx';
type Asked = Loaded<ReportFormat>;

const abilities: Abilities<ReportFormat> = {
  formats: ['markdown', 'html', 'pdf', 'json', 'xlsx'],
  failOn: [],
  claims: true,
};

export interface ReportFlags extends Flags {
  readonly sections?: string;
  readonly template?: string;
}

const endings: Readonly<Record<string, ReportFormat>> = {
  html: 'html',
  htm: 'html',
  pdf: 'pdf',
  json: 'json',
  xlsx: 'xlsx',
  md: 'markdown',
};

/** Whoever names a file `report.pdf` wants one. */
function withFormat(flags: ReportFlags): ReportFlags {
  const ending = /\.([a-z]+)$/i.exec(flags.output ?? '')?.[1]?.toLowerCase() ?? '';
  const format = flags.format ?? (Object.hasOwn(endings, ending) ? endings[ending] : undefined);
  return format === undefined ? flags : { ...flags, format };
}

export function runReport(path: string, given: ReportFlags, io: Io): Promise<number> {
  const flags = withFormat(given);
  return answerPlan(path, flags, abilities, io, async (loaded) => {
    const { model, grid, pinned, plan, out, settings } = loaded;
    const { format } = settings;
    if ((format === 'pdf' || format === 'xlsx') && toTerminal(loaded)) {
      const what = format === 'pdf' ? 'a PDF' : 'a spreadsheet';
      out.error(
        'E701',
        `${what} is nothing to read in a terminal`,
        [],
        `write it to a file: \`-o report.${format}\``,
      );
      return undefined;
    }
    if (format === 'xlsx') return spreadsheet(loaded);
    // by far the largest of the answers, and only this command writes it
    const { buildReport, checkSections, sectionsNamed } = await import('../../report/document.ts');
    checkSections(sectionsNamed(plan), plan, out);
    const sections = sectionsOf(flags, out.failed);
    checkSections(sections ?? [], plan, out);
    const template = await templateOf(flags, loaded);
    const currency = inCurrency(loaded);
    if (currency === undefined || out.failed) return undefined;
    const document = buildReport(model, grid, {
      pinned,
      currency: currency.shown,
      sections: sections?.map((name) => name.text),
      template,
    });
    const shown = currency.shown?.currency ?? plan.currency;
    const text = await written(document, shown, loaded);
    // the document holds no findings of its own; a bill of the same cases is made only where somebody asks for them
    const findings = settings.failOn.size === 0 ? {} : billFindings(bill(grid, pinned), plan.asOf);
    return { text, findings } satisfies Answer;
  });
}

/** The graph itself, with formulas: it has no sections. */
async function spreadsheet(loaded: Asked): Promise<Answer | undefined> {
  const { grid, pinned, plan, settings } = loaded;
  const currency = inCurrency(loaded);
  if (currency === undefined) return undefined;
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

function toTerminal({ settings: { output }, io }: Asked): boolean {
  return (output === undefined || output === '-') && io.stdout.isTerminal;
}

/** `summary, bill` */
function sectionsOf({ sections }: ReportFlags, failed: boolean): readonly Word[] | undefined {
  if (sections === undefined || failed) return undefined;
  const source: Source = { file: '--sections', text: sections };
  return [...sections.matchAll(/[^,\s][^,]*/g)].map((match) => {
    const text = match[0].trimEnd();
    return { text, span: { source, start: match.index, end: match.index + text.length } };
  });
}

/** What is wrong with it is in `out`. */
async function templateOf({ template, sections }: ReportFlags, loaded: Asked): Promise<Template | undefined> {
  const { io, out, model, plan } = loaded;
  if (template === undefined) return undefined;
  if (sections !== undefined) {
    const help = 'in a template, `{{ section bill }}` is where a section goes';
    out.error(
      'E701',
      'a template chooses its own sections',
      markAt(wordOf(sections, '--sections').span),
      help,
    );
    return undefined;
  }
  const source = readTemplateText(template, io, out);
  if (source === undefined) return undefined;
  const { checkSections, idOf } = await import('../../report/document.ts');
  const { readTemplate } = await import('../../report/template.ts');
  const sectionId = (name: Word): string | undefined => {
    checkSections([name], plan, out);
    return idOf(name.text);
  };
  return readTemplate(source, model, { sectionId }, out);
}

/** What only some formats need is loaded for those. */
async function written(
  document: ReportDocument,
  currency: string,
  { settings, plan, vendors }: Asked,
): Promise<string | Uint8Array> {
  if (settings.format === 'html' || settings.format === 'pdf') {
    const { chartsOf } = await import('../../report/blocks.ts');
    const { drawn } = await import('../../report/charts/svg.ts');
    const pictures = await drawn(chartsOf(document));
    if (settings.format === 'html') {
      return (await import('../../report/html/html.ts')).renderHtml(document, pictures);
    }
    const { press } = await import('../press.ts');
    return (await import('../../report/pdf/pdf.ts')).renderPdf(document, pictures, press());
  }
  if (settings.format === 'json') {
    const { catalogDigest } = await import('../catalog-digest.ts');
    const { reportJson } = await import('../../report/json-report.ts');
    return reportJson(document, { plan, currency, catalog: catalogDigest(vendors) });
  }
  return (await import('../../report/markdown.ts')).renderMarkdown(document);
}
