// Diagnostics as the page shows them: offsets into the plan's text, and the same words as the command line.

import { renderDiagnostic } from '../../src/diagnostics/code-frame.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { GivenPlan, Problem } from './protocol.ts';

export function problemsOf(diagnostics: readonly Diagnostic[], { text }: GivenPlan): readonly Problem[] {
  return diagnostics.map((d) => ({
    code: d.code,
    severity: d.severity,
    message: d.message,
    help: d.help,
    marks: d.marks.flatMap(({ span, label }) =>
      span.source.text === text ? [{ from: span.start, to: Math.max(span.end, span.start), label }] : [],
    ),
    rendered: renderDiagnostic(d),
  }));
}
