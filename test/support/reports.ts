// Reports of fixtures and of hostile plans, in every format.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from '../../src/graph/build.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { chartsOf, type ReportDocument } from '../../src/report/blocks.ts';
import { drawn } from '../../src/report/charts/svg.ts';
import { buildReport, type ReportWishes } from '../../src/report/document.ts';
import { renderHtml } from '../../src/report/html/html.ts';
import { renderPdf } from '../../src/report/pdf/pdf.ts';
import { press } from '../../src/service/reports/press.ts';
import { modelOf } from './model.ts';

/** Between them they have every kind of chart. */
export const reportFixtures = ['shop', 'single', 'sweep', 'horizon', 'risk'] as const;

export function fixtureModel(name: string): Model {
  return modelOf(readFileSync(join(import.meta.dirname, `../fixtures/report-${name}.yaml`), 'utf8'));
}

export function reportOf(model: Model, wishes: ReportWishes = {}): ReportDocument {
  return buildReport(model, new Grid(model.graph), wishes);
}

export async function htmlOf(document: ReportDocument): Promise<string> {
  return renderHtml(document, await drawn(chartsOf(document)));
}

const thePress = press();

export async function pdfOf(document: ReportDocument): Promise<Uint8Array> {
  return renderPdf(document, await drawn(chartsOf(document)), thePress);
}

/** Markup of every format in every word of a plan. */
export function hostilePlan(words: string): string {
  const quoted = `'${words.replaceAll("'", "''")}'`;
  return `
plan: ${quoted}
about: ${quoted}
as_of: 2026-03-01
currency: EUR
units: [photo]
horizon: 24 months
inputs:
  users: { value: 5 users, label: ${quoted}, note: ${quoted}, source: ${quoted}, url: 'javascript:alert(1)' }
  photos: { value: 20 to 40 photos/user/month, label: ${quoted} }
limits:
  cap: { that: users <= 40 users, because: ${quoted}, then: ${quoted}, label: ${quoted} }
  room: { that: users * photos <= 9_000 photos/month, label: ${quoted} }
items:
  a: { group: one, price: 3 EUR/month, label: ${quoted}, source: ${quoted}, url: 'javascript:alert(1)' }
  b: { group: two, price: 0.01 EUR/photo, quantity: users * photos, label: ${quoted} }
  c: { group: two, buy: 100 EUR, life: 12 months, label: ${quoted} }
  d: { optional: true, unpriced: ${quoted} }
axes:
  tier: { label: ${quoted}, x: { label: ${quoted}, note: ${quoted} }, y: { label: ${quoted}, a.price: 9 EUR/month } }
  size: { label: ${quoted}, sweep: users, values: [5, 10, 80] }
levers:
  less: { label: ${quoted}, photos: base * 50% }
expect:
  - { that: "total at tier=x, size=5", is: 3 EUR/month, disputed: { stated: 4 EUR/month, because: ${quoted} }, source: ${quoted} }
open:
  - { says: ${quoted}, missing: ${quoted} }
report:
  introduction: ${quoted}
  sections:
    - { section: bill, title: ${quoted}, text: ${quoted} }
    - { title: ${quoted}, text: ${quoted} }
    - introduction
    - summary
    - recommendation
    - assumptions
    - demand
    - limits
    - comparison
    - tco
    - levers
    - sensitivity
    - checks
    - open-questions
    - prices
`;
}
