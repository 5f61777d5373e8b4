// What is tried out on top of the plan: put back one by one, all at once, or kept.

import { useState } from 'preact/hooks';
import * as document_ from '../app/document.ts';
import { isStale } from '../app/plan.ts';
import { KeepDialog } from './keep-dialog.tsx';

export function TriedBar() {
  const tried = Object.entries(document_.tried.value);
  return tried.length === 0 ? null : <Tried tried={tried} />;
}

function Tried({ tried }: { readonly tried: readonly (readonly [name: string, value: string])[] }) {
  const [isKeeping, setKeeping] = useState(false);
  return (
    <>
      <div class="notice tried" role="status">
        <span>Tried out, not in the plan:</span>
        {tried.map(([name, value]) => (
          <span key={name} class="chip">
            <code>
              {name} = {value}
            </code>
            <button
              type="button"
              class="quiet"
              aria-label={`Put ${name} back`}
              onClick={() => document_.tryOut(name, undefined)}
            >
              ✕
            </button>
          </span>
        ))}
        <span class="ends">
          <button
            type="button"
            disabled={isStale.value}
            title={isStale.value ? 'the source has errors: mend them first' : undefined}
            onClick={() => setKeeping(true)}
          >
            Keep in the plan…
          </button>
          <button type="button" onClick={() => document_.change({ set: {} }, 'what was tried out')}>
            Put all back
          </button>
        </span>
      </div>
      {isKeeping && <KeepDialog onClose={() => setKeeping(false)} />}
    </>
  );
}
