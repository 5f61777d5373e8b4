// One report of one text, in the thread that makes it: what a page asks for, as `outlay report` would make it.

import { posix } from 'node:path';
import { Diagnostics } from '../../diagnostics/diagnostic.ts';
import type { Word } from '../../plan/types.ts';
import { diagnosticJson } from '../../report/json-diagnostics.ts';
import { configName, readConfig } from '../config-file.ts';
import type { DiagnosticsAnswer, ReportRequest } from '../contract.ts';
import { guarded } from '../guarded.ts';
import { loadSource } from '../load-source.ts';
import { Problem } from '../problem.ts';
import { readySampler } from '../sampler.ts';
import { readCurrency, readDay } from '../setting-values.ts';
import { withoutMark } from '../without-mark.ts';
import { readText } from '../workspace/files.ts';
import { makeReport } from './make-report.ts';

/** What the thread is asked; the folder is absolute and without links. */
export interface Job {
  readonly root: string;
  readonly request: ReportRequest;
}

/** The report, or what is wrong with the plan. */
export type JobDone = { readonly report: Uint8Array } | DiagnosticsAnswer;

export async function makeJob({ root, request }: Job): Promise<JobDone> {
  const out = new Diagnostics();
  const { path, format, beside } = request;
  // what the page says comes before what a file says; an example lies in no folder
  const config = readConfig(
    beside === undefined ? [...new Set([posix.dirname(path), '.'])] : [],
    (folder) => readBeside(root, posix.join(folder, configName)),
    out,
  );
  const wished =
    request.currency === undefined ? config.words.get('currency') : wordOf(request.currency, 'currency');
  const currency = readCurrency(wished, out);
  const asOf = readDay(config.words.get('as_of'), out);
  const report = await guarded(async () => {
    const loaded = loadSource(
      { file: path, text: withoutMark(request.text) },
      {
        read: (file) =>
          beside === undefined
            ? readBeside(root, posix.join(posix.dirname(path), file))
            : givenBeside(beside, file),
      },
      { at: request.at ?? config.at, set: request.set ?? [], asOf },
      out,
      { expectations: true },
    );
    const sections = request.sections?.map((section) => wordOf(section, 'sections'));
    if (loaded === undefined || out.failed) return undefined;
    await readySampler([loaded.model.graph]);
    return makeReport(loaded, { format, currency, sections, template: undefined, drawing: undefined });
  }, out);
  if (report === undefined || out.failed) return { diagnostics: out.all.map(diagnosticJson) };
  return { report: typeof report === 'string' ? Buffer.from(report) : report };
}

/** Only what the page itself may read. */
function readBeside(
  root: string,
  path: string,
): { readonly file: string; readonly text: string } | undefined {
  try {
    return { file: path, text: withoutMark(readText(root, path).text) };
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

function givenBeside(
  beside: Readonly<Record<string, string>>,
  path: string,
): { readonly file: string; readonly text: string } | undefined {
  const text = Object.hasOwn(beside, path) ? beside[path] : undefined;
  return text === undefined ? undefined : { file: path, text: withoutMark(text) };
}

function wordOf(text: string, file: string): Word {
  return { text, span: { source: { file, text }, start: 0, end: Math.max(1, text.length) } };
}
