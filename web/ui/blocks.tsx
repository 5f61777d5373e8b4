// What a section of a report is made of, on the page.

import type { Block } from '../../src/report/blocks.ts';
import { ChartFigure } from './chart.tsx';
import { Rich } from './rich.tsx';
import { Table } from './table.tsx';

interface Props {
  readonly blocks: readonly Block[];
  /** What the blocks are about: a table without a heading of its own is called so. */
  readonly title: string;
}

export function Blocks({ blocks, title }: Props) {
  let caption = title;
  return (
    <>
      {blocks.map((block, i) => {
        if (block.kind === 'heading') caption = `${title}: ${block.text}`;
        return <OneBlock key={`${block.kind}${i}`} block={block} caption={caption} />;
      })}
    </>
  );
}

function OneBlock({ block, caption }: { readonly block: Block; readonly caption: string }) {
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'paragraph':
      return (
        <p>
          <Rich text={block.text} />
        </p>
      );
    case 'list': {
      const items = block.items.map((item, i) => (
        <li key={i}>
          <Rich text={item} />
        </li>
      ));
      return block.ordered === true ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'quote':
      return (
        <blockquote>
          <Rich text={block.text} />
        </blockquote>
      );
    case 'listing':
      return (
        <pre tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case 'table':
      return <Table table={block.table} caption={caption} />;
    case 'chart':
      return <ChartFigure chart={block.chart} />;
  }
}
