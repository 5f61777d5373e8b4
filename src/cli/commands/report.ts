// `outlay report PLAN`: the whole analysis as a document.

import { bill } from '../../analysis/bill.ts';
import { at as markAt } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../diagnostics/source.ts';
import type { Word } from '../../plan/types.ts';
import { usualDrawing } from '../../report/usual-drawing.ts';
import { type ReportFormat, reportFormats } from '../../service/contract.ts';
import { readyCrew } from '../../service/crew/ready-crew.ts';
import { makeReport } from '../../service/reports/make-report.ts';
import { billFindings } from '../bill-findings.ts';
import type { Io } from '../io.ts';
import type { Loaded } from '../load.ts';
import { readTemplateText } from '../plan-files.ts';
import { type Answer, answerPlan } from '../run.ts';
import { readSampling, type SamplingFlags } from '../sampling-flags.ts';
import { wordOf } from '../setting-word.ts';
import type { Abilities, Flags } from '../settings.ts';

type Asked = Loaded<ReportFormat>;

const abilities: Abilities<ReportFormat> = { formats: reportFormats, failOn: [], claims: true };

export interface ReportFlags extends Flags, SamplingFlags {
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
    const { grid, pinned, plan, out, settings } = loaded;
    const { format, currency } = settings;
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
    const template = format === 'xlsx' ? undefined : templateOf(flags, loaded);
    const drawing = readSampling(flags, out, usualDrawing.samples);
    if (drawing === undefined) return undefined;
    await readyCrew(drawing.samples);
    const sections = sectionsOf(flags);
    const text = await makeReport(loaded, { format, currency, sections, template, drawing });
    if (text === undefined) return undefined;
    // the document holds no findings of its own; a bill of the same cases is made only where somebody asks for them
    const findings = settings.failOn.size === 0 ? {} : billFindings(bill(grid, pinned), plan.asOf);
    return { text, findings } satisfies Answer;
  });
}

function toTerminal({ settings: { output }, io }: Asked): boolean {
  return (output === undefined || output === '-') && io.stdout.isTerminal;
}

/** `summary, bill` */
function sectionsOf({ sections }: ReportFlags): readonly Word[] | undefined {
  if (sections === undefined) return undefined;
  const source: Source = { file: '--sections', text: sections };
  return [...sections.matchAll(/[^,\s][^,]*/g)].map((match) => {
    const text = match[0].trimEnd();
    return { text, span: { source, start: match.index, end: match.index + text.length } };
  });
}

/** What is wrong with it is in `out`. */
function templateOf({ template, sections }: ReportFlags, { io, out }: Asked): Source | undefined {
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
  return readTemplateText(template, io, out);
}
