// Where a document comes in: dropped, chosen or pasted.

import { useRef, useState } from 'preact/hooks';
import type { DocumentEntry } from '../../../src/service/contract.ts';
import { whenText } from '../../ui/when-text.ts';

interface Props {
  readonly onFile: (file: File) => void;
  readonly onText: (text: string) => void;
  /** Of the folder that is served. */
  readonly documents: readonly DocumentEntry[];
  readonly onPath: (path: string) => void;
}

export function TakeDocument({ onFile, onText, documents, onPath }: Props) {
  const [over, setOver] = useState(false);
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <h1>Audit a document</h1>
      <p class="lead">
        A cost analysis that a person or a model has written: every figure in it is recomputed from its
        others, and those that do not follow are marked. Nothing of it is sent anywhere: it is read in this
        browser and kept there until you put it away.
      </p>
      <div
        role="group"
        aria-label="Drop a document"
        class={`drop${over ? ' over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const file = event.dataTransfer?.files[0];
          const dropped = event.dataTransfer?.getData('text/plain') ?? '';
          if (file !== undefined) onFile(file);
          else if (dropped !== '') onText(dropped);
        }}
      >
        <p>
          Drop a Markdown, HTML or text file here, or{' '}
          <button type="button" onClick={() => input.current?.click()}>
            choose one
          </button>
        </p>
        <input
          ref={input}
          class="unseen"
          type="file"
          tabIndex={-1}
          aria-label="Document to audit"
          accept=".md,.markdown,.html,.htm,.txt,text/*"
          onChange={({ currentTarget: { files } }) => {
            const file = files?.[0];
            if (file !== undefined) onFile(file);
          }}
        />
      </div>
      {documents.length > 0 && (
        <section class="documents">
          <h2>In this folder</h2>
          <ul tabIndex={0} aria-label="Documents of this folder">
            {newestFirst(documents).map(({ path, modified }) => (
              <li key={path}>
                <button type="button" class="quiet" onClick={() => onPath(path)}>
                  {path}
                </button>
                <span class="muted">{whenText(modified)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <form
        class="paste"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') onText(text);
        }}
      >
        <label for="pasted">Or paste its text</label>
        <textarea
          id="pasted"
          rows={10}
          spellcheck={false}
          placeholder={
            '| Service | Monthly |\n| --- | ---: |\n| Servers | $120 |\n| Storage | $45 |\n| Total | $185 |'
          }
          value={text}
          onInput={({ currentTarget: { value } }) => setText(value)}
        />
        <div class="ways">
          <button type="submit" class="main" disabled={text.trim() === ''}>
            Audit it
          </button>
        </div>
      </form>
    </>
  );
}

function newestFirst(documents: readonly DocumentEntry[]): readonly DocumentEntry[] {
  return documents.toSorted((a, b) => (a.modified < b.modified ? 1 : a.modified > b.modified ? -1 : 0));
}
