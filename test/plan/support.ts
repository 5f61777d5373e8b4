// What the tests of this folder share: plans from text, and what of a plan is worth comparing.
import { renderDiagnostics } from '../../src/diagnostics/code-frame.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import type { Span } from '../../src/diagnostics/source.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import type { Change, Override, Plan, PlanFiles } from '../../src/plan/types.ts';
import { unitText } from '../../src/quantity/unit.ts';

export interface Read {
  readonly plan: Plan | undefined;
  readonly out: Diagnostics;
}

/** The files beside a plan, by path. */
export function filesOf(files: Readonly<Record<string, string>> = {}): PlanFiles {
  const known = new Map(Object.entries(files));
  return {
    read: (path) => {
      const text = known.get(path);
      return text === undefined ? undefined : { file: path, text };
    },
  };
}

export function read(text: string, files: Readonly<Record<string, string>> = {}): Read {
  const out = new Diagnostics();
  const plan = readPlan({ file: 'plan.yaml', text }, filesOf(files), out);
  return { plan, out };
}

export const head = 'plan: Club relay\ncurrency: EUR\n';

/** A plan of a head and these lines, without errors. */
export function planOf(body: string, files: Readonly<Record<string, string>> = {}): Plan {
  const { plan, out } = read(head + body, files);
  if (plan === undefined || out.all.length > 0) throw new Error(renderDiagnostics(out.all));
  return plan;
}

/** What a person is told about a plan of a head and these lines. */
export function complaints(body: string, files: Readonly<Record<string, string>> = {}): string {
  return renderDiagnostics(read(head + body, files).out.all);
}

/** What stands at a place. */
export function written(at: { readonly span: Span } | undefined): string | undefined {
  return at?.span.source.text.slice(at.span.start, at.span.end);
}

/** An override in one line: where it holds, and what it does. */
export function line(override: Override): string {
  return `${override.when.map((on) => `${on.axis}=${on.point}`).join(', ')}: ${changeLine(override.change)}`;
}

function changeLine(change: Change): string {
  if (change.kind === 'value') return `${change.name} = ${written(change.value)}`;
  if (change.kind === 'add')
    return `+ ${change.item.name} (${written(change.item.price) ?? change.item.use?.text})`;
  if (change.kind === 'remove') return `- ${change.item}`;
  const fields = Object.entries(change.fields).map(([field, value]) => {
    const text =
      value === undefined || 'span' in value
        ? written(value)
        : value.map((amount) => `${amount.resource}: ${written(amount.value)}`).join(', ');
    return `${change.item}.${field} = ${text}`;
  });
  return fields.join(', ');
}

export function lines(plan: Plan | undefined): readonly string[] {
  return (plan?.overrides ?? []).map(line);
}

/** A plan without places, so that two ways of writing it can be compared. Units as text. */
export function meaning(plan: Plan | undefined): unknown {
  const { units, source: _, ...rest } = plan ?? {};
  const declared =
    units === undefined ? [] : [...units.declared.values()].map(({ name, plural }) => [name, plural]);
  return { declared, ...(bare(rest) as object) };
}

function bare(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, child]) => [key, bare(child)]));
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  if ('factors' in value) return unitText(value as Parameters<typeof unitText>[0]);
  const entries = Object.entries(value).filter(([key]) => !/span$/i.test(key));
  return Object.fromEntries(entries.map(([key, child]) => [key, bare(child)]));
}
