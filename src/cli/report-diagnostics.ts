// What is wrong, on standard error: as a person reads it, or with `--format json` as data.

import { renderDiagnostics } from '../diagnostics/code-frame.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnosticsJson } from '../report/json-diagnostics.ts';
import { paintFor } from './colours.ts';
import { harmless } from './harmless.ts';
import type { Io } from './io.ts';
import type { Format, Settings } from './settings.ts';

export async function reportDiagnostics(
  list: readonly Diagnostic[],
  settings: Pick<Settings<Format>, 'format' | 'color'>,
  io: Io,
): Promise<void> {
  if (list.length === 0) return;
  if (settings.format === 'json') {
    io.stderr.write(diagnosticsJson(list));
    return;
  }
  const paint = paintFor(io.stderr, io, settings.color);
  io.stderr.write(harmless(`${renderDiagnostics(list, paint)}\n\n${countText(list)}\n`));
}

function countText(list: readonly Diagnostic[]): string {
  const errors = list.filter((d) => d.severity === 'error').length;
  const warnings = list.length - errors;
  const counted = (n: number, what: string): string[] =>
    n === 0 ? [] : [`${n} ${what}${n === 1 ? '' : 's'}`];
  return `outlay: ${[...counted(errors, 'error'), ...counted(warnings, 'warning')].join(', ')}`;
}
