// Text with a few parts set apart.

import type { Inline, RichText } from '../../src/report/blocks.ts';
import { isWebAddress } from '../../src/report/web-address.ts';

export function Rich({ text }: { readonly text: RichText }) {
  if (typeof text === 'string') return <>{text}</>;
  return (
    <>
      {text.map((part, i) => (
        <Part key={i} part={part} />
      ))}
    </>
  );
}

/** Plain words in which names stand between backticks. */
export function Words({ text }: { readonly text: string }) {
  return <>{text.split('`').map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part))}</>;
}

function Part({ part }: { readonly part: Inline }) {
  if (typeof part === 'string') return part;
  switch (part.kind) {
    case 'code':
      return <code>{part.text}</code>;
    case 'strong':
      return <strong>{part.text}</strong>;
    case 'em':
      return <em>{part.text}</em>;
    case 'link': {
      const { url } = part;
      return !isWebAddress(url) ? (
        part.text
      ) : (
        <a href={url} rel="noreferrer noopener" target="_blank">
          {part.text}
        </a>
      );
    }
  }
}
