// What is tried out on top of the plan: put back one by one, all at once, or kept.

import * as document_ from '../app/document.ts';

export function TriedBar() {
  const tried = Object.entries(document_.tried.value);
  if (tried.length === 0) return null;
  return (
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
      <button type="button" onClick={() => document_.change({ set: {} }, 'what was tried out')}>
        Put all back
      </button>
    </div>
  );
}
