import { phrasesOf } from './phrases.ts';

/**
 * Marks that Chinese typesetting keeps off the beginning of a line, though browsers allow it (W3C clreq, 3.1.7). Two ×
 * stand for hidden characters, which may begin a line.
 */
const KEPT = /([·—～]+|(?<!×)×(?!×))/u;
/** Class of the element around them; `type.css` puts a word joiner before it, which is no part of the text. */
export const KEPT_CLASS = 'kept';

/** Parts of a text by turns: text, marks, text …; texts may be empty. */
export function splitAtKeptMarks(text: string): string[] {
  return text.split(KEPT);
}

/** HTML of a text whose lines do not begin with `· — ～ ×`. */
export function typeset(text: string): string {
  return splitAtKeptMarks(text)
    .map((part, index) => (index % 2 === 1 ? `<span class="${KEPT_CLASS}">${part}</span>` : escaped(part)))
    .join('');
}

const titles = new Map<string, string>();

/** HTML of a title, with `<wbr>` where a line may break. Each title stands on many pages: the result is kept. */
export function typesetTitle(title: string): string {
  const known = titles.get(title);
  if (known !== undefined) return known;
  const html = phrasesOf(title).map(typeset).join('<wbr>');
  titles.set(title, html);
  return html;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
