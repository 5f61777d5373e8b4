// The document as a person reads it, its figures marked.

import { useMemo } from 'preact/hooks';
import type { AnnotatedBlock, AnnotatedText, MarkedPiece } from '../../../src/report/audit-annotated.ts';

interface Props {
  readonly blocks: readonly AnnotatedBlock[];
  readonly onChoose: (finding: number) => void;
}

/** Drawn once for a document: what is chosen in it is marked from outside. */
export function Annotated({ blocks, onChoose }: Props) {
  return useMemo(
    () => (
      <>
        {blocks.map((block, i) => (
          <Block key={i} block={block} onChoose={onChoose} />
        ))}
      </>
    ),
    [blocks],
  );
}

interface BlockProps {
  readonly block: AnnotatedBlock;
  readonly onChoose: (finding: number) => void;
}

/** The page has a heading of its own above these. */
const deepest = 6;

function Block({ block, onChoose }: BlockProps) {
  const text = (of: AnnotatedText) => <Text text={of} onChoose={onChoose} />;
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${Math.min(deepest, block.level + 1)}` as 'h2';
      return <Heading>{text(block.text)}</Heading>;
    }
    case 'text':
    case 'item':
      return <p class={`${block.kind} depth-${Math.min(8, block.depth)}`}>{text(block.text)}</p>;
    case 'code':
      return (
        <pre tabIndex={0}>
          {block.lines.map((line, i) => (
            <div key={i}>
              {text(line)}
              {'\n'}
            </div>
          ))}
        </pre>
      );
    case 'table':
      return <Table block={block} onChoose={onChoose} />;
  }
}

interface TableProps {
  readonly block: Extract<AnnotatedBlock, { kind: 'table' }>;
  readonly onChoose: (finding: number) => void;
}

function Table({ block: { head, body, more }, onChoose }: TableProps) {
  const cells = (row: readonly AnnotatedText[], Cell: 'th' | 'td') =>
    row.map((text, i) => (
      <Cell key={i}>
        <Text text={text} onChoose={onChoose} />
      </Cell>
    ));
  return (
    <div class="scroll" role="group" tabIndex={0} aria-label="Table of the document">
      <table>
        {head.length > 0 && (
          <thead>
            {head.map((row, i) => (
              <tr key={i}>{cells(row, 'th')}</tr>
            ))}
          </thead>
        )}
        <tbody>
          {body.map((row, i) => (
            <tr key={i}>{cells(row, 'td')}</tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p class="muted">and {more} more rows</p>}
    </div>
  );
}

function Text({ text, onChoose }: { readonly text: AnnotatedText; readonly onChoose: Props['onChoose'] }) {
  return (
    <>
      {text.map((piece, i) =>
        typeof piece === 'string' ? piece : <Mark key={i} piece={piece} onChoose={onChoose} />,
      )}
    </>
  );
}

const states = {
  right: 'follows from the other figures',
  wrong: 'does not follow',
  unchecked: 'not checked',
} as const satisfies Readonly<Record<MarkedPiece['state'], string>>;

function Mark({ piece, onChoose }: { readonly piece: MarkedPiece; readonly onChoose: Props['onChoose'] }) {
  const { text, state, finding } = piece;
  if (finding === undefined)
    return (
      <span class={`mark ${state}`} title={states[state]}>
        {text}
      </span>
    );
  return (
    <button
      type="button"
      id={`mark-${finding}`}
      class="mark wrong"
      title={states.wrong}
      onClick={() => onChoose(finding)}
    >
      {text}
      <sup>{finding}</sup>
    </button>
  );
}
