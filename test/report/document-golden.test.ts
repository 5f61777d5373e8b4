// Whole reports of small plans, byte for byte. After a wanted change: `npx vitest run document-golden -u`, and read the diff.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Grid } from '../../src/grid/evaluate.ts';
import { reportMarkdown } from '../../src/report/document.ts';
import { modelOf } from '../support/model.ts';

const fixtures = join(import.meta.dirname, '../fixtures');

describe('the report of', () => {
  test.each(['shop', 'single', 'sweep', 'business'])('%s', async (name) => {
    const model = modelOf(readFileSync(join(fixtures, `report-${name}.yaml`), 'utf8'));
    const text = reportMarkdown(model, new Grid(model.graph));
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'golden', `report-${name}.md`));
    // the same again, from the start: nothing is kept between two reports
    expect(reportMarkdown(model, new Grid(model.graph))).toBe(text);
  });
});
