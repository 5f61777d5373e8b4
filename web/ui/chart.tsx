// A chart: the picture, what it says in words, and a way to take it along.

import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Chart } from '../../src/report/charts/chart.ts';
import { draw, type Picture } from '../app/charts.ts';
import { savePng, saveText } from '../app/saving.ts';

export function ChartFigure({ chart }: { readonly chart: Chart }) {
  const id = useId();
  const [picture, setPicture] = useState<Picture | undefined>(undefined);
  const [failed, setFailed] = useState(false);
  const drawing = useRef({ busy: false, next: undefined as Chart | undefined });
  const key = JSON.stringify(chart);
  useEffect(() => {
    const state = drawing.current;
    state.next = chart;
    if (state.busy) return;
    state.busy = true;
    void (async () => {
      // of charts that a slider makes in quick succession, only the newest is drawn
      for (let wanted = state.next; wanted !== undefined; wanted = state.next) {
        state.next = undefined;
        try {
          setPicture(await draw(wanted));
          setFailed(false);
        } catch {
          setFailed(true);
        }
      }
      state.busy = false;
    })();
  }, [key]);
  const name = chart.title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return (
    <figure class="chart" aria-labelledby={`${id}-title`} aria-describedby={`${id}-words`}>
      {failed ? (
        <p class="muted">The picture could not be drawn; the figures are in the table.</p>
      ) : (
        <div
          class="drawing scroll"
          role="img"
          tabIndex={0}
          aria-label={chart.title}
          // the drawing is our own, and every word in it is escaped by the library that draws
          dangerouslySetInnerHTML={{ __html: picture?.svg ?? '' }}
        />
      )}
      <figcaption>
        <strong id={`${id}-title`}>{chart.title}</strong>
        <span id={`${id}-words`} class="unseen">
          {chart.alt}
        </span>
        {picture !== undefined && (
          <span class="takes">
            <button
              type="button"
              class="quiet"
              onClick={() => saveText(`${name}.svg`, 'image/svg+xml', picture.plain)}
            >
              SVG
            </button>
            <button type="button" class="quiet" onClick={() => void savePng(`${name}.png`, picture.plain)}>
              PNG
            </button>
          </span>
        )}
      </figcaption>
    </figure>
  );
}
