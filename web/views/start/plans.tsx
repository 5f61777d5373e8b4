// The plans of the folder, each with what it comes to in its base case.

import { useEffect, useState } from 'preact/hooks';
import type { PlanEntry } from '../../../src/service/contract.ts';
import { engine, hasCatalog } from '../../app/engine.ts';
import { hrefOf } from '../../app/location.ts';
import { textBeside } from '../../app/plan.ts';
import { server } from '../../app/server.ts';
import type { Glance } from '../../engine/inquiries/glance.ts';
import { followLink } from '../../ui/link.tsx';
import { whenText } from '../../ui/when-text.ts';

/** Plans beyond these say what they cost when they are opened. */
const mostGlances = 30;

export function Plans({ plans }: { readonly plans: readonly PlanEntry[] }) {
  const glances = useGlances(plans.slice(0, mostGlances));
  return (
    <div class="scroll">
      <table class="plans">
        <caption class="unseen">Plans of this folder</caption>
        <thead>
          <tr>
            <th scope="col">plan</th>
            <th scope="col" class="n">
              a month
            </th>
            <th scope="col" class="base">
              base case
            </th>
            <th scope="col" class="when">
              changed
            </th>
          </tr>
        </thead>
        <tbody>
          {plans.map(({ path, title, modified }) => (
            <tr key={path}>
              <th scope="row">
                <a
                  href={hrefOf({
                    view: 'overview',
                    plan: path,
                    at: {},
                    set: {},
                    own: {},
                    currency: undefined,
                  })}
                  onClick={followLink}
                >
                  {title}
                </a>
                <span class="muted path">{path}</span>
              </th>
              <GlanceCells glance={glances.get(path)} />
              <td class="muted when">{whenText(modified)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GlanceCells({ glance }: { readonly glance: Glance | undefined }) {
  if (glance?.kind === 'broken')
    return (
      <td class="problem" colSpan={2} title={glance.message}>
        cannot be read: {glance.message}
      </td>
    );
  if (glance?.kind !== 'total')
    return (
      <>
        <td class="n muted">…</td>
        <td class="base" />
      </>
    );
  return (
    <>
      <td class="n">{glance.total.replace(/\/month$/, '')}</td>
      <td class="muted base">
        {glance.base}
        {glance.cases > 1 && ` · one of ${glance.cases} cases`}
      </td>
    </>
  );
}

/** One plan after the other, so that whatever else is asked meanwhile need not wait for all of them. */
function useGlances(plans: readonly PlanEntry[]): ReadonlyMap<string, Glance> {
  const [glances, setGlances] = useState<ReadonlyMap<string, Glance>>(new Map());
  const ready = hasCatalog.value;
  const key = plans.map(({ path, modified }) => `${path} ${modified}`).join('\n');
  useEffect(() => {
    if (!ready) return;
    let wanted = true;
    void (async () => {
      for (const { path } of plans) {
        const glance = await glanceAt(path);
        if (!wanted) return;
        setGlances((known) => new Map([...known, [path, glance]]));
      }
    })();
    return () => {
      wanted = false;
    };
  }, [key, ready]);
  return glances;
}

const mostRounds = 5;

async function glanceAt(path: string): Promise<Glance> {
  try {
    const { text } = await server.file(path);
    const files: Record<string, string | null> = {};
    for (let round = 0; round < mostRounds; round++) {
      const reply = await engine.inquire('glance', { path, text, files });
      if (!reply.ok) return { kind: 'broken', message: reply.message };
      if (reply.data.kind !== 'wanting') return reply.data;
      for (const name of reply.data.files) files[name] = await textBeside(path, name);
    }
    return { kind: 'broken', message: 'it asks for ever more files beside it' };
  } catch (error) {
    return { kind: 'broken', message: error instanceof Error ? error.message : String(error) };
  }
}
