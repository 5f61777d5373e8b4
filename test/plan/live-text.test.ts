// Figures inside a person's text: found, read and checked where they stand.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { readLiveText, splitLiveText } from '../../src/plan/live-text.ts';
import { UnitTable } from '../../src/quantity/unit-table.ts';
import { tryModel } from '../support/model.ts';

function split(text: string): readonly string[] {
  const parts = splitLiveText({ text, source: { file: 'x', text }, start: 0 }, new Diagnostics());
  return parts.map((part) => (typeof part === 'string' ? part : `=${part.text}`));
}

describe('a text', () => {
  test.each([
    ['', []],
    ['no figure', ['no figure']],
    ['{{ total }}', ['= total ']],
    ['It is {{ a + b }} or {{c}}.', ['It is ', '= a + b ', ' or ', '=c', '.']],
    ['{{a}}{{b}}', ['=a', '=b']],
    ['\\{{ a }} and {{ b }}', ['{{ a }} and ', '= b ']],
    ['\\{{', ['{{']],
    ['{ a } }} {', ['{ a } }} {']],
    ['{{ {{ a }}', ['= {{ a ']],
  ])('%j has the parts %j', (text, parts) => {
    expect(split(text)).toEqual(parts);
  });

  test.each([
    ['a {{ b', 'this figure has no end'],
    ['a {{ }} b', 'a figure is missing between the braces'],
  ])('%j is refused: %s', (text, message) => {
    const out = new Diagnostics();
    readLiveText({ text, source: { file: 'x', text }, start: 0 }, UnitTable.builtin, out);
    expect(out.all.map((d) => d.message)).toEqual([message]);
    expect(out.all[0]?.marks[0]?.span.start).toBe(2);
  });
});

/** What the first mark of the first message stands on. */
function marked(report: string): string {
  const { out } = tryModel(`plan: p\ncurrency: EUR\nitems: { a: { price: 3 EUR/month } }\n${report}`);
  const [first] = out.all;
  const span = first?.marks[0]?.span;
  return `${first?.code ?? 'none'} ${span?.source.text.slice(span.start, span.end) ?? ''}`;
}

test('any text is read, and what is wrong with it lies within it', () => {
  const part = fc.constantFrom(
    '{{',
    '}}',
    '\\',
    '{',
    '}',
    ' ',
    'total',
    '+',
    '"',
    "'",
    '\n',
    '1 EUR',
    '(',
    'at',
    '\ue000',
    '\u{1f600}',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      const out = new Diagnostics();
      const live = readLiveText({ text, source: { file: 'x', text }, start: 0 }, UnitTable.builtin, out);
      for (const { marks } of out.all)
        for (const { span } of marks) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      // nothing is lost: words and figures, put together again, are the text. Braces and the marks before them aside,
      // which are compared as parts above.
      if (out.failed) return;
      const again = live.map((p) => (typeof p === 'string' ? p : text.slice(p.span.start, p.span.end)));
      const bare = (one: string): string => one.replace(/[\s{}\\]/g, '');
      expect(bare(again.join(''))).toBe(bare(text));
    }),
  );
});

describe('an error is where the figure is', () => {
  test.each([
    ['plain', 'report: { introduction: "We pay {{ totl }}." }', 'E401 totl'],
    ['quoted', "report:\n  introduction: 'it''s {{ totl }}, \"so\"'", 'E401 totl'],
    ['escaped', 'report:\n  introduction: "a\\tb \\"c\\" {{ totl }}"', 'E401 totl'],
    ['literal', 'report:\n  introduction: |\n    one\n\n    two {{ totl }}', 'E401 totl'],
    ['folded', 'report:\n  introduction: >\n    one\n    two {{ total + 3 }}', 'E301 total'],
    ['in a section', 'report: { sections: [{ section: bill, text: "{{ a.cost at x=1 }}" }] }', 'E403 x'],
    ['of its own', 'report: { sections: [{ title: t, text: "{{ 1 + }}" }] }', 'E201 '],
  ])('%s', (_, report, wanted) => {
    expect(marked(report)).toMatch(new RegExp(`^${wanted}`));
  });

  test('what is right is no error, whatever it gives', () => {
    const report =
      'report: { introduction: "{{ total }} {{ total > 2 EUR/month }} {{ a.cost / total }} {{ unknown }}" }';
    expect(marked(report)).toBe('none ');
  });
});

describe('a section of a report', () => {
  test.each([
    ['{ section: bill }', 'none'],
    ['{ title: a }', 'E105'],
    ['{ text: a }', 'E105'],
    ['{ }', 'E105'],
    ['{ section: bill, txt: a }', 'E103'],
    ['[a]', 'E104'],
  ])('%s: %s', (section, code) => {
    expect(marked(`report: { sections: [${section}] }`).split(' ')[0]).toBe(code);
  });
});
