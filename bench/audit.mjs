// How fast a document is audited, in MB per second of processor time, and whether the time grows with the square of anything:
// each text is run at half and at full size. Usage: node bench/audit.mjs [MB]

import { audit } from '../src/audit/audit.ts';

const megabytes = Number(process.argv[2] ?? 20);

function repeated(make, size) {
  const parts = [];
  for (let length = 0, i = 0; length < size; i++) {
    const part = make(i);
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

const texts = {
  'table, rows that are right': (size) =>
    `| Service | Quantity | Price | Cost |\n|---|---|---|---|\n${repeated((i) => {
      const cents = 25 + ((i * 7919) % 9999);
      const quantity = 1 + (i % 40);
      return `| Service ${i} | ${quantity} | $${(cents / 100).toFixed(2)} | $${((cents * quantity) / 100).toFixed(2)} |\n`;
    }, size)}`,
  'list with equations': (size) =>
    repeated(
      (i) => `- Item ${i}: ${1 + (i % 9)} × $${(i % 90) + 10} = $${(1 + (i % 9)) * ((i % 90) + 10)}/month\n`,
      size,
    ),
  prose: (size) =>
    repeated(
      (i) => `The team of ${i % 50} spends about $${i % 1000} a month on hosting, which is fine.\n\n`,
      size,
    ),
  'HTML table': (size) =>
    `<!doctype html><table>${repeated((i) => `<tr><td>Service ${i}</td><td>$${i % 977}.50</td><td>$${(i % 977) * 12 + 6}.00</td></tr>\n`, size)}</table>`,
  'digits only': (size) => '1234567890'.repeat(size / 10),
  'one line of figures': (size) => repeated((i) => `$${i} + `, size),
  'equals signs': (size) => '1 = '.repeat(size / 4),
  'open brackets': (size) => '('.repeat(size),
  'brackets and figures': (size) => '(1+'.repeat(size / 3),
  'nested quotes': (size) => `${'>'.repeat(size / 2)} $5\n`.repeat(2),
  'nested tags': (size) => '<div>'.repeat(size / 5),
  'nested tables': (size) => '<table><tr><td>'.repeat(size / 15),
  pipes: (size) => '|'.repeat(size),
  'lines of pipes': (size) => '| 1 | 2 |\n'.repeat(size / 10),
  'emphasis marks': (size) => '*_`'.repeat(size / 3),
  'broken encoding': (size) => 'â‚¬5 â€“ Ã¼ '.repeat(size / 11),
  'code fences': (size) => '```\n$5\n'.repeat(size / 7),
  blanks: (size) => ' '.repeat(size),
  'letters without a blank': (size) => 'a'.repeat(size),
  'list items in one line': (size) => ' - Server: $5'.repeat(size / 13),
  'rules of tables in one line': (size) => '| a | b | |---|---| | 1 | 2 | '.repeat(size / 30),
};

console.log('text                              MB      s    MB/s  growth');
for (const [name, make] of Object.entries(texts)) {
  const seconds = [0.5, 1].map((share) => {
    const text = make(megabytes * 1e6 * share);
    const before = process.cpuUsage();
    audit({ file: name, text });
    const used = process.cpuUsage(before);
    return (used.user + used.system) / 1e6;
  });
  const [half = 0, whole = 0] = seconds;
  const speed = (megabytes / whole).toFixed(1).padStart(7);
  console.log(
    `${name.padEnd(30)} ${String(megabytes).padStart(5)} ${whole.toFixed(1).padStart(6)} ${speed} ${(whole / half).toFixed(1).padStart(6)}×`,
  );
}
