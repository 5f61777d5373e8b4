// What is wrong, as data: `outlay.diagnostics/1`.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { positionOf } from '../diagnostics/source.ts';
import { type JsonObject, jsonText } from './json.ts';

export function diagnosticsJson(list: readonly Diagnostic[]): string {
  return jsonText({ schema: 'outlay.diagnostics/1', diagnostics: list.map(diagnosticJson) });
}

export function diagnosticJson({ code, severity, message, marks, help }: Diagnostic): JsonObject {
  const places = marks.map(({ span, label }) => {
    const { line, column } = positionOf(span.source, span.start);
    return {
      file: span.source.file,
      line,
      column,
      text: span.source.text.slice(span.start, span.end),
      label,
    };
  });
  return { code, severity, message, help, marks: places };
}
