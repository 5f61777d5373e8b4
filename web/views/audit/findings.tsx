// What does not follow, beside the document.

import type { Finding } from '../../../src/audit/types.ts';
import { percentText } from '../../../src/report/amounts.ts';
import { keysText } from '../../app/commands.ts';

interface Props {
  readonly findings: readonly Finding[];
  readonly silenced: readonly Finding[];
  readonly chosen: number;
  readonly onChoose: (finding: number) => void;
  readonly onStep: (by: number) => void;
}

export function Findings({ findings, silenced, chosen, onChoose, onStep }: Props) {
  if (findings.length + silenced.length === 0) return null;
  return (
    <section class="findings" aria-label="Findings">
      {findings.length > 0 && (
        <header>
          <h2>Findings</h2>
          <span class="steps">
            <button
              type="button"
              class="quiet"
              onClick={() => onStep(-1)}
              title={`Previous (${keysText('P')})`}
              aria-label="Previous finding"
            >
              ↑
            </button>
            <span class="muted">
              {chosen === 0 ? '–' : chosen} of {findings.length}
            </span>
            <button
              type="button"
              class="quiet"
              onClick={() => onStep(1)}
              title={`Next (${keysText('N')})`}
              aria-label="Next finding"
            >
              ↓
            </button>
          </span>
        </header>
      )}
      <ol>
        {findings.map((finding, i) => (
          <Card key={i} index={i + 1} finding={finding} chosen={chosen === i + 1} onChoose={onChoose} />
        ))}
      </ol>
      {silenced.length > 0 && (
        <details>
          <summary>{silenced.length} left alone, as the document says</summary>
          <ul>
            {silenced.map((finding, i) => (
              <li key={i}>
                Line {finding.place.line}: {finding.message} ({finding.silenced})
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface CardProps {
  readonly index: number;
  readonly finding: Finding;
  readonly chosen: boolean;
  readonly onChoose: (finding: number) => void;
}

function Card({ index, finding, chosen, onChoose }: CardProps) {
  const { severity, kind, confidence, place, stated, recomputed, message, working, related } = finding;
  const builds = related.filter((r) => r.builds);
  return (
    <li
      id={`finding-${index}`}
      class={`${severity}${chosen ? ' chosen' : ''}`}
      aria-current={chosen ? 'true' : undefined}
    >
      <button type="button" onClick={() => onChoose(index)}>
        <span class="place">
          <b>{index}</b> line {place.line}
        </span>
        <span class="kind">
          {severity} · {kind}
        </span>
      </button>
      <dl>
        <dt>stated</dt>
        <dd class="stated">{stated}</dd>
        <dt>recomputed</dt>
        <dd class="recomputed">{recomputed}</dd>
      </dl>
      <p>{message}.</p>
      {chosen && (
        <div class="muted working">
          {working !== '' && <p>{working}</p>}
          <p>{percentText(confidence)} sure that the document means this.</p>
          {builds.length > 0 && (
            <p>Carried into: {builds.map((r) => `${r.place.text} (line ${r.place.line})`).join(', ')}.</p>
          )}
        </div>
      )}
    </li>
  );
}
