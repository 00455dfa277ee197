/** Class of the element around a kept mark; `type.css` puts a word joiner before it, which is no part of the text. */
export const KEPT_CLASS = 'kept';

/** Marks that Chinese typesetting keeps off the beginning of a line, though browsers allow it (W3C clreq, 3.1.7). */
const MARKS = /([·—～]+|×+)/u;

/**
 * Splits a text into alternating parts: text, marks, text …; texts may be empty. Two × stand for hidden characters,
 * which may begin a line.
 */
export function splitAtKeptMarks(text: string): string[] {
  const parts = [''];
  for (const [index, part] of text.split(MARKS).entries()) {
    if (index % 2 === 1 && !part.startsWith('××')) parts.push(part, '');
    else parts[parts.length - 1] += part;
  }
  return parts;
}
