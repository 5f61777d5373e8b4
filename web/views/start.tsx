// The first screen: the plans that are here, and ways to begin another.

import { hrefOf } from '../app/location.ts';
import { workspace } from '../app/workspace.ts';
import { followLink } from '../ui/link.tsx';

export function Start() {
  const plans = workspace.value?.plans;
  return (
    <article class="view start">
      <h1>What will it cost?</h1>
      {plans === undefined ? (
        <p class="muted">Looking for plans…</p>
      ) : (
        <ul class="plans">
          {plans.map(({ path, title }) => (
            <li key={path}>
              <a
                href={hrefOf({ view: 'overview', plan: path, at: {}, set: {}, own: {}, currency: undefined })}
                onClick={followLink}
              >
                <strong>{title}</strong>
                <span class="muted">{path}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
