// The first screen: the plans that are here, and ways to begin another.

import { here } from '../app/location.ts';
import { workspace } from '../app/workspace.ts';
import { Beginnings } from './start/beginnings.tsx';
import { Plans } from './start/plans.tsx';
import { Questions } from './start/questions.tsx';

export function Start() {
  const found = workspace.value;
  if (here.value.own.begin === 'questions')
    return (
      <article class="view start">
        <Questions />
      </article>
    );
  return (
    <article class="view start">
      <h1>What will it cost?</h1>
      {found === undefined ? (
        <p class="muted">Looking for plans…</p>
      ) : (
        <>
          {found.plans.length > 0 && <Plans plans={found.plans} />}
          {!found.complete && (
            <p class="muted">
              The folder is large: not every file in it was looked at, so there may be more plans.
            </p>
          )}
          <Beginnings isEmpty={found.plans.length === 0} folder={found.name} writable={found.writable} />
        </>
      )}
    </article>
  );
}
