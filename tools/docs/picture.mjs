// A picture of the terminal for the README: runs a command and writes what it prints as SVG text, so that the picture is what
// the tool says and can be made again.
// Usage: node tools/docs/picture.mjs FILE.svg outlay arguments…
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [file, ...args] = process.argv.slice(2);
const root = fileURLToPath(new URL('../../', import.meta.url));
const { stdout, status, stderr } = spawnSync('./outlay', args, {
  cwd: root,
  encoding: 'utf8',
  env: { ...process.env, NO_COLOR: '1', COLUMNS: '116' },
});
if (status !== 0 && status !== 3) throw new Error(stderr);
const lines = [
  `$ outlay ${args.map((a) => (/[ ']/.test(a) ? `'${a}'` : a)).join(' ')}`,
  '',
  ...stdout.trimEnd().split('\n'),
];
const [advance, height, margin] = [8.4, 20, 24];
const width = Math.ceil(Math.max(...lines.map((l) => l.length)) * advance + 2 * margin);
const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const colour = (line, i) => (i === 0 ? '#8ec07c' : /^\[|^\*|^✗|^ {2}\S/.test(line) ? '#a8a39b' : '#ebdbb2');
const rows = lines.map((line, i) => {
  const y = margin + (i + 1) * height;
  return `<text x="${margin}" y="${y}" fill="${colour(line, i)}" xml:space="preserve">${escaped(line)}</text>`;
});
writeFileSync(
  file,
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${2 * margin + lines.length * height + 8}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14">
<title>${escaped(lines[0])}</title>
<rect width="100%" height="100%" rx="8" fill="#282828"/>
${rows.join('\n')}
</svg>
`,
);
