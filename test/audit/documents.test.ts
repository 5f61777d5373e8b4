// How much of what is wrong in documents of our own is found, and whether anything that is right is called wrong.
import { expect, test } from 'vitest';
import { countsOf, documentScores, documentText } from './documents.ts';

/** What was found when this was last measured. */
const leastFound = 139;

test('the documents and their marks', () => {
  const scores = documentScores();
  process.stderr.write(`${documentText(scores)}\n`);
  const { found, falseAlarms } = countsOf(scores);
  expect(found / (found + falseAlarms)).toBeGreaterThanOrEqual(0.97);
  expect(found).toBeGreaterThanOrEqual(leastFound);
});
