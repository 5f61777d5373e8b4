// The same document in other clothes: nothing that it says changes.

/** Paragraphs wrapped at another width; lists, tables, headings and code keep their lines. */
export function rewrapped(text: string, width = 60): string {
  let inCode = false;
  return text
    .split('\n')
    .map((line) => {
      if (/^\s*```/.test(line)) inCode = !inCode;
      if (inCode || line.length <= width || /^\s*(?:[#|>]|[-*+] |\d+\. |!)/.test(line)) return line;
      const lines: string[] = [];
      let current = '';
      for (const word of line.split(' ')) {
        if (current !== '' && current.length + word.length + 1 > width) {
          lines.push(current);
          current = word;
        } else current = current === '' ? word : `${current} ${word}`;
      }
      return [...lines, current].join('\n');
    })
    .join('\n');
}

/** Every line break lost. */
export function flattened(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

/** As a simple converter writes it. */
export function asHtml(text: string): string {
  const out: string[] = ['<!doctype html><html><body>'];
  const rich = (s: string): string =>
    s
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
      .replace(/`(.+?)`/g, '<code>$1</code>');
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const heading = /^(#{1,6}) (.*)$/.exec(line);
    const item = /^(\s*)(?:[-*+]|\d+\.) (.*)$/.exec(line);
    if (heading !== null) {
      const level = heading[1]?.length ?? 1;
      out.push(`<h${level}>${rich(heading[2] ?? '')}</h${level}>`);
    } else if (/^\s*\|.*\|\s*$/.test(line) && /^[\s|:-]+$/.test(lines[i + 1] ?? 'x')) {
      out.push('<table>');
      const cells = (row: string, tag: string): string =>
        `<tr>${row
          .trim()
          .slice(1, -1)
          .split('|')
          .map((c) => `<${tag}>${rich(c.trim())}</${tag}>`)
          .join('')}</tr>`;
      out.push(cells(line, 'th'));
      i += 2;
      while (/^\s*\|.*\|\s*$/.test(lines[i] ?? '')) {
        out.push(cells(lines[i] ?? '', 'td'));
        i += 1;
      }
      i -= 1;
      out.push('</table>');
    } else if (item !== null) {
      const deep = (item[1]?.length ?? 0) >= 2;
      out.push(
        `<ul>${deep ? '<li><ul>' : ''}<li>${rich(item[2] ?? '')}</li>${deep ? '</ul></li>' : ''}</ul>`,
      );
    } else if (line.trim() !== '') out.push(`<p>${rich(line)}</p>`);
  }
  out.push('</body></html>');
  return out.join('\n');
}

/** Points and commas of numbers change places. */
export function decimalCommas(text: string): string {
  return text.replace(/\d[\d.,]*\d/g, (n) =>
    /^\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^\d+(?:\.\d+)?$/.test(n)
      ? n.replace(/[.,]/g, (c) => (c === '.' ? ',' : '.'))
      : n,
  );
}

export function withoutSeparators(text: string): string {
  return text.replace(/\d{1,3}(?:,\d{3})+/g, (n) => n.replaceAll(',', ''));
}

const windows1252 =
  '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ' +
  Array.from({ length: 96 }, (_, i) => String.fromCharCode(0xa0 + i)).join('');

/** UTF-8 read as Windows-1252. */
export function mojibake(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : windows1252.charAt(byte - 0x80),
  ).join('');
}
