// Taking the whole along: the report in every format.

import { useState } from 'preact/hooks';
import type { ReportFormat } from '../../src/service/contract.ts';
import * as document_ from '../app/document.ts';
import { exampleId } from '../app/examples.ts';
import { askedCase, filesBeside } from '../app/plan.ts';
import { saveBlob } from '../app/saving.ts';
import { ServerError, server } from '../app/server.ts';
import { isStandalone } from '../app/standalone.ts';
import { saveStandalone } from '../app/standalone-file.ts';
import { tell } from '../app/telling.ts';
import { Menu } from './menu.tsx';
import { problemText } from './problem.tsx';

const formats = [
  { format: 'pdf', label: 'PDF', ending: 'pdf' },
  { format: 'html', label: 'HTML', ending: 'html' },
  { format: 'xlsx', label: 'Spreadsheet with live formulas', ending: 'xlsx' },
  { format: 'markdown', label: 'Markdown', ending: 'md' },
  { format: 'json', label: 'JSON', ending: 'json' },
] as const satisfies readonly {
  readonly format: ReportFormat;
  readonly label: string;
  readonly ending: string;
}[];

export function ExportMenu() {
  const [busy, setBusy] = useState<string | undefined>(undefined);
  if (isStandalone) return null;
  const report = async (format: ReportFormat, label: string, ending: string): Promise<void> => {
    setBusy(label);
    await exportReport(format, ending);
    setBusy(undefined);
  };
  return (
    <Menu
      label={busy === undefined ? 'Report' : `Writing ${busy}…`}
      items={[
        ...formats.map(({ format, label, ending }) => ({
          label,
          run: () => void report(format, label, ending),
        })),
        { label: 'This page as one file', run: () => void saveStandalone() },
      ]}
    />
  );
}

async function exportReport(format: ReportFormat, ending: string): Promise<void> {
  const path = document_.path.peek();
  if (path === undefined) return;
  const { at, set, currency } = askedCase.peek();
  const example = exampleId(path);
  const file = example === undefined ? path : `${example}.yaml`;
  try {
    const blob = await server.report({
      path: file,
      text: document_.text.peek(),
      format,
      // where nothing is chosen, the configuration beside the plan may say more
      ...(Object.keys(at).length === 0
        ? {}
        : { at: Object.entries(at).map(([axis, point]) => `${axis}=${point}`) }),
      set: Object.entries(set).map(([name, value]) => `${name}=${value}`),
      ...(currency === undefined ? {} : { currency }),
      ...(example === undefined ? {} : { beside: texts(filesBeside()) }),
    });
    saveBlob(`${document_.stem.peek()}.${ending}`, blob);
  } catch (error) {
    const { message, help } = error instanceof ServerError ? error : { message: String(error), help: '' };
    tell(`No report. ${problemText({ message, help })}`);
  }
}

/** Of those that are there. */
function texts(files: Readonly<Record<string, string | null>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}
