// A report in a person's own words: Markdown with live figures, and with `{{ section bill }}` where a section of ours goes.

import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import { type FormulaText, spanIn } from '../formula/formula-text.ts';
import { parseFormula } from '../formula/parse.ts';
import type { Model } from '../graph/build.ts';
import { type LiveText, splitLiveText } from '../plan/live-text.ts';
import type { Word } from '../plan/types.ts';
import { type Block, plainText, type ReportDocument, type ReportSection } from './blocks.ts';
import type { Written } from './markdown-text.ts';
import { slugOf } from './slug.ts';

export interface Template {
  /** Where a section goes, its id stands between two marks that no text has. */
  readonly text: LiveText;
}

export interface TemplateRules {
  /** The id of a section by its name; what is unknown is reported. */
  readonly sectionId: (name: Word) => string | undefined;
}

const placeholder = /^\s*section\s+(\S.*?)\s*$/s;

/** Every figure is asked, so that what is wrong with one is known before anything is written. */
export function readTemplate(source: Source, model: Model, rules: TemplateRules, out: Diagnostics): Template {
  const all: FormulaText = { text: source.text, source, start: 0 };
  const text = splitLiveText(all, out).flatMap((part): LiveText => {
    if (typeof part === 'string') return [part.replace(/[\ue002\ue003]/g, '')];
    const name = placeholder.exec(part.text)?.[1];
    if (name !== undefined) return placeOf(part, name, rules, out);
    const formula = parseFormula(part, model.graph.plan.units, out);
    return formula !== undefined && model.ask(formula, out) !== undefined ? [formula] : [];
  });
  return { text };
}

function placeOf(part: FormulaText, name: string, { sectionId }: TemplateRules, out: Diagnostics): LiveText {
  const from = part.text.indexOf(name, part.text.indexOf('section') + 'section'.length);
  const span = spanIn(part, from, from + name.length);
  const { text } = part.source;
  const [before, after] = [text.slice(0, part.start - 2), text.slice(part.start + part.text.length + 2)];
  if (!/(^|\n)[ \t]*$/.test(before) || !/^[ \t]*(\r?\n|$)/.test(after)) {
    out.error(
      'E104',
      'a section needs a line of its own',
      [{ span, label: '' }],
      'put it between empty lines',
    );
    return [];
  }
  const id = sectionId({ text: name, span });
  return id === undefined ? [] : [`\n\n\ue002${id}\ue003\n\n`];
}

interface Ours {
  readonly title: (id: string) => string;
  readonly blocks: (id: string) => readonly Block[];
}

/** A first heading is the title of the report; others make sections. One of ours is a section, or goes into the one it is in. */
export function fromTemplate(
  written: readonly Written[],
  ours: Ours,
): Pick<ReportDocument, 'sections'> & Partial<Pick<ReportDocument, 'title'>> {
  let title: string | undefined;
  const sections: { id: string; title: string; blocks: Block[] }[] = [];
  const open = (id: string, name: string): Block[] => {
    const blocks: Block[] = [];
    const others = sections.filter((s) => s.id === id || s.id.startsWith(`${id}-`)).length;
    sections.push({ id: others === 0 ? id : `${id}-${others + 1}`, title: name, blocks });
    return blocks;
  };
  let current: Block[] | undefined;
  /** The section that is open is one that the template gave a heading. */
  let headed = false;
  for (const block of written) {
    const id = block.kind === 'paragraph' ? /^\ue002(.+)\ue003$/.exec(plainText(block.text))?.[1] : undefined;
    if (block.kind === 'heading' && block.level === 1 && title === undefined && sections.length === 0) {
      title = block.text;
    } else if (block.kind === 'heading' && (block.level <= 2 || !headed)) {
      current = open(slugOf(block.text), block.text);
      headed = true;
    } else if (id !== undefined) {
      const blocks = ours.blocks(id);
      if (headed && current !== undefined) current.push(...blocks);
      else if (blocks.length > 0) {
        open(id, ours.title(id)).push(...blocks);
        current = undefined;
      }
    } else {
      current ??= open('text', '');
      current.push(block.kind === 'heading' ? { kind: 'heading', text: block.text } : block);
    }
  }
  const filled: readonly ReportSection[] = sections.filter((s) => s.blocks.length > 0);
  return title === undefined ? { sections: filled } : { title, sections: filled };
}
