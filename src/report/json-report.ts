// A whole report as data: `outlay.report/1`, schema/report.schema.json. What a person reads and the figures behind it.

import type { Block, Cell, ReportDocument, ReportTable, RichText } from './blocks.ts';
import { plainText } from './blocks.ts';
import type { Chart } from './charts/chart.ts';
import { decimal, headJson, type Json, type JsonHead, type JsonObject, jsonText, present } from './json.ts';

export function reportJson(document: ReportDocument, head: JsonHead): string {
  return jsonText({
    ...headJson('outlay.report/1', head),
    title: document.title,
    subtitle: document.subtitle,
    sections: document.sections.map(({ id, title, blocks }) => ({
      id,
      title,
      blocks: blocks.map(blockJson),
    })),
  });
}

function blockJson(block: Block): JsonObject {
  switch (block.kind) {
    case 'heading':
    case 'listing':
      return { kind: block.kind, text: block.text };
    case 'paragraph':
    case 'quote':
      return { kind: block.kind, text: richJson(block.text) };
    case 'list':
      return { kind: 'list', ordered: block.ordered === true, items: block.items.map(richJson) };
    case 'table':
      return { kind: 'table', ...tableJson(block.table) };
    case 'chart':
      return chartJson(block.chart);
  }
}

function richJson(text: RichText): Json {
  if (typeof text === 'string') return text;
  return text.every((part) => typeof part === 'string') ? plainText(text) : text;
}

function tableJson({ columns, rows, notes }: ReportTable): JsonObject {
  return {
    columns: columns.map(({ head, unit, align }) => present({ head, unit, align })),
    rows: rows.map(({ kind, cells }) => ({ kind, cells: columns.map((_, i) => cellJson(cells[i])) })),
    notes: notes.map(richJson),
  };
}

function cellJson(cell: Cell | undefined): JsonObject {
  if (cell === undefined) return { text: '' };
  const { text, value, unit, best, notes } = cell;
  const ends =
    value === undefined || value.low === value.high || Number.isNaN(value.mid)
      ? {}
      : { low: decimal(value.low), high: decimal(value.high) };
  return present({
    text: richJson(text),
    value: value === undefined ? undefined : { amount: decimal(value.mid), ...ends, unit: unit ?? '' },
    best,
    notes,
  });
}

function chartJson({ kind, title, alt, ...data }: Chart): JsonObject {
  return { kind: 'chart', chart: kind, title, alt, data: drawnJson(data) };
}

/** Figures as decimal strings, like everywhere. */
function drawnJson(value: unknown): Json {
  if (typeof value === 'number') return decimal(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(drawnJson);
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, drawnJson(inner)]));
}
