import { KEPT_CLASS, splitAtKeptMarks } from './kept-marks.ts';
import { phrasesOf } from './phrases.ts';

/** An opening mark; half of its width is empty where it is as wide as a hanzi. */
const OPENING = /^[“‘「『《〈（【〔［]/u;
/** Class of the element around an opening mark at the beginning of a text: it hangs, see `type.css`. */
export const OPENING_CLASS = 'opening';

/** Splits a text into the opening mark at its beginning (or an empty string) and the rest. */
export function splitAtOpening(text: string): [mark: string, rest: string] {
  const mark = OPENING.exec(text)?.[0] ?? '';
  return [mark, text.slice(mark.length)];
}

/** HTML of a text whose lines do not begin with `· — ～ ×`, and whose opening mark hangs. */
export function typeset(text: string): string {
  const [mark, rest] = splitAtOpening(text);
  return (mark && `<span class="${OPENING_CLASS}">${mark}</span>`) + withKeptMarks(rest);
}

function withKeptMarks(text: string): string {
  return splitAtKeptMarks(text)
    .map((part, index) => (index % 2 === 1 ? `<span class="${KEPT_CLASS}">${part}</span>` : escaped(part)))
    .join('');
}

const titles = new Map<string, string>();

/** HTML of a title, with `<wbr>` where a line may break. Cached, because each title is on many pages. */
export function typesetTitle(title: string): string {
  const known = titles.get(title);
  if (known !== undefined) return known;
  const [first = '', ...phrases] = phrasesOf(title);
  const html = [typeset(first), ...phrases.map(withKeptMarks)].join('<wbr>');
  titles.set(title, html);
  return html;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
