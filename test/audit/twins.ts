// Documents in pairs: one as it should be, with no finding, and the same with one thing changed, which is found where it stands.
import { expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.ts';

export function found(text: string): (readonly [kind: string, line: number, stated: string])[] {
  return audit({ file: 'a.md', text }).findings.map((f) => [f.kind, f.place.line, f.stated]);
}

export interface Twin {
  readonly text: string;
  /** What is changed, and into what. */
  readonly change: readonly [right: string, wrong: string];
  readonly found: readonly [kind: string, line: number, stated: string];
}

export function twins(cases: Readonly<Record<string, Twin>>): void {
  for (const [name, { text, change, found: expected }] of Object.entries(cases)) {
    test(name, () => {
      expect(text).toContain(change[0]);
      expect(found(text)).toEqual([]);
      const broken = found(text.replace(change[0], change[1]));
      expect(broken).toContainEqual(expected);
      expect(broken.length).toBe(1);
    });
  }
}

/** A quiet text, one that looks like it and is wrong, and the line of what is found in that. */
export type Shape = readonly [quiet: string, wrong: string, line: number];

export function quietAndWrong(shapes: Readonly<Record<string, Shape>>): void {
  test.each(Object.entries(shapes))('%s', (_, [quiet, wrong, line]) => {
    expect(audit({ file: 'a.md', text: quiet }).findings.map((f) => f.message)).toEqual([]);
    expect(audit({ file: 'a.md', text: wrong }).findings.map((f) => f.place.line)).toEqual([line]);
  });
}

/** A table of Markdown, the rule under its head put in. */
export function table(...rows: readonly string[]): string {
  const [head = '', ...body] = rows;
  return [head, head.replace(/[^|]+/g, '---'), ...body].join('\n');
}
