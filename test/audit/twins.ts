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
