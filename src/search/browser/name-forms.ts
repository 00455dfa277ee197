import { HANZI_DIGITS } from '#core/text/hanzi-digits.ts';
import { fold } from '../shared/fold.ts';

/** Kinds of parks, each with the spellings that are in use. */
const KINDS_OF_PARK = [
  ['经开区', '经济技术开发区', '经济开发区'],
  ['高新区', '高新技术产业开发区', '高新技术开发区'],
  ['综保区', '综合保税区'],
  ['自贸区', '自由贸易试验区', '自贸试验区'],
];
/** Spellings that print does not have, but readers type. */
const TYPED_KINDS = [
  ...KINDS_OF_PARK,
  ['经济技术产业开发区', '经济技术开发区', '经济开发区', '经开区'],
  ['高新技术产业园', '高新区', '高新技术产业园区', '高新园区', '高新园'],
];

/** What is typed around a name. */
const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
/** The rank of a park, which names do not have. */
const RANK = /国家级?|省级/u;
/** The kind of a place before a park: 唐山市高新区. */
const PLACE = /(?<=^\p{Script=Han}{2,5})[市县](?=\p{Script=Han}{2,}[区园港城]$)/u;

const MONTH = /^((?:19|20)\d\d)(?:年|[-./]|(?=[01]\d$))0?([1-9]|1[0-2])(?=月|$)/u;
const HANZI_YEAR = new RegExp(`^[${HANZI_DIGITS}]{4}(?=年)`, 'u');
/** Months and numbers of issues in hanzi: 十月号, 第十二期. */
const HANZI_NUMBER = /(?<![一二三四五六七八九])(十?)([一二三四五六七八九]?)(?=月|期)/gu;

/** The forms of a typed text under which names are looked up, folded: as typed, and as names are written. */
export function nameForms(text: string): string[] {
  const typed = fold(text).replace(AROUND, '');
  if (typed === '') return [];
  const forms = new Set([typed, issueForm(typed)]);
  for (const change of [RANK, PLACE]) for (const form of [...forms]) forms.add(form.replace(change, ''));
  for (const form of [...forms]) for (const variant of variantsOf(form, TYPED_KINDS)) forms.add(variant);
  return [...forms];
}

/** The text with a kind of park in it written in its other spellings. */
export function kindVariants(text: string): string[] {
  return variantsOf(text, KINDS_OF_PARK);
}

function variantsOf(text: string, kinds: string[][]): string[] {
  return kinds.flatMap((spellings) => {
    const matched = [...spellings].sort((a, b) => b.length - a.length).find((each) => text.includes(each));
    return matched
      ? spellings.filter((each) => each !== matched).map((each) => text.replace(matched, each))
      : [];
  });
}

/** A month or an issue as names have it: 2022年9月 for 2022-09, 202209 and 二〇二二年九月. */
function issueForm(typed: string): string {
  const inFigures = typed
    .replace(HANZI_YEAR, (year) => [...year].map((digit) => HANZI_DIGITS.indexOf(digit)).join(''))
    .replace(HANZI_NUMBER, (number: string, ten: string, one: string) =>
      number === '' ? '' : String((ten === '' ? 0 : 10) + Math.max(0, HANZI_DIGITS.indexOf(one || '〇'))),
    );
  const month = inFigures.replace(MONTH, '$1年$2');
  return /^\d{4}年\d{1,2}$/u.test(month) ? `${month}月` : month;
}
