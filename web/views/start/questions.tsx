// A first plan from six questions, with the plan as it grows beside them. The answers stand in the address.

import { useId, useState } from 'preact/hooks';
import { useInquiry } from '../../app/answer.ts';
import { here, hrefOf } from '../../app/location.ts';
import { templateAt } from '../../app/plan-names.ts';
import { isWritable } from '../../app/workspace.ts';
import type { AskedQuestion, Starter } from '../../engine/inquiries/starter.ts';
import { followLink } from '../../ui/link.tsx';
import { NewPlanDialog } from '../../ui/new-plan-dialog.tsx';
import { chooseOwn } from '../../ui/own.ts';
import { Problem } from '../../ui/problem.tsx';
import { Ticked } from '../../ui/ticked.tsx';
import { isoDay } from '../prices/days.ts';
import { ProductField } from './product-field.tsx';

const prefix = 'q.';

function answersHere(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(here.value.own).flatMap(([key, value]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [],
    ),
  );
}

function answer(id: string, value: string): void {
  chooseOwn({ [prefix + id]: value });
}

export function Questions() {
  const answers = answersHere();
  const { data, problem } = useInquiry('starter', { answers, asOf: isoDay(new Date()) });
  const [naming, setNaming] = useState(false);
  const [tried, setTried] = useState(false);
  const submit = (): void => {
    setTried(true);
    if (data?.plan !== undefined) setNaming(true);
  };
  return (
    <>
      <p class="crumbs">
        <a href={hrefOf({ own: {} })} onClick={followLink}>
          Plans
        </a>{' '}
        / a first plan
      </p>
      <h1>Six questions</h1>
      <Problem problem={problem} />
      {data === undefined ? (
        <p class="muted">Reading the catalog…</p>
      ) : (
        <div class="starter">
          <form
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
          >
            <ol>
              {steps(data.questions).map((questions, i) => (
                <li key={questions[0]?.step}>
                  <span class="muted" aria-hidden="true">
                    {i + 1}
                  </span>
                  {questions.map((question) => (
                    <Field
                      key={question.id}
                      question={question}
                      given={answers[question.id]}
                      insists={tried}
                    />
                  ))}
                </li>
              ))}
            </ol>
            <div class="ways">
              <button type="submit" class="main" disabled={!isWritable.value}>
                Make the plan
              </button>
              {!isWritable.value && <span class="muted">This folder is served read-only.</span>}
              {tried && data.plan === undefined && (
                <span class="problem" role="alert">
                  {data.problem ?? 'Not yet: an answer is missing or not understood.'}
                </span>
              )}
            </div>
          </form>
          <Preview starter={data} />
        </div>
      )}
      {naming && data?.plan !== undefined && (
        <NewPlanDialog
          title="A first plan"
          suggested={answers.title ?? 'plan'}
          files={planFiles(data.plan.text)}
          view={(answers.later ?? '') === '' ? 'overview' : 'compare'}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  );
}

/** Its comment says what to type at a terminal, with the name of the file. */
function planFiles(text: string) {
  return (path: string) => templateAt({ id: 'outlay', files: [{ path: 'outlay.yaml', text }] }, path);
}

function steps(questions: readonly AskedQuestion[]): readonly (readonly AskedQuestion[])[] {
  const numbers = [...new Set(questions.map(({ step }) => step))].sort((a, b) => a - b);
  return numbers.map((step) => questions.filter((question) => question.step === step));
}

interface FieldProps {
  readonly question: AskedQuestion;
  /** undefined as long as nobody answered. */
  readonly given: string | undefined;
  /** What is missing is said too. */
  readonly insists: boolean;
}

function Field({ question, given, insists }: FieldProps) {
  const id = useId();
  const { words, help, optional, problem } = question;
  const shown = given !== undefined || insists ? problem : undefined;
  return (
    <div class="question">
      <label for={id}>
        {words}
        {optional && <span class="muted"> (optional)</span>}
      </label>
      <Control id={id} question={question} value={given ?? question.default} wrong={shown !== undefined} />
      <p id={`${id}-says`} class={shown === undefined ? 'muted' : 'problem'}>
        <Ticked text={shown ?? help} />
      </p>
    </div>
  );
}

interface ControlProps {
  readonly id: string;
  readonly question: AskedQuestion;
  readonly value: string;
  readonly wrong: boolean;
}

function Control({ id, question, value, wrong }: ControlProps) {
  const { kind, choices } = question;
  const tell = (text: string): void => answer(question.id, text);
  if (kind === 'product')
    return <ProductField id={id} value={value} wrong={wrong} says={`${id}-says`} onChange={tell} />;
  if (kind === 'choice')
    return (
      <select
        id={id}
        value={value}
        aria-describedby={`${id}-says`}
        onChange={({ currentTarget }) => tell(currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    );
  return (
    <>
      <input
        id={id}
        type="text"
        autocomplete="off"
        spellcheck={kind === 'text'}
        value={value}
        list={choices.length > 0 ? `${id}-choices` : undefined}
        aria-describedby={`${id}-says`}
        aria-invalid={wrong}
        onInput={({ currentTarget }) => tell(currentTarget.value)}
      />
      {choices.length > 0 && (
        <datalist id={`${id}-choices`}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
    </>
  );
}

function Preview({ starter: { plan } }: { readonly starter: Starter }) {
  return (
    <section class="preview" aria-label="The plan so far">
      {plan === undefined ? (
        <p class="muted">The plan stands here as soon as it is known what it runs on.</p>
      ) : (
        <>
          <p class="total" aria-live="polite">
            {plan.glance.kind === 'total' ? (
              <>
                <b>{plan.glance.total}</b>{' '}
                <span class="muted">{plan.glance.base === '' ? '' : `at ${plan.glance.base}`}</span>
              </>
            ) : (
              <span class="muted">what it comes to is not known yet</span>
            )}
          </p>
          <pre tabIndex={0}>{plan.text}</pre>
        </>
      )}
    </section>
  );
}
