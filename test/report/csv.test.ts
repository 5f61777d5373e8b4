import { expect, test } from 'vitest';
import { csvText } from '../../src/report/csv.ts';

test('fields are quoted where they must be', () => {
  expect(csvText([['a', 'b,c', 'say "x"', 'two\nlines'], ['']])).toBe('a,"b,c","say ""x""","two\nlines"\n\n');
});

test('text that a spreadsheet would run is only text; negative numbers stay numbers', () => {
  expect(csvText([['=1+1', '+49', '-5.20', '-x', '@SUM(A1)', '\tx', '12.5']])).toBe(
    "'=1+1,'+49,-5.20,'-x,'@SUM(A1),'\tx,12.5\n",
  );
});
