// The frame around every view: where one is, which case is looked at, whether it is saved, and what it comes to.

import { useEffect, useRef } from 'preact/hooks';
import { useAnswer } from '../app/answer.ts';
import { offerCommands } from '../app/commands.ts';
import * as document_ from '../app/document.ts';
import { here, hrefOf } from '../app/location.ts';
import { isStale, outline, problems } from '../app/plan.ts';
import { clash, failure, workspace } from '../app/workspace.ts';
import { views } from '../views/index.ts';
import { CaseBar } from './case-bar.tsx';
import { shellCommands } from './commands.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { ExampleBar } from './example-bar.tsx';
import { ExplainDrawer } from './explain-drawer.tsx';
import { followLink } from './link.tsx';
import { Palette } from './palette.tsx';
import { problemText } from './problem.tsx';
import { Words } from './rich.tsx';
import { StatusLine } from './status-line.tsx';
import { Toasts } from './toasts.tsx';
import { TriedBar } from './tried-bar.tsx';
import { ViewArea } from './view-area.tsx';

export function Shell() {
  useEffect(() => offerCommands(shellCommands), []);
  const { view } = here.value;
  const isOpen = document_.path.value !== undefined;
  useEffect(() => {
    const name = views.find((one) => one.name === view)?.title;
    document.title = [name, outline.value?.title, 'Outlay'].filter((part) => part !== undefined).join(' · ');
  }, [view, outline.value?.title]);
  const top = useTopHeight();
  return (
    <>
      <a class="skip" href="#view">
        Skip to the view
      </a>
      <div class={`frame${isOpen ? '' : ' without-plan'}`}>
        <header class="top" ref={top}>
          <a
            class="brand"
            href={hrefOf({ view: 'start', plan: undefined, at: {}, set: {}, own: {}, currency: undefined })}
            onClick={followLink}
          >
            Outlay
          </a>
          <span class={`plan-title${isOpen ? '' : ' muted'}`} title={document_.path.value}>
            {isOpen ? (outline.value?.title ?? document_.path.value) : (workspace.value?.name ?? '')}
          </span>
          {isOpen && <KeyFigures />}
          <StatusLine />
          {isOpen && <CaseBar />}
        </header>
        {isOpen && <Navigation />}
        <main id="view" tabIndex={-1}>
          {isOpen && <Stale />}
          {isOpen && <ExampleBar />}
          {isOpen && <TriedBar />}
          {failure.value === undefined ? (
            <ViewArea />
          ) : (
            <div class="empty">
              <h1>{failure.value.message}</h1>
              <p>{failure.value.help}</p>
            </div>
          )}
        </main>
      </div>
      <ExplainDrawer />
      <Palette />
      <Toasts />
      {clash.value !== undefined && <ConflictDialog clash={clash.value} />}
    </>
  );
}

/** What sticks below the top must know how high it is: it grows with the axes of a plan. */
function useTopHeight() {
  const top = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = top.current;
    if (element === null) return;
    const seen = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--top', `${element.offsetHeight}px`);
    });
    seen.observe(element);
    return () => seen.disconnect();
  }, []);
  return top;
}

function KeyFigures() {
  const { data, pending } = useAnswer('figures', {});
  if (data === undefined) return null;
  return (
    <div class={`key-figures${pending ? ' pending' : ''}`} aria-live="polite" data-testid="key-figures">
      {data.figures.map(({ name, label, text }) => (
        <span key={name}>
          <b>{text}</b>
          {label === 'margin' || label === 'once' ? ` ${label}` : ''}
        </span>
      ))}
      {!data.feasible && <span class="tag broken">breaks a limit</span>}
    </div>
  );
}

function Navigation() {
  const has = outline.value?.has;
  return (
    <nav class="views" aria-label="Views">
      {views.map(({ name, title, about, shows }) => (
        <a
          key={name}
          href={hrefOf({ view: name, own: {} })}
          class={has === undefined || shows(has) ? undefined : 'muted'}
          aria-current={here.value.view === name ? 'page' : undefined}
          title={about}
          onClick={followLink}
        >
          {title}
          {name === 'source' && problems.value.some((p) => p.severity === 'error') && (
            <span class="dot" role="img" aria-label="has errors" />
          )}
        </a>
      ))}
    </nav>
  );
}

/** A text that cannot be read leaves the last good figures standing, and says so. */
function Stale() {
  if (!isStale.value) return null;
  const [first] = problems.value.filter((p) => p.severity === 'error');
  return (
    <div class="notice stale" role="status">
      <strong>
        {outline.value === undefined
          ? 'This plan cannot be read.'
          : 'These are the figures from before the last change.'}
      </strong>{' '}
      {first !== undefined && <Words text={problemText({ message: first.message, help: '' })} />}{' '}
      {here.value.view !== 'source' && (
        <a href={hrefOf({ view: 'source', own: {} })} onClick={followLink}>
          Look at the source
        </a>
      )}
    </div>
  );
}
