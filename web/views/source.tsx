// The plan as text: written here, byte for byte what is saved, with everything that is wrong with it below.

import { effect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import * as document_ from '../app/document.ts';
import { engine } from '../app/engine.ts';
import { exampleId } from '../app/examples.ts';
import { here } from '../app/location.ts';
import { askedCase, problems } from '../app/plan.ts';
import { isPrinting } from '../app/printing.ts';
import { wantedLine } from '../app/source-place.ts';
import { isStandalone } from '../app/standalone.ts';
import { isWritable } from '../app/workspace.ts';
import { stepOwn } from '../ui/own.ts';
import { Editor } from './source/editor.ts';
import { Problems } from './source/problems.tsx';

export function Source() {
  const path = document_.path.value;
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | undefined>(undefined);
  const isExample = exampleId(path) !== undefined;
  const readOnly = !isWritable.value && !isExample && !isStandalone;
  const comparing = here.value.own.diff === 'yes';
  const saved = document_.disk.value.text;
  useEffect(() => {
    if (place.current === null) return;
    return keepEditor(place.current, path ?? '', setEditor);
  }, [path]);
  useEffect(() => editor?.setReadOnly(readOnly), [editor, readOnly]);
  const differs = document_.text.value !== saved;
  useEffect(
    () => editor?.compareWith(comparing && differs ? saved : undefined),
    [editor, comparing, differs, saved],
  );
  useEffect(() => editor?.mark(problems.value), [editor, problems.value]);
  useEffect(() => {
    const line = wantedLine.value;
    if (line === undefined || editor === undefined) return;
    wantedLine.value = undefined;
    editor.goToLine(line);
  }, [editor, wantedLine.value]);
  return (
    <>
      <header class="source-head">
        <h1>{path}</h1>
        {readOnly && <span class="tag partly">read-only</span>}
        <label>
          <input
            type="checkbox"
            checked={comparing}
            onChange={({ currentTarget: { checked } }) => stepOwn({ diff: checked ? 'yes' : undefined })}
          />{' '}
          {isExample || isStandalone ? 'what was changed' : 'what will be saved'}
        </label>
        {comparing && !differs && <span class="muted">nothing differs from the file</span>}
      </header>
      <div ref={place} class="editor" data-testid="editor" />
      {/* an editor holds only the lines that are seen */}
      {isPrinting.value && <pre class="printed">{document_.text.value}</pre>}
      <Problems problems={problems.value} onGo={({ from, to }) => editor?.goToOffset(from, to)} />
    </>
  );
}

/** One editor for a plan and its kind of line breaks; another when the text comes with others. */
function keepEditor(
  place: HTMLElement,
  path: string,
  tell: (editor: Editor | undefined) => void,
): () => void {
  let editor: Editor | undefined;
  const stop = effect(() => {
    const text = document_.text.value;
    if (document_.path.peek() !== path) return;
    if (editor?.suits(text) === true) {
      editor.show(text);
      return;
    }
    editor?.destroy();
    editor = new Editor({
      parent: place,
      text,
      label: `Source of ${path}`,
      readOnly: false,
      // what is typed in one line and without a pause is one step back
      onText: (next, line) => document_.change({ text: next }, 'typing', `typing in line ${line}`),
      onUndo: document_.undo,
      onRedo: document_.redo,
      assist: {
        complete: (at, offset) => engine.complete(at, offset, askedCase.peek()),
        hover: (at, offset) => engine.hover(at, offset, askedCase.peek()),
      },
    });
    tell(editor);
  });
  return () => {
    stop();
    editor?.destroy();
    tell(undefined);
  };
}
