// Where the next line of a plan begins.

import { expect, test } from 'vitest';
import { indentBehind } from '../../web/views/source/indent.ts';

test.each([
  ['', 0],
  ['plan: A', 0],
  ['items:', 2],
  ['items:   # what is bought', 2],
  ['  server: { price: 5 EUR/month }   # rented: yes', 2],
  ['  server:', 4],
  ['    serves: {', 6],
  ['  - that: total', 4],
  ['  -  that:', 7],
  ['    ', 4],
  ['# about:', 0],
  ['  url: http://example.org', 2],
])('behind `%s`', (line, indent) => {
  expect(indentBehind(line)).toBe(indent);
});
