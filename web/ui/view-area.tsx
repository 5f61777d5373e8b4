// The view that the address names.

import { Component, type ComponentChildren, type ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ViewName } from '../app/address.ts';
import * as document_ from '../app/document.ts';
import { here, hrefOf } from '../app/location.ts';
import { outline, problems } from '../app/plan.ts';
import { viewNamed } from '../views/index.ts';
import { Start } from '../views/start.tsx';
import { followLink } from './link.tsx';

const loaded = new Map<ViewName, ComponentType>();

export function ViewArea() {
  const { view } = here.value;
  const [, shown] = useState(0);
  const found = loaded.get(view);
  useEffect(() => {
    if (loaded.has(view)) return;
    let wanted = true;
    void viewNamed(view)
      ?.load()
      .then((component) => {
        loaded.set(view, component);
        if (wanted) shown((n) => n + 1);
      });
    return () => {
      wanted = false;
    };
  }, [view]);
  if (document_.path.value === undefined && here.value.plan !== undefined)
    return <p class="starting">Opening {here.value.plan}…</p>;
  if (view === 'start' || (document_.path.value === undefined && view !== 'prices' && view !== 'audit'))
    return <Start />;
  if (found === undefined) return <p class="muted starting">Loading…</p>;
  if (outline.value === undefined && ofThePlan(view) && problems.value.length > 0) return <Unread />;
  const View = found;
  return (
    <Guard key={view} view={view}>
      <article class={`view ${view}`}>
        <View />
      </article>
    </Guard>
  );
}

/** What shows figures of the plan, and has none where it cannot be read. */
function ofThePlan(view: ViewName): boolean {
  return !['source', 'prices', 'audit'].includes(view);
}

function Unread() {
  const count = problems.value.filter(({ severity }) => severity === 'error').length;
  return (
    <div class="empty">
      <h1>No figures yet</h1>
      <p>
        {count === 1
          ? 'Something in the plan is not understood'
          : `${count} things in the plan are not understood`}
        , so nothing can be computed from it. The source says where, and what would do.
      </p>
      <p>
        <a href={hrefOf({ view: 'source', own: {} })} onClick={followLink}>
          Mend it in the source
        </a>
      </p>
    </div>
  );
}

interface GuardProps {
  readonly view: ViewName;
  readonly children: ComponentChildren;
}

/** A view that fails leaves the others, and what was written, as they are. */
class Guard extends Component<GuardProps, { readonly failed: Error | undefined }> {
  override state = { failed: undefined as Error | undefined };

  override componentDidCatch(error: Error): void {
    this.setState({ failed: error });
  }

  override render() {
    const { failed } = this.state;
    if (failed === undefined) return this.props.children;
    return (
      <div class="empty" role="alert">
        <h1>This view has a fault.</h1>
        <p>It is ours, not your plan's: nothing of what you wrote is lost, and the other views work.</p>
        <pre>{failed.message}</pre>
        <button type="button" onClick={() => this.setState({ failed: undefined })}>
          Try again
        </button>
      </div>
    );
  }
}
