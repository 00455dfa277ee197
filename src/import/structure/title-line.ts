import { tidy } from '#core/byline/byline-text.ts';
import { beginsWithTime } from '../patterns/dated-name.ts';
import { readEndLine } from '../patterns/end-line.ts';
import { findDate } from '../patterns/find-date.ts';
import { isFormLine } from '../patterns/form-lines.ts';
import { looksLikeByline } from '../patterns/like-byline.ts';
import { hasItemNumber } from '../patterns/numbering.ts';
import { withoutOrnaments } from '../patterns/ornaments.ts';
import { isTableLine } from '../patterns/table-lines.ts';

/** Maximum length of a title, in characters: longer lines are text. */
export const MAX_TITLE_LENGTH = 60;
/** Numbered headings; these are never titles. */
export const NUMBERED =
  /^(?:第[一二三四五六七八九十百]+[章节部分编]|[（(]?[一二三四五六七八九十]{1,3}[）)、．.]|[（(]?\d{1,2}(?:[）)、]|[．.](?!\d)))/u;
/** Number of an item in front of its title. */
export const ITEM_NUMBER =
  /^(?:\d{1,3}[、．.](?!\d)|[（(]\d{1,3}[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}、)\s*/u;
/** A question or an answer of an interview. */
const SPEAKER =
  /^(?:本[报刊]记者|记者|问(?:题[一二三四五六七八九十\d]{0,2})?|答|主持人|受访[人者]|[A-Z])[：:]/u;
const SENTENCE_END = /[。；;，,、：:…]$/u;
/** Whether a line is a field of a page with a date: `报送：某局　2023-03-01`. */
export function isLabelledDate(text: string): boolean {
  const line = tidy(text);
  return (
    line.length <= MAX_TITLE_LENGTH && /^\p{Script=Han}{2,6} ?：/u.test(line) && findDate(line) !== undefined
  );
}

/** Whether a line could be a title: short, without final punctuation, not numbered, and not a credit, signature, byline or contact line. */
export function looksLikeTitle(printed: string): boolean {
  if (/^[-•·*]\s/u.test(printed)) return false;
  const text = withoutOrnaments(printed);
  if (text.length < 2 || [...text].length > MAX_TITLE_LENGTH) return false;
  if (beginsWithTime(tidy(text)) || /^(?:此致|敬礼|致礼)[！!。]?$/u.test(text)) return false;
  if (isLabelledDate(text)) return false;
  if (SPEAKER.test(text) || SENTENCE_END.test(text) || /。(?!”)/u.test(text)) return false;
  if (NUMBERED.test(text) || hasItemNumber(text) || isFormLine(text) || isTableLine(text)) return false;
  if (/(?:邮箱|热线|电话|传真|邮编|地址|网址|Q{2}|微信)[：:]/u.test(text) || /@|https?:/u.test(text))
    return false;
  return /[\p{Script=Han}A-Za-z]/u.test(text) && !looksLikeByline(text) && readEndLine(text) === undefined;
}
