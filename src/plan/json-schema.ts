// The JSON Schema of plan files, for editors, made from the same forms that the reader follows.

import type { Field, Form, Shape } from '../yaml/form.ts';
import { planForm } from './forms/plan.ts';
import { needsSomething } from './reading.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Schema = { readonly [key: string]: Json };

/** A plan file as JSON Schema 2020-12. The same forms give the same text. */
export function planSchema(): Schema {
  const defs = new Map<string, Schema>([['value', value]]);
  const root = new Writer(defs).form(planForm);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Outlay plan',
    description:
      'Capacity and cost planning as code: what drives a system, what it runs on, what that costs.',
    ...root,
    $defs: Object.fromEntries([...defs].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** As YAML 1.2 hands plain values to an editor: `500` is a number there, `true` a boolean, `500 users` a string. */
const value: Schema = { type: ['string', 'number', 'boolean'] };
const aValue: Schema = { $ref: '#/$defs/value' };

class Writer {
  readonly #defs: Map<string, Schema>;
  readonly #names = new Map<Form, string>();

  constructor(defs: Map<string, Schema>) {
    this.#defs = defs;
  }

  form(form: Form): Schema {
    const properties: Record<string, Json> = {};
    const patternProperties: Record<string, Json> = {};
    for (const [key, field] of Object.entries(form.fields)) properties[key] = this.#field(field);
    for (const [pattern, field] of Object.entries(form.others ?? {}))
      patternProperties[pattern] = this.#field(field);
    const required = Object.keys(form.fields).filter((key) => form.fields[key]?.required === true);
    return {
      type: needsSomething(form) ? 'object' : ['object', 'null'],
      properties,
      ...(form.others === undefined ? {} : { patternProperties }),
      ...(required.length === 0 ? {} : { required }),
      additionalProperties: false,
    };
  }

  #field(field: Field): Schema {
    return { description: field.about, ...this.#shape(field.shape) };
  }

  #shape(shape: Shape): Schema {
    switch (shape.is) {
      case 'formula':
      case 'text':
      case 'word':
        return aValue;
      case 'date':
        return { type: 'string', pattern: '^([0-9]{4}-[0-9]{2}-[0-9]{2}|unknown)$' };
      case 'flag':
        return { enum: [true, false, 'yes', 'no'] };
      case 'choice':
        return { enum: shape.of };
      case 'list':
        return this.#list(this.#shape(shape.of));
      case 'named':
        return {
          type: ['object', 'null'],
          ...(shape.keys === undefined ? {} : { propertyNames: { pattern: shape.keys } }),
          additionalProperties: this.#shape(shape.of),
        };
      case 'block':
        return { $ref: `#/$defs/${this.#define(shape.form)}` };
      case 'either':
        return { anyOf: shape.of.map((one) => this.#shape(one)) };
    }
  }

  /** One value counts as a list of one. */
  #list(items: Schema): Schema {
    return { anyOf: [{ type: ['array', 'null'], items }, items] };
  }

  #define(form: Form): string {
    const known = this.#names.get(form);
    if (known !== undefined) return known;
    const words = form.name
      .replace(/^an? /, '')
      .replace(/[^A-Za-z]+/g, ' ')
      .trim();
    const stem = words.replace(/ /g, '-');
    let name = stem;
    for (let i = 2; this.#defs.has(name); i++) name = `${stem}-${i}`;
    this.#names.set(form, name);
    this.#defs.set(name, {});
    this.#defs.set(name, this.form(form));
    return name;
  }
}

/** The text of schema/plan.schema.json, laid out as the project's formatter would. */
export function planSchemaText(): string {
  return `${pretty(planSchema(), '')}\n`;
}

function pretty(json: Json, indent: string): string {
  const inner = `${indent}  `;
  if (isList(json)) {
    const line = `[${json.map((element) => pretty(element, inner)).join(', ')}]`;
    if (!line.includes('\n') && indent.length + line.length < 80) return line;
    return `[\n${json.map((element) => inner + pretty(element, inner)).join(',\n')}\n${indent}]`;
  }
  if (typeof json !== 'object' || json === null) return JSON.stringify(json);
  const entries = Object.entries(json).map(
    ([key, child]) => `${inner}${JSON.stringify(key)}: ${pretty(child, inner)}`,
  );
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`;
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
