// A document that somebody has written, with every figure marked: which follow from the others and which do not.

import { useEffect, useState } from 'preact/hooks';
import { useInquiry } from '../app/answer.ts';
import {
  type AuditedDocument,
  auditedDocument,
  putDocumentAway,
  recallDocument,
  takeDocument,
  takeFile,
  takeFromFolder,
} from '../app/audited.ts';
import { offerCommands } from '../app/commands.ts';
import { engine } from '../app/engine.ts';
import { here } from '../app/location.ts';
import { saveText } from '../app/saving.ts';
import { tell } from '../app/telling.ts';
import { isWritable, workspace } from '../app/workspace.ts';
import type { Audited, AuditFormat } from '../engine/inquiries/audit.ts';
import { Menu } from '../ui/menu.tsx';
import { NewPlanDialog } from '../ui/new-plan-dialog.tsx';
import { chooseOwn, stepOwn } from '../ui/own.ts';
import { Annotated } from './audit/annotated.tsx';
import { Findings } from './audit/findings.tsx';
import { TakeDocument } from './audit/take-document.tsx';

export function Audit() {
  useEffect(() => {
    void recallDocument();
  }, []);
  const document = auditedDocument.value;
  return (
    <>
      {document === undefined ? (
        <p class="muted">Looking for the document…</p>
      ) : document === null ? (
        <TakeDocument
          onFile={(file) => void takeFile(file)}
          onText={(text) => takeDocument({ file: 'pasted text', text })}
          documents={workspace.value?.documents ?? []}
          onPath={(path) => void takeFromFolder(path)}
        />
      ) : (
        <AuditOf key={document.file} document={document} />
      )}
    </>
  );
}

function AuditOf({ document }: { readonly document: AuditedDocument }) {
  const strict = here.value.own.strict === 'yes';
  const { data, problem, pending } = useInquiry('audit', { ...document, strict });
  return (
    <div class={pending && data !== undefined ? 'pending' : undefined}>
      {problem !== undefined && <p class="problem">{problem.message}</p>}
      {data === undefined ? (
        <>
          <h1>{document.file}</h1>
          <p class="muted">Reading and recomputing…</p>
        </>
      ) : (
        <Result document={document} audited={data} strict={strict} />
      )}
    </div>
  );
}

interface ResultProps {
  readonly document: AuditedDocument;
  readonly audited: Audited;
  readonly strict: boolean;
}

/** From 1; 0 where none is chosen. */
function chosenOf(count: number): number {
  const chosen = Number(here.value.own.finding ?? 0);
  return Number.isInteger(chosen) && chosen >= 1 && chosen <= count ? chosen : 0;
}

function Result({ document, audited, strict }: ResultProps) {
  const { findings, coverage, verdict, notes, silenced, doubtful, blocks } = audited;
  const chosen = chosenOf(findings.length);
  const choose = (finding: number): void => {
    chooseOwn({ finding: String(finding) });
    reveal(finding);
  };
  const step = (by: number): void => {
    const { length } = findings;
    if (length === 0) return;
    const now = chosenOf(length);
    choose(now === 0 ? (by > 0 ? 1 : length) : ((now - 1 + by + length) % length) + 1);
  };
  useEffect(
    () =>
      offerCommands(() => [
        { id: 'next finding', words: 'Next finding', keys: 'N', run: () => step(1) },
        { id: 'previous finding', words: 'Previous finding', keys: 'P', run: () => step(-1) },
      ]),
    [findings],
  );
  useEffect(() => {
    if (chosen > 0) reveal(chosen);
  }, []);
  useEffect(() => {
    const mark = window.document.getElementById(`mark-${chosen}`);
    mark?.setAttribute('aria-current', 'true');
    return () => mark?.removeAttribute('aria-current');
  }, [chosen, blocks]);
  return (
    <>
      <header class="audit-head">
        <div>
          <p class="muted file">{document.file}</p>
          <h1 class={findings.length === 0 ? undefined : 'broken'}>{verdict}</h1>
          <CoverageLine coverage={coverage} />
        </div>
        <Ways document={document} strict={strict} />
      </header>
      {(notes.length > 0 || doubtful > 0) && (
        <ul class="audit-notes muted">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
          {doubtful > 0 && (
            <li>
              {doubtful === 1
                ? 'One more could be wrong, but the document may mean it differently: it is shown when strict.'
                : `${doubtful} more could be wrong, but the document may mean them differently: they are shown when strict.`}
            </li>
          )}
        </ul>
      )}
      <div class="audit-columns">
        <div class="document" role="document" aria-label={document.file}>
          <Annotated blocks={blocks} onChoose={choose} />
        </div>
        <Findings findings={findings} silenced={silenced} chosen={chosen} onChoose={choose} onStep={step} />
      </div>
    </>
  );
}

function CoverageLine({ coverage: { figures, checked, right, wrong } }: Pick<Audited, 'coverage'>) {
  return (
    <p class="coverage">
      <b>{figures}</b> figures read · <b class="right">{right}</b> follow ·{' '}
      <b class={wrong > 0 ? 'wrong' : undefined}>{wrong}</b> do not · <b>{figures - checked}</b>{' '}
      <span class="muted">not checked</span>
    </p>
  );
}

/** Its place in the document, and its card, are brought into sight. */
function reveal(finding: number): void {
  const { document } = window;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const options = { behavior: calm ? 'auto' : 'smooth' } as const;
  document.getElementById(`finding-${finding}`)?.scrollIntoView({ ...options, block: 'nearest' });
  document.getElementById(`mark-${finding}`)?.scrollIntoView({ ...options, block: 'center' });
}

const exports = [
  { format: 'html', label: 'Annotated copy (HTML)', ending: 'audit.html', type: 'text/html' },
  { format: 'markdown', label: 'Findings (Markdown)', ending: 'audit.md', type: 'text/markdown' },
  { format: 'json', label: 'Findings (JSON)', ending: 'audit.json', type: 'application/json' },
  { format: 'sarif', label: 'Findings (SARIF)', ending: 'audit.sarif', type: 'application/json' },
] as const satisfies readonly { format: AuditFormat; label: string; ending: string; type: string }[];

function Ways({ document, strict }: { readonly document: AuditedDocument; readonly strict: boolean }) {
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const name = document.file.replace(/\.[a-z]+$/i, '');
  const takeDraft = async (): Promise<void> => {
    const drafted = await engine.inquire('draft', document);
    if (drafted.ok) setDraft(drafted.data);
    else tell(`No draft: ${drafted.message}.`);
  };
  return (
    <div class="audit-ways">
      <label>
        <input
          type="checkbox"
          checked={strict}
          onChange={({ currentTarget: { checked } }) =>
            stepOwn({ finding: undefined, strict: checked ? 'yes' : undefined })
          }
        />{' '}
        strict
      </label>
      <button type="button" disabled={!isWritable.value} onClick={() => void takeDraft()}>
        Take the draft plan
      </button>
      <Menu
        label="Export"
        items={exports.map(({ format, label, ending, type }) => ({
          label,
          run: async () => {
            const made = await engine.inquire('auditExport', { ...document, strict, format });
            if (made.ok) saveText(`${name}.${ending}`, type, made.data);
          },
        }))}
      />
      <button type="button" class="quiet" onClick={putDocumentAway}>
        Another document
      </button>
      {draft !== undefined && (
        <NewPlanDialog
          title="The draft as a new plan"
          suggested={name}
          files={(path) => [{ path, text: draft }]}
          view="source"
          onClose={() => setDraft(undefined)}
        />
      )}
    </div>
  );
}
