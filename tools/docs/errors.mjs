// docs/errors/README.md from src/diagnostics/codes.ts. `--check` compares and writes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codes } from '../../src/diagnostics/codes.ts';

const page = join(import.meta.dirname, '../../docs/errors/README.md');

const chapters = [
  ['E1', 'The text of a plan'],
  ['E2', 'Formulas'],
  ['E3', 'Units'],
  ['E4', 'Names and structure'],
  ['E5', 'Catalog and prices'],
  ['E6', 'Computing'],
  ['E7', 'Command line and editing'],
  ['F8', 'Findings'],
  ['W9', 'Warnings'],
];

const text = `# Errors, findings and warnings

Whatever Outlay has to say has a code. A code keeps its meaning for ever, so you can search for it and write it into a
script.

- **E**: an error. The plan or the command cannot be understood, and there is no answer. The exit code is 2, or 1 where
  the system is at fault (a disk that is full).
- **F**: a finding. The plan is fine, and what it finds is not: an expectation that does not hold, a limit, a budget.
  The exit code is 3 for those that \`--fail-on\` names.
- **W**: a warning. There is an answer, and something about it deserves a look.

A message has the code, one sentence, the line with the places it is about, and mostly a way out:

\`\`\`text
${firstMessage('E301')}\`\`\`

\`^^^\` marks the place to look at first, \`---\` what else has to do with it. Several independent errors are reported in one
run. With \`--format json\` they are written as data.

${chapters.map(chapter).join('\n\n')}

<!-- Written by tools/docs/errors.mjs. -->
`;

/** As the page of the code shows it, where a test holds it true. */
function firstMessage(code) {
  const text = readFileSync(join(page, `../${code}.md`), 'utf8');
  return /^```text\n([\s\S]*?)^```$/m.exec(text)[1];
}

function chapter([beginning, title]) {
  const rows = Object.entries(codes)
    .filter(([code]) => code.startsWith(beginning))
    .map(([code, meaning]) => `| [${code}](${code}.md) | ${meaning} |`);
  return `## ${title}\n\n| code | meaning |\n| --- | --- |\n${rows.join('\n')}`;
}

const listed = chapters.flatMap(([b]) => Object.keys(codes).filter((code) => code.startsWith(b)));
const missing = Object.keys(codes).filter((code) => !listed.includes(code));
if (missing.length > 0) throw new Error(`no chapter for ${missing.join(', ')}`);

if (!process.argv.includes('--check')) {
  writeFileSync(page, text);
} else if (readFileSync(page, 'utf8') !== text) {
  process.stderr.write('docs/errors/README.md is not what tools/docs/errors.mjs writes; run it\n');
  process.exitCode = 1;
}
