// What stands below a figure of an explanation: its formula, where it is from, how sure it is, where it is written.

import { isWebAddress } from '../../src/report/web-address.ts';
import { hrefOf } from '../app/location.ts';
import { goToSource } from '../app/source-place.ts';
import type { ExplainedFigure } from '../engine/answers/explain.ts';
import { followLink } from './link.tsx';

interface Props {
  readonly figure: ExplainedFigure;
  /** To the parts, where they are shown elsewhere. */
  readonly onParts: () => void;
}

export function ExplainDetails({ figure, onParts }: Props) {
  const { formula, source, url, date, confidence, note, product, line, elsewhere, seenBefore } = figure;
  return (
    <div class="details">
      {formula !== '' && <code>= {formula}</code>}
      {(source !== undefined || date !== undefined) && (
        <span class="source">
          {url !== undefined && isWebAddress(url) ? (
            <a href={url} rel="noreferrer noopener" target="_blank">
              {source ?? url}
            </a>
          ) : (
            source
          )}
          {date !== undefined && source?.includes(date) !== true && ` · ${date}`}
        </span>
      )}
      {confidence === 'assumed' && <span class="tag assumed">assumed</span>}
      {note !== undefined && <span>{note}</span>}
      {product !== undefined && (
        <a href={hrefOf({ view: 'prices', own: { product } })} onClick={followLink}>
          its price in the catalog
        </a>
      )}
      {line !== undefined && (
        <button type="button" class="link" onClick={() => goToSource(line)}>
          line {line}
        </button>
      )}
      {elsewhere !== undefined && <span>{elsewhere}</span>}
      {seenBefore && (
        <button type="button" class="link" onClick={onParts}>
          its parts
        </button>
      )}
    </div>
  );
}
