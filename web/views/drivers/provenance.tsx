// Where a driver comes from: what the plan says, by whom, when and how sure. What is changed here is written into the plan's text
// at once.

import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { confidences } from '../../../src/catalog/types.ts';
import { isWebAddress } from '../../../src/report/web-address.ts';
import { edit, type Refusal, writeValue } from '../../app/edits.ts';
import { goToSource } from '../../app/source-place.ts';
import type { Driver } from '../../engine/answers/drivers.ts';
import { EditField } from '../../ui/edit-field.tsx';
import { Problem } from '../../ui/problem.tsx';

export function Provenance({ driver }: { readonly driver: Driver }) {
  const [isOpen, setOpen] = useState(false);
  const { name, source, date, confidence, elsewhere, overTime } = driver;
  return (
    <details class="provenance" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <code>{name}</code>
        {confidence === 'assumed' && <span class="tag assumed">assumed</span>}
        {source !== undefined && <span>{source}</span>}
        {date !== undefined && source?.includes(date) !== true && <span>{date}</span>}
        {elsewhere.length > 0 && (
          <span>
            {elsewhere.length} other value{elsewhere.length === 1 ? '' : 's'}
          </span>
        )}
        {overTime.length > 0 && <span>changes over time</span>}
      </summary>
      {isOpen && <Written driver={driver} />}
    </details>
  );
}

function Written({ driver }: { readonly driver: Driver }) {
  const { name, source, url, date, confidence, note, elsewhere, overTime, line, written } = driver;
  return (
    <dl>
      <Row label="in the plan">
        {(id) => (
          <>
            <EditField shown={written} labelledBy={id} put={(text) => writeValue(name, text)} />
            <button type="button" class="quiet" onClick={() => goToSource(line)}>
              line {line}
            </button>
          </>
        )}
      </Row>
      <Row label="source">
        {(id) => (
          <>
            <EditField
              shown={source ?? ''}
              labelledBy={id}
              placeholder="who or what says so"
              put={writer(name, 'source')}
            />
            {url !== undefined && isWebAddress(url) && (
              <a href={url} rel="noreferrer noopener" target="_blank">
                open
              </a>
            )}
          </>
        )}
      </Row>
      <Row label="date">
        {(id) => (
          <EditField shown={date ?? ''} labelledBy={id} placeholder="2026-03-27" put={writer(name, 'date')} />
        )}
      </Row>
      <Row label="confidence">{(id) => <Confidence name={name} now={confidence} labelledBy={id} />}</Row>
      <Row label="note">
        {(id) => <EditField shown={note ?? ''} labelledBy={id} put={writer(name, 'note')} />}
      </Row>
      {overTime.length > 0 && <Row label="over time">{() => overTime.join('; ')}</Row>}
      {elsewhere.length > 0 && (
        <Row label="elsewhere">
          {() => (
            <div>
              <ul>
                {elsewhere.map(({ where, value, holds }, i) => (
                  <li key={i} class={holds ? 'holds' : undefined}>
                    {where}: <code>{value}</code>
                    {holds && ' (the case looked at)'}
                  </li>
                ))}
              </ul>
              <p class="muted">
                What is tried out is laid over them; what months and levers change comes on top.
              </p>
            </div>
          )}
        </Row>
      )}
    </dl>
  );
}

interface RowProps {
  readonly label: string;
  readonly children: (labelledBy: string) => ComponentChildren;
}

function Row({ label, children }: RowProps) {
  const id = useId();
  return (
    <>
      <dt id={id}>{label}</dt>
      <dd>{children(id)}</dd>
    </>
  );
}

interface ConfidenceProps {
  readonly name: string;
  readonly now: string | undefined;
  readonly labelledBy: string;
}

function Confidence({ name, now, labelledBy }: ConfidenceProps) {
  const [refusal, setRefusal] = useState<Refusal | undefined>(undefined);
  return (
    <>
      <select
        aria-labelledby={labelledBy}
        value={now}
        onChange={async ({ currentTarget: { value } }) => setRefusal(await writer(name, 'confidence')(value))}
      >
        {confidences.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
      <Problem problem={refusal} />
    </>
  );
}

/** An empty text takes the key away. */
function writer(name: string, key: 'source' | 'date' | 'confidence' | 'note') {
  return (text: string): Promise<Refusal | undefined> => {
    const path = ['inputs', name, key];
    return edit(
      [text === '' ? { kind: 'remove', path } : { kind: 'set', path, to: text }],
      `${key} of ${name}`,
    );
  };
}
