// A small plan that was understood, for completion and hover, and texts with the cursor as `|`.
import { Catalog } from '../../src/catalog/catalog.ts';
import { renderDiagnostics } from '../../src/diagnostics/code-frame.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { complete } from '../../src/editing/complete.ts';
import { type Hover, hover } from '../../src/editing/hover.ts';
import type { Known } from '../../src/editing/writing.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { fuzzVendors } from '../fuzz/seeds.ts';
import { filesOf } from '../plan/support.ts';

export const plan = `plan: Small
as_of: 2026-05-01
currency: EUR
units: [device]
inputs:
  users: { value: 500 users, source: survey, date: 2026-04-01 }
  share: 15% to 25%
formulas:
  devices: users * share * 1 device/user
items:
  app: { group: compute, use: acme/small, label: The app }
  mail: { group: mail, use: acme/mail, quantity: 300 emails/month }
limits:
  few: devices <= 200 devices
axes:
  tier:
    label: Size
    a: { label: Small one }
    b: { users: base * 2, app.use: acme/large }
  stage: { alpha: {}, beta: {} }
`;

export const known: Known = knownOf(plan);

export function knownOf(text: string): Known {
  const out = new Diagnostics();
  const read = readPlan({ file: 'plan.yaml', text }, filesOf(), out);
  if (read === undefined) throw new Error(renderDiagnostics(out.all));
  const catalog = Catalog.of(fuzzVendors, read.units, out);
  const model = buildGraph(read, catalog, out);
  if (model === undefined) throw new Error(renderDiagnostics(out.all));
  return { model, catalog };
}

/** The plan with further lines, and the offset of `|` in them. */
export function marked(lines: string, before = plan): { readonly text: string; readonly offset: number } {
  const whole = before + lines;
  const offset = whole.indexOf('|', before.length);
  return { text: whole.slice(0, offset) + whole.slice(offset + 1), offset };
}

/** Labels of what is offered. */
export function offered(lines: string, before = plan): readonly string[] {
  const { text, offset } = marked(lines, before);
  return complete(text, offset, known).items.map((item) => item.label);
}

/** The text after the option is taken, from the last line before the further ones on. */
export function taken(lines: string, label: string, before = plan): string {
  const { text, offset } = marked(lines, before);
  const { from, to, items } = complete(text, offset, known);
  const item = items.find((i) => i.label === label);
  if (item === undefined) throw new Error(`${label} is not offered: ${items.map((i) => i.label).join(', ')}`);
  return (text.slice(0, from) + item.apply + text.slice(to)).slice(before.length);
}

export function shown(lines: string, before = plan): string | undefined {
  const { text, offset } = marked(lines, before);
  return asText(hover(text, offset, known), text);
}

export function asText(found: Hover | undefined, text: string): string | undefined {
  if (found === undefined) return undefined;
  return [`[${text.slice(found.start, found.end)}] ${found.title}`, ...found.lines].join('\n');
}
