import { Parser } from 'htmlparser2';
import { NOT_TEXT } from '../readers/html/not-text.ts';

/**
 * Reads the text of a page with a second parser: all text nodes in order, without scripts, styles and
 * forms. Browsers move text that is in a table but outside its cells before the table; this parser does
 * not, so such pages fail the comparison and are rejected.
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
