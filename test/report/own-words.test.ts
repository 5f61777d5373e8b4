// Words that a person adds to a report: sections of the plan's own, texts before tables, templates; with live figures in them.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import type { Model } from '../../src/graph/build.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import type { Word } from '../../src/plan/types.ts';
import { type Block, plainText } from '../../src/report/blocks.ts';
import { checkSections, idOf, reportMarkdown } from '../../src/report/document.ts';
import { ownBlocks } from '../../src/report/markdown-text.ts';
import { readTemplate, type Template } from '../../src/report/template.ts';
import { modelOf } from '../support/model.ts';
import { fixtureModel, reportOf } from '../support/reports.ts';

const plan = (report: string): Model =>
  modelOf(`
plan: A shop
currency: EUR
inputs: { users: 1_234_567 users, share: 10% to 20% }
items: { a: { label: Server, price: 3.5 EUR/month }, b: { price: 0.001 EUR/user/month, quantity: users } }
axes: { tier: { small: { users: 100 users }, large: { label: Large one } } }
${report}
`);

/** The words of the introduction. */
function said(text: string): string {
  const model = plan(`report: { introduction: '${text}', sections: [introduction] }`);
  const [section] = reportOf(model).sections;
  return (section?.blocks ?? []).map((b) => ('text' in b ? plainText(b.text) : '')).join('\n');
}

describe('a live figure', () => {
  test.each([
    ['{{ total }}', '3.60 EUR/month'],
    ['{{ total at tier=large }}', '1,238.07 EUR/month'],
    ['{{ users at tier=large }}', '1,234,567 users'],
    ['{{ share }}', '10–20%'],
    ['{{ users > 50 users }}', 'yes'],
    ['{{ cheapest(tier) }}', 'small'],
    ['{{ unknown }}', 'unknown'],
    ['{{ b.cost / users }}', '0.001 EUR/user/month'],
    ['**{{ total }}**', '3.60 EUR/month'],
    ['`{{ total }}`', '3.60 EUR/month'],
  ])('%s says %s', (text, figure) => {
    expect(said(text)).toBe(figure);
  });

  test('follows --at', () => {
    const model = plan('report: { introduction: "{{ total }}", sections: [introduction] }');
    const wishes = { pinned: new Map([[model.graph.axes.findIndex((a) => a.name === 'tier'), 1]]) };
    expect(JSON.stringify(reportOf(model, wishes).sections)).toContain('1,238.07 EUR/month');
  });

  test('is never markup, whatever it says', () => {
    const model = modelOf(`
plan: p
currency: EUR
items: { a: { price: 1 EUR/month } }
axes: { tier: { x: { label: "*a* | <b> [c](http://d)" } } }
report: { introduction: "| a |\\n| --- |\\n| {{ cheapest(tier) }} |", sections: [introduction] }
`);
    const text = reportMarkdown(model, new Grid(model.graph));
    expect(text).toContain('| \\*a\\* \\| &lt;b&gt; \\[c\\](http://d) |');
  });
});

describe('the sections of a plan', () => {
  const ids = (model: Model, sections?: readonly string[]): readonly string[] =>
    reportOf(model, { sections }).sections.map((s) => `${s.id}: ${s.title}`);

  test('are ours and its own, in its order and under its titles', () => {
    const model = plan(`report:
  sections: [{ section: bill, title: What we pay }, { title: Why not more?, text: Because. }, Method]`);
    expect(ids(model)).toEqual(['bill: What we pay', 'why-not-more: Why not more?', 'method: Method']);
    expect(ids(model, ['why not more', 'summary', 'what-we-pay'])).toEqual([
      'why-not-more: Why not more?',
      'summary: Summary',
      'bill: What we pay',
    ]);
  });

  test('keep their words before their tables', () => {
    const model = plan('report: { sections: [{ section: bill, text: "Server: {{ a.cost }}." }] }');
    const [first, second] = reportOf(model).sections[0]?.blocks ?? [];
    expect(first).toEqual({ kind: 'paragraph', text: ['Server: 3.50 EUR/month.'] });
    expect(second).toBeDefined();
  });

  test('an introduction is not lost because sections were chosen', () => {
    expect(ids(plan('report: { introduction: Hello., sections: [bill] }'))).toEqual([
      'introduction: Introduction',
      'bill: Bill',
    ]);
  });
});

