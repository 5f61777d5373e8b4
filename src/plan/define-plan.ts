// A plan as a typed object. It is written out as YAML and read like any other plan, so both say the same and every
// diagnostic can show a line.

import { Scalar, stringify } from 'yaml';
import type { Source } from '../diagnostics/source.ts';
import type { PlanDefinition } from './definition.ts';

/** Gives the definition back as it is; the types are what it is for. */
export function definePlan(definition: PlanDefinition): PlanDefinition {
  return definition;
}

/** The definition as the text of a plan. `name` is what diagnostics call it. */
export function planSource(definition: PlanDefinition, name = '<plan>'): Source {
  // in the failsafe schema every scalar is a string, so that `14.20` and `true` need no quotes: quotes have a meaning
  const text = stringify(plainValue(definition, 0), {
    schema: 'failsafe',
    lineWidth: 0,
    aliasDuplicateObjects: false,
  });
  return { file: name, text };
}

type Plain = string | Scalar | readonly Plain[] | { readonly [key: string]: Plain };

/** Numbers and flags as the words that stand for them in YAML. What goes round in a circle ends as text too deep to be read. */
function plainValue(value: unknown, depth: number): Plain {
  if (value === 'null' || value === '~') return quoted(value);
  if (typeof value !== 'object' || value === null || depth > 60) return String(value);
  if (Array.isArray(value)) return value.map((element) => plainValue(element, depth + 1));
  const entries = Object.entries(value).filter(([, child]) => child !== undefined && child !== null);
  return Object.fromEntries(entries.map(([key, child]) => [key, plainValue(child, depth + 1)]));
}

/** These two words mean nothing at all where they stand without quotes. */
function quoted(text: string): Scalar {
  const scalar = new Scalar(text);
  scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}
