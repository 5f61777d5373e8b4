// Ways to begin: an example to look at, a template to copy, a document to draft from.

import { useEffect, useState } from 'preact/hooks';
import type { Template } from '../../../src/service/contract.ts';
import type { ViewName } from '../../app/address.ts';
import { examplePath, readTemplates, templates } from '../../app/examples.ts';
import { hrefOf } from '../../app/location.ts';
import { templateAt } from '../../app/plan-names.ts';
import { followLink } from '../../ui/link.tsx';
import { NewPlanDialog } from '../../ui/new-plan-dialog.tsx';

interface Props {
  readonly isEmpty: boolean;
  readonly folder: string;
  readonly writable: boolean;
}

/** The example that compares the most with the least to read first. */
const first = 'loomworks';

export function Beginnings({ isEmpty, folder, writable }: Props) {
  const [failed, setFailed] = useState(false);
  const [copied, setCopied] = useState<Template | undefined>(undefined);
  useEffect(() => {
    readTemplates().catch(() => setFailed(true));
  }, []);
  const all = templates.value;
  return (
    <>
      {isEmpty && (
        <p class="lead">
          There is no plan in <code>{folder}</code> yet. A plan is a text file that says what drives a system,
          what it runs on and what that costs.
        </p>
      )}
      {!writable && (
        <p class="muted">This folder is served read-only: plans can be looked at, and nothing is written.</p>
      )}
      <section class="begin">
        <h2>{isEmpty ? 'Begin' : 'Begin another'}</h2>
        <ul>
          <li>
            <a href={exampleHref(first, 'compare')} onClick={followLink}>
              Look at an example
            </a>
            <span class="muted">five hosting platforms compared at three sizes; nothing is written</span>
          </li>
          <li>
            <a href={hrefOf({ own: { begin: 'questions' } })} onClick={followLink}>
              Answer six questions
            </a>
            <span class="muted">what drives it, what it runs on, what it may cost: a plan of your own</span>
          </li>
          <li>
            <a
              href={hrefOf({ view: 'audit', plan: undefined, at: {}, set: {}, own: {}, currency: undefined })}
              onClick={followLink}
            >
              From a document
            </a>
            <span class="muted">an analysis that somebody wrote: audited, and drafted as a plan</span>
          </li>
          <li>
            <a
              href={hrefOf({
                view: 'prices',
                plan: undefined,
                at: {},
                set: {},
                own: {},
                currency: undefined,
              })}
              onClick={followLink}
            >
              Look up a price
            </a>
            <span class="muted">the catalog: dated, with sources</span>
          </li>
        </ul>
      </section>
      <section class="begin">
        <h2>Worked examples</h2>
        {failed && <p class="problem">The examples could not be read.</p>}
        <ul>
          {(all ?? []).map((template) => (
            <li key={template.id}>
              <a href={exampleHref(template.id, 'overview')} onClick={followLink}>
                {template.title}
              </a>
              <span class="muted">{template.about}</span>
              {writable && (
                <button type="button" class="quiet" onClick={() => setCopied(template)}>
                  Copy
                </button>
              )}
            </li>
          ))}
        </ul>
      </section>
      {copied !== undefined && (
        <NewPlanDialog
          title={`A copy of ${copied.title}`}
          suggested={copied.id}
          files={(path) => templateAt(copied, path)}
          view="overview"
          onClose={() => setCopied(undefined)}
        />
      )}
    </>
  );
}

function exampleHref(id: string, view: ViewName): string {
  return hrefOf({ view, plan: examplePath(id), at: {}, set: {}, own: {}, currency: undefined });
}
