// What a plan claims about itself, in the plan or in files beside it.

import type { Reading } from '../catalog/reading.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Expression } from '../formula/ast.ts';
import { numberExpression } from '../formula/parse.ts';
import { type Filled, fill, listOf, textOf } from '../yaml/form.ts';
import type { Node } from '../yaml/node.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { disputeForm, expectationForm, includeForm } from './forms/claims.ts';
import { openBeside } from './open-file.ts';
import { formulaAt, formulaOf, wordAt, wordOf } from './reading.ts';
import type { Dispute, Expectation, PlanFiles, Tolerance, Word } from './types.ts';

/** A plan with more files than this is better cut in two. */
export const maximumFiles = 50;

/** The expectations in order, those of included files in the place of their `from`. */
export function readExpectations(
  node: Node | undefined,
  files: PlanFiles,
  reading: Reading,
): readonly Expectation[] {
  const asked = new Map<string, Span>();
  if (node?.kind === 'scalar' && !node.empty) {
    const word = wordAt(node, '`expect`', reading);
    return word === undefined ? [] : included(word, files, asked, reading);
  }
  return listOf(node).flatMap((element) => {
    if (!isInclude(element)) return readExpectation(element, reading);
    const filled = fill(element, includeForm, reading.out);
    const word = filled === undefined ? undefined : wordOf(filled, 'from', reading);
    return word === undefined ? [] : included(word, files, asked, reading);
  });
}

function isInclude(node: Node): boolean {
  return node.kind === 'map' && node.entries.some((entry) => entry.key === 'from');
}

function included(
  word: Word,
  files: PlanFiles,
  asked: Map<string, Span>,
  reading: Reading,
): readonly Expectation[] {
  const source = openFile(word, files, asked, reading);
  const node = source === undefined ? undefined : readYaml(source, reading.out);
  if (node === undefined || (node.kind === 'map' && node.entries.length === 0)) return [];
  if (node.kind !== 'list') {
    const help = 'each begins with `- that: …`';
    reading.out.error('E104', 'a file of expectations is a list', [{ span: node.span, label: '' }], help);
    return [];
  }
  return node.items.flatMap((element) => {
    if (!isInclude(element)) return readExpectation(element, reading);
    const message = 'an included file cannot include another';
    reading.out.error(
      'E104',
      message,
      [{ span: element.span, label: '' }],
      'name every file in the plan itself',
    );
    return [];
  });
}

function openFile(
  word: Word,
  files: PlanFiles,
  asked: Map<string, Span>,
  reading: Reading,
): ReturnType<PlanFiles['read']> {
  const { out } = reading;
  const first = asked.get(word.text);
  if (first !== undefined) {
    const marks = [
      { span: word.span, label: '' },
      { span: first, label: 'here already' },
    ];
    out.error('E106', `\`${word.text}\` is included twice`, marks, 'leave one of them out');
    return undefined;
  }
  if (asked.size >= maximumFiles) {
    out.error('E102', `a plan includes at most ${maximumFiles} files`, [
      { span: word.span, label: 'one too many' },
    ]);
    return undefined;
  }
  asked.set(word.text, word.span);
  return openBeside(word, files, reading);
}

function readExpectation(node: Node, reading: Reading): readonly Expectation[] {
  const filled = fill(node, expectationForm, reading.out);
  if (filled === undefined) return [];
  const that = formulaOf(filled, 'that', reading);
  if (that === undefined) return [];
  return [
    {
      id: wordOf(filled, 'id', reading)?.text,
      that,
      is: answerOf(filled, 'is', reading),
      within: toleranceOf(filled, reading),
      probability: formulaOf(filled, 'probability', reading),
      source: textOf(filled, 'source', reading.out),
      note: textOf(filled, 'note', reading.out),
      dispute: disputeOf(filled, reading),
      span: node.span,
    },
  ];
}

/** As a formula, except that one quoted word, such as a point of an axis, is text: `is: "hetzner"`. */
function answerOf(filled: Filled, key: string, reading: Reading): Expression | undefined {
  const node = filled.fields.get(key)?.value;
  if (node?.kind === 'scalar' && node.quoted && isTextAnswer(node.text.text)) {
    return { kind: 'text', value: node.text.text, span: node.span };
  }
  return formulaAt(node, `\`${key}\``, reading);
}

/** The look of a point's name that is no number (`"14.20"` stays one) and no answer of the language. */
function isTextAnswer(text: string): boolean {
  return (
    /^[A-Za-z_][A-Za-z0-9_.%-]*$/.test(text) && !['true', 'false', 'unknown', 'unlimited'].includes(text)
  );
}

function toleranceOf(filled: Filled, reading: Reading): Tolerance {
  const node = filled.fields.get('within')?.value;
  const text = node?.kind === 'scalar' ? node.text.text.trim() : undefined;
  if (text === 'rounding') return { kind: 'rounding' };
  // a bare zero has every unit
  if (node !== undefined && text === 'exact')
    return { kind: 'amount', value: numberExpression(0, node.span) };
  const value = formulaAt(node, '`within`', reading);
  return value === undefined ? { kind: 'rounding' } : { kind: 'amount', value };
}

function disputeOf(filled: Filled, reading: Reading): Dispute | undefined {
  const entry = filled.fields.get('disputed');
  const dispute = entry === undefined ? undefined : fill(entry.value, disputeForm, reading.out);
  if (entry === undefined || dispute === undefined) return undefined;
  const stated = answerOf(dispute, 'stated', reading);
  if (stated === undefined) return undefined;
  return { stated, because: wordOf(dispute, 'because', reading)?.text ?? '', span: entry.keySpan };
}
