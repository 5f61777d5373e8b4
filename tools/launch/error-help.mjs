// docs/errors as the page shows it: a page of Markdown for each code, as blocks like those of a report.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';

/**
 * @param {string} root the checkout
 * @returns {Record<string, { title: string, blocks: object[] }>} by code
 */
export function errorHelp(root) {
  const folder = join(root, 'docs/errors');
  const pages = readdirSync(folder).filter((name) => /^[EFW]\d+\.md$/.test(name));
  return Object.fromEntries(
    pages.sort().map((name) => {
      const [title, ...blocks] = blocksOf(readFileSync(join(folder, name), 'utf8'));
      return [name.slice(0, -'.md'.length), { title: title.text, blocks }];
    }),
  );
}

/** Only what those pages are made of: another kind of block is an error, so that none is lost in silence. */
function blocksOf(markdown) {
  const blocks = [];
  let list;
  for (const token of new MarkdownIt().parse(markdown, {})) {
    if (token.type === 'fence') blocks.push({ kind: 'listing', text: token.content.trimEnd() });
    else if (token.type === 'bullet_list_open') {
      list = { kind: 'list', items: [] };
      blocks.push(list);
    } else if (token.type === 'bullet_list_close') list = undefined;
    else if (token.type === 'heading_open') blocks.push({ kind: 'heading', text: '' });
    else if (token.type === 'paragraph_open' && list === undefined)
      blocks.push({ kind: 'paragraph', text: '' });
    else if (token.type === 'inline' && list !== undefined) list.items.push(inlineOf(token));
    else if (token.type === 'inline') {
      const block = blocks.at(-1);
      block.text = block.kind === 'heading' ? token.content.replaceAll('`', '') : inlineOf(token);
    } else if (!/^(?:heading|paragraph|list_item)_(?:open|close)$/.test(token.type))
      throw new Error(`docs/errors has a ${token.type}, which the page cannot show`);
  }
  return blocks;
}

/** Links of these pages lead to other pages of docs/: of them the words stay. */
function inlineOf({ children }) {
  return children.flatMap((token) => {
    if (token.type === 'code_inline') return [{ kind: 'code', text: token.content }];
    if (token.type === 'softbreak') return [' '];
    return token.content === '' ? [] : [token.content];
  });
}
