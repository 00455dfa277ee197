import { Parser } from 'htmlparser2';
import { NOT_TEXT } from '../readers/html/not-text.ts';

/**
 * The text of a page by a second parser: all text nodes in their order, without programs, styles and
 * forms. It differs from a browser's reading where text stands in a table outside its cells, which a
 * browser moves before the table; the conservation check refuses such pages.
 */
export function rereadHtml(html: string): string {
  let text = '';
  let skipped = 0;
  const parser = new Parser({
    onopentagname(name) {
      if (NOT_TEXT.has(name)) skipped += 1;
    },
    ontext(words) {
      if (skipped === 0) text += words;
    },
    onclosetag(name) {
      if (NOT_TEXT.has(name)) skipped -= 1;
    },
  });
  parser.end(html);
  return text;
}
