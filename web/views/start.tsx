// The first screen: the plans that are here, and ways to begin another.

import { workspace } from '../app/workspace.ts';
import { Beginnings } from './start/beginnings.tsx';
import { Plans } from './start/plans.tsx';

export function Start() {
  const found = workspace.value;
  return (
    <article class="view start">
      <h1>What will it cost?</h1>
      {found === undefined ? (
        <p class="muted">Looking for plans…</p>
      ) : (
        <>
          {found.plans.length > 0 && <Plans plans={found.plans} />}
          <Beginnings isEmpty={found.plans.length === 0} folder={found.name} writable={found.writable} />
        </>
      )}
    </article>
  );
}
