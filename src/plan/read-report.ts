// What a plan wishes for its report: sections in order, with words of its own before their tables, and sections that are all
// its own.

import type { Reading } from '../catalog/reading.ts';
import { type Filled, fill, listOf, scalarOf, textOf } from '../yaml/form.ts';
import type { Node } from '../yaml/node.ts';
import { reportForm, reportSectionForm } from './forms/report.ts';
import { type LiveText, readLiveText } from './live-text.ts';
import { blockOf, wordAt, wordOf } from './reading.ts';
import type { ReportWishes, SectionWish } from './types.ts';

export function readReport(node: Node | undefined, reading: Reading): ReportWishes {
  const filled = node === undefined ? undefined : blockOf(node, reportForm, reading);
  if (filled === undefined) return { sections: undefined, introduction: undefined };
  const given = filled.fields.get('sections');
  const sections = listOf(given?.value).flatMap((element) => readSection(element, reading) ?? []);
  return {
    sections: given === undefined ? undefined : sections,
    introduction: liveOf(filled, 'introduction', reading),
  };
}

function readSection(node: Node, reading: Reading): SectionWish | undefined {
  if (node.kind !== 'map') {
    const section = wordAt(node, '`sections`', reading);
    return section && { section, title: undefined, text: undefined, span: node.span };
  }
  const { out } = reading;
  const filled = fill(node, reportSectionForm, out);
  if (filled === undefined) return undefined;
  const section = wordOf(filled, 'section', reading);
  const title = textOf(filled, 'title', out)?.replace(/\s+/g, ' ');
  const text = liveOf(filled, 'text', reading);
  if (section === undefined && (title === undefined || text === undefined)) {
    const help = 'name the `section` that it is, or give it a `title` and a `text` of its own';
    out.error('E105', 'this section says nothing', [{ span: node.span, label: '' }], help);
    return undefined;
  }
  return { section, title, text, span: node.span };
}

function liveOf(filled: Filled, key: string, reading: Reading): LiveText | undefined {
  const scalar = scalarOf(filled.fields.get(key)?.value, `\`${key}\``, reading.out);
  return scalar === undefined || scalar.empty
    ? undefined
    : readLiveText(scalar.text, reading.units, reading.out);
}

/** Every text of the plan that may have figures in it. */
export function liveTextsOf({ sections = [], introduction }: ReportWishes): readonly LiveText[] {
  return [introduction, ...sections.map((wish) => wish.text)].filter((text) => text !== undefined);
}
