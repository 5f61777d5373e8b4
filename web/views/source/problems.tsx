// What is wrong with the text, in the words and with the carets of the command line.

import { useState } from 'preact/hooks';
import type { Problem } from '../../engine/protocol.ts';
import { HelpDialog } from './help-dialog.tsx';

interface Props {
  readonly problems: readonly Problem[];
  readonly onGo: (mark: { readonly from: number; readonly to: number }) => void;
}

export function Problems({ problems, onGo }: Props) {
  const [explained, setExplained] = useState<string | undefined>(undefined);
  const errors = problems.filter((p) => p.severity === 'error').length;
  const warnings = problems.length - errors;
  const counts = [
    errors === 0 ? '' : `${errors} error${errors === 1 ? '' : 's'}`,
    warnings === 0 ? '' : `${warnings} warning${warnings === 1 ? '' : 's'}`,
  ].filter((text) => text !== '');
  return (
    <section class="problems" aria-label="Problems">
      <h2 aria-live="polite">{counts.length === 0 ? 'No problems' : counts.join(', ')}</h2>
      {problems.length > 0 && (
        <ul>
          {problems.map((problem, i) => (
            <OneProblem key={i} problem={problem} onGo={onGo} onExplain={setExplained} />
          ))}
        </ul>
      )}
      {explained !== undefined && <HelpDialog code={explained} onClose={() => setExplained(undefined)} />}
    </section>
  );
}

interface OneProps {
  readonly problem: Problem;
  readonly onGo: Props['onGo'];
  readonly onExplain: (code: string) => void;
}

function OneProblem({ problem, onGo, onExplain }: OneProps) {
  const { severity, code, message, marks, rendered } = problem;
  const [mark] = marks;
  // the first line says what the head above it says
  const frame = rendered.slice(rendered.indexOf('\n') + 1);
  return (
    <li class={severity}>
      <p>
        <button type="button" class="code" title={`What ${code} means`} onClick={() => onExplain(code)}>
          {code}
        </button>{' '}
        {message}
        {mark !== undefined && (
          <button type="button" class="quiet" onClick={() => onGo(mark)}>
            Go there
          </button>
        )}
      </p>
      {frame !== rendered && <pre tabIndex={0}>{frame}</pre>}
    </li>
  );
}
