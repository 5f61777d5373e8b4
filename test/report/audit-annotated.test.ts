// The annotated document: nothing of the text is lost, and each finding stands at one place.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import type { Block } from '../../src/audit/types.ts';
import {
  type AnnotatedBlock,
  type AnnotatedText,
  annotated,
  verdictText,
} from '../../src/report/audit-annotated.ts';

const wrong = `# Costs

| Service | Monthly |
| --- | ---: |
| Servers | $120 |
| Storage | $45 |
| Total | $185 |

Yearly that is 12 × $185 = $2,220.

- one
  - two of 3 GB

\`\`\`
total 5 GB
\`\`\`
`;

function textsOf(block: AnnotatedBlock): readonly AnnotatedText[] {
  switch (block.kind) {
    case 'code':
      return block.lines;
    case 'table':
      return [...block.head, ...block.body].flat();
    default:
      return [block.text];
  }
}

function plain(text: AnnotatedText): string {
  return text.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}

function given(block: Block): readonly string[] {
  switch (block.kind) {
    case 'code':
      return block.lines.map((line) => line.text);
    case 'table':
      return block.rows.flat().map((cell) => cell.text);
    default:
      return [block.passage.text];
  }
}

test('each finding is marked once, where it stands', () => {
  const result = audit({ file: 'costs.md', text: wrong });
  const marks = annotated(result)
    .flatMap(textsOf)
    .flat()
    .flatMap((piece) => (typeof piece === 'string' || piece.finding === undefined ? [] : [piece]));
  expect(marks.map(({ finding, text, state }) => [finding, text, state])).toEqual([[1, '$185', 'wrong']]);
  expect(verdictText(result.findings.length)).toBe('One figure does not follow');
});

test('the pieces of a document are its text', () => {
  const line = fc.constantFrom(
    '| a | 3 |',
    '| --- | --- |',
    '| Total | 5 |',
    '# 3 GB',
    '- 2 x 3 = 7',
    'text $5',
    '```',
    '',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const result = audit({ file: 'x.md', text: lines.join('\n') });
      expect(annotated(result).flatMap(textsOf).map(plain)).toEqual(result.document.blocks.flatMap(given));
    }),
  );
});
