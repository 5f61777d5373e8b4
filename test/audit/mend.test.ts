// Damaged text: what is mended, what is left alone, and that every place still points into the text as it was given.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { restoreLineBreaks } from '../../src/audit/mend/line-breaks.ts';
import { mendEncoding } from '../../src/audit/mend/mojibake.ts';
import { givenOffset } from '../../src/audit/offset-map.ts';
import { mojibake } from './variants.ts';

describe('encoding', () => {
  const text = 'Größe: 5 € – “teuer” und 3 × 4 €';

  test('UTF-8 read as Windows-1252', () => {
    const mended = mendEncoding(mojibake(text));
    expect([mended.encoding, mended.text]).toEqual(['Windows-1252', text]);
  });

  test('text that is right stays as it is', () => {
    for (const right of [text, 'Ârbitre à Âmes', 'Das kostet 5 €', '料金は¥500', 'Цена 5 €', '']) {
      expect(mendEncoding(right)).toEqual({ text: right, encoding: undefined, map: [0, 0] });
    }
  });

  test('offsets lead back', () => {
    const broken = mojibake(text);
    const { text: mended, map } = mendEncoding(broken);
    for (const word of ['5', 'teuer', 'und', '3', '4']) {
      expect(broken.slice(givenOffset(map, mended.indexOf(word)))).toMatch(new RegExp(`^${word}`));
    }
  });

  test('any text that is broken and mended is the text, or was not taken for broken', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('€', '–', 'ü', '×', 'a', ' ', '5', '“'), { minLength: 4 }),
        (parts) => {
          const whole = parts.join('');
          const { text: mended, encoding } = mendEncoding(mojibake(whole));
          expect(encoding === undefined || mended === whole).toBe(true);
        },
      ),
    );
  });
});

describe('line breaks', () => {
  test('lists and headings', () => {
    const lost = `# Costs ## Servers We need two. - Web: $40/month - Data: $25/month - Total: $65/month ## Mail ${'It is cheap. '.repeat(40)}`;
    const { text } = restoreLineBreaks(lost);
    expect(text.split('\n').slice(0, 5)).toEqual([
      '# Costs',
      '## Servers We need two.',
      '- Web: $40/month',
      '- Data: $25/month',
      '- Total: $65/month',
    ]);
    expect(text).toHaveLength(lost.length);
  });

  test('a table', () => {
    const { text } = restoreLineBreaks('| a | b | |---|---| | 1 | 2 | | 3 | 4 | and so on');
    expect(text.split('\n')).toEqual(['| a | b |', '|---|---|', '| 1 | 2 |', '| 3 | 4 |', 'and so on']);
  });

  test('a subtraction is no list', () => {
    const lost = `- a: $5 - b: $6 - c: 100 - 20 = 80 ${'words and more words '.repeat(30)}`;
    expect(restoreLineBreaks(lost).text).toContain('100 - 20 = 80');
  });

  test('text with its lines stays as it is', () => {
    const text = '# A\n\n- b - c\n\n| a | b |\n|---|---|\n| 1 | 2 |\n';
    expect(restoreLineBreaks(text)).toEqual({ text, broken: 0 });
  });
});
