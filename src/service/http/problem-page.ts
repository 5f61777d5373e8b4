// A problem as a page, for whoever opens an address by hand. It loads nothing.

import { escapeHtml } from '../../report/html/escape.ts';
import type { Problem } from '../problem.ts';

export function problemPage({ message, help }: Problem): string {
  const paragraphs = [`Outlay: ${message}.`, help].filter((text) => text !== '');
  const body = paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Outlay</title>
</head>
<body>
${body}
</body>
</html>
`;
}