describe('Markdown of a person', () => {
  const blocks = (text: string): readonly Block[] => ownBlocks([text], () => '');

  test('becomes the blocks of a report', () => {
    const text = `# One\n\na *b* **c** \`d\` [e](https://f.example)\n\n- g\n- h\n  - i\n\n3. j\n4. k\n\n> l\n> m\n\n    n\n\n| o | p |\n| - | -: |\n| q | 1 |\n`;
    expect(blocks(text)).toEqual([
      { kind: 'heading', text: 'One' },
      {
        kind: 'paragraph',
        text: [
          'a ',
          { kind: 'em', text: 'b' },
          ' ',
          { kind: 'strong', text: 'c' },
          ' ',
          { kind: 'code', text: 'd' },
          ' ',
          { kind: 'link', text: 'e', url: 'https://f.example' },
        ],
      },
      { kind: 'list', items: [['g'], ['h'], ['i']] },
      { kind: 'list', items: [['j'], ['k']], ordered: true },
      { kind: 'quote', text: ['l', ' ', 'm'] },
      { kind: 'listing', text: 'n' },
      {
        kind: 'table',
        table: {
          columns: [
            { head: 'o', align: 'left' },
            { head: 'p', align: 'right' },
          ],
          rows: [{ kind: 'plain', cells: [{ text: ['q'] }, { text: ['1'] }] }],
          notes: [],
        },
      },
    ]);
  });

  test('HTML and pictures stay words', () => {
    const words = blocks('<script>x</script> ![alt](https://e.vil/p.png) <b>y</b>\n\n<div>\nz\n</div>');
    expect(words.map((b) => ('text' in b ? plainText(b.text) : b.kind))).toEqual([
      '<script>x</script> alt <b>y</b>',
      '<div> z </div>',
    ]);
  });

  test('is read whatever it is, and written so that it can be read again', () => {
    const part = fc.constantFrom(
      ...[
        '# ',
        '- ',
        '1. ',
        '> ',
        '| ',
        '\n',
        '\n\n',
        '    ',
        '```',
        '`',
        '*',
        '**',
        '_',
        '[',
        '](',
        ')',
        '!',
      ],
      ...['<b>', '&amp;', 'word', '\\', '---', ':-', '\t', '\u0000', '\ue0001\ue001', '{{'],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const model = modelOf('plan: p\ncurrency: EUR\n');
        const text = JSON.stringify(parts.join('').replaceAll('{{', '\\{{'));
        const own = modelOf(`plan: p\ncurrency: EUR\nreport: { sections: [{ title: t, text: ${text} }] }\n`);
        expect(model.graph.plan.title).toBe(own.graph.plan.title);
        const written = reportMarkdown(own, new Grid(own.graph));
        expect(written.replace(/(`+)[\s\S]*?\1/g, '')).not.toMatch(/<[a-z!/?]/i);
      }),
    );
  });
});

describe('a template', () => {
  const model = fixtureModel('horizon');

  function read(text: string): { readonly template: Template; readonly messages: readonly string[] } {
    const out = new Diagnostics();
    const sectionId = (name: Word): string | undefined => {
      checkSections([name], model.graph.plan, out);
      return idOf(name.text);
    };
    const template = readTemplate({ file: 'board.md', text }, model, { sectionId }, out);
    return {
      template,
      messages: out.all.map(({ message, marks: [mark] }) => {
        const { source, start = 0, end = 0 } = mark?.span ?? {};
        return `${message}: ${source?.file} ${source?.text.slice(start, end)}`;
      }),
    };
  }

  test('has the title, the sections and the figures of the person, and ours where they are named', () => {
    const { template, messages } = read(
      '# Title {{ users }}\n\nBefore.\n\n## First\n\na {{ total at place=own }}\n\n{{ section limits }}\n\n## Second\n\n### Below\n\nb\n',
    );
    expect(messages).toEqual([]);
    const { title, sections } = reportOf(model, { template });
    expect(title).toBe('Title 40 users');
    expect(sections.map((s) => `${s.id}|${s.title}`)).toEqual(['text|', 'first|First', 'second|Second']);
    expect(sections[1]?.blocks.map((b) => b.kind)).toContain('table');
    expect(sections[2]?.blocks.map((b) => b.kind)).toEqual(['heading', 'paragraph']);
    const markdown = reportMarkdown(model, new Grid(model.graph), { template });
    expect(markdown.startsWith('# Title 40 users\n\n')).toBe(true);
    expect(markdown).toContain('\nBefore.\n\n## First\n\na ');
  });

  test('a section of ours before any heading brings its own, and twice is two', () => {
    const { template } = read(
      '{{ section Total cost of ownership }}\n\nword\n\n{{ section limits }}\n\n{{section limits}}\n',
    );
    expect(reportOf(model, { template }).sections.map((s) => `${s.id}|${s.title}`)).toEqual([
      'tco|Total cost of ownership',
      'text|',
      'limits|Limits',
      'limits-2|Limits',
    ]);
  });

  test.each([
    ['{{ section bil }}', 'a report has no section `bil`: board.md bil'],
    ['a {{ section bill }}', 'a section needs a line of its own: board.md bill'],
    ['- {{ section bill }}', 'a section needs a line of its own: board.md bill'],
    ['x\n\n{{ totl }}', 'nothing here is called `totl`: board.md totl'],
    ['{{ total', 'this figure has no end: board.md {{'],
  ])('%j is refused: %s', (text, message) => {
    expect(read(text).messages).toEqual([message]);
  });
});
