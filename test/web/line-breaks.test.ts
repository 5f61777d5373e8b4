// Offsets between a text and an editor that counts a line break as one character.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineBreakOf, toEditor, toText } from '../../web/views/source/line-breaks.ts';

test('only a text whose every break is CRLF has CRLF', () => {
  expect(lineBreakOf('a\r\nb\r\n')).toBe('\r\n');
  expect(lineBreakOf('a\nb')).toBe('\n');
  expect(lineBreakOf('a')).toBe('\n');
  expect(lineBreakOf('a\r\nb\nc')).toBe('\n');
  expect(lineBreakOf('a\r\nb\rc')).toBe('\n');
});

test('an offset goes to the editor and back', () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'ß', ' ', '€') });
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1 }),
      fc.constantFrom('\n', '\r\n'),
      fc.nat(),
      (lines, lineBreak, n) => {
        const text = lines.join(lineBreak);
        const inEditor = lines.join('\n');
        const position = n % (inEditor.length + 1);
        const before = inEditor.slice(0, position).split('\n');
        const offset = toText(lineBreak, position, before.length);
        expect(text.slice(0, offset)).toBe(before.join(lineBreak));
        expect(toEditor(text, lineBreak, offset)).toBe(position);
      },
    ),
  );
});
