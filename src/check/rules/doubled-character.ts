import {
  COUNTED,
  COUNTERS,
  FREE,
  NUMBER,
  OFFICES,
  OF_NAMES,
  OF_OFFICE,
  PARTICLES,
  PARTICLE_WORDS,
  PLACES,
  OBJECTS,
  STANDING_ALONE,
  TRADES,
  TWICE,
  VERBS,
} from './doubled-character/doubled-forms.ts';
import { excerpt, firstPerLine } from '../text/matches.ts';
import { FAMILY_NAMES } from '../words/family-names.ts';
import type { ArticleText, TextFinding, TextPosition, TextRule } from '../text-rule.ts';
import { clauseAround, isHanzi, wordsAround, wordsOf } from '../text/segment.ts';

export const rule: TextRule = {
  id: 'doubled-character',
  severity: 'warning',
  title: '叠字',
  why: '改稿时多留了一个字，如“系系统”“的的”。',
  examples: [
    {
      bad: '企业在管理系系统里填表。',
      line: 1,
      column: 6,
      problem: '“系”字重复：企业在管理系系统里填表。',
      fix: '删去一个：“业在管理系统里填表”',
      good: '企业在管理系统里填表。',
    },
    {
      bad: '第一段。\n\n园区的的服务更好。',
      line: 3,
      column: 3,
      problem: '“的”字重复：园区的的服务更好。',
      fix: '删去一个：“园区的服务更好”',
      good: '第一段。\n\n园区的服务更好。',
    },
    {
      bad: '县里加快项目目建设。',
      line: 1,
      column: 6,
      problem: '“目”字重复：县里加快项目目建设。',
      fix: '删去一个：“里加快项目建设。”',
      good: '县里加快项目建设。',
    },
    {
      bad: '企业业成长得更快',
      field: 'title',
      line: 1,
      column: 2,
      problem: '“业”字重复：企业业成长得更快',
      fix: '删去一个：“企业成长得更”',
      good: '企业成长得更快',
    },
    {
      bad: '全县经济济总量增长。',
      line: 1,
      column: 4,
      problem: '“济”字重复：全县经济济总量增长。',
      fix: '删去一个：“全县经济总量增长”',
      good: '全县经济总量增长。',
    },
  ],
  fine: [
    '二零二二年的总结，引进12家家具企业、3个个体户、2名名师。',
    '好消息天天有，一个个项目渐渐落地，人人出力，件件有回音。',
    '实实在在办事，的的确确见效，热热闹闹开工，方方面面都好。',
    '某县县委、某市市长、高新区区内、银行行长、协会会长都来了。',
    '为了了解情况，实现目的的办法是推进进度、生产产品、发展展览。',
    '张婷婷、李冰冰说，大家谢谢您，看看、想想、算算。',
    '华科科技公司、冀物物流园、北京京能集团、某钢钢铁厂。',
  ],
  find(article) {
    const doubles = article.passages.flatMap((passage) =>
      doublesIn(passage.text).map((index) => ({ passage, index })),
    );
    return firstPerLine(doubles.slice(0, MAX_DOUBLES).flatMap((spot) => flawOf(spot, article) ?? []));
  },
};

/** So many are looked into: a text with more is no article. */
const MAX_DOUBLES = 5000;

/** Where a hanzi stands twice, not three times, in a row. */
function doublesIn(text: string): number[] {
  const found: number[] = [];
  for (let index = 0; index + 1 < text.length; index++) {
    if (text[index] !== text[index + 1] || !isHanzi(text[index])) continue;
    const sign = text[index] ?? '';
    if (text[index + 2] === sign) {
      while (text[index + 1] === sign) index += 1;
      continue;
    }
    found.push(index);
  }
  return found;
}

function flawOf({ passage, index }: TextPosition, { words }: ArticleText): TextFinding | undefined {
  const { text } = passage;
  const near = text.slice(Math.max(0, index - 6), index + 8);
  if (words.doubles.some((right) => near.includes(right)) || !isSlip(text, index)) return undefined;
  return {
    passage,
    index,
    length: 2,
    problem: `“${text[index]}”字重复：${excerpt(text, index, 2)}`,
    fix: `删去一个：“${text.slice(Math.max(0, index - 4), index)}${text.slice(index + 1, index + 6)}”`,
  };
}

/** Who is counted with 名 and begins with it: 2名名师. */
const FAMED = /名[师医企人校家匠厨牌]/u;
/** What makes 区 a kind of place: 区区 alone is a word. */
const ZONE = /(?:开发|高新|经开|工业园|产业园|示范|保税|合作|试验|自贸)$/u;
/** Years and sayings in which a numeral stands twice; before what is counted none does. */
const NUMERALS = '〇一二三四五六七八九';
/** What `一` makes a word with: not so 一一介绍. */
const BEHIND_ONE = /[致定些起直样般切旦律向贯共方期季半百千万亿吨块]/u;
/** Said twice these are words of the dictionary, even behind a word that ends in one: 今天天来. */
const ALWAYS_WORDS = '天处大多好家时';

/** Whether the character at the index and the one behind it, which are the same, are one too many. */
function isSlip(text: string, index: number): boolean {
  const sign = text[index] ?? '';
  const [before = '', after = ''] = [text[index - 1], text[index + 2]];
  if (isPair(text, index - 2) || isPair(text, index + 2) || isName(before, sign, after)) return false;
  if (NUMERALS.includes(sign)) return isNumeralSlip(text, index);
  if (/[今去同明每当历本全]/u.test(before) && COUNTED.test(text.slice(index, index + 3))) return false;
  const right = isWord(sign + after) || isWord(text.slice(index + 1, index + 4));
  // Behind a number: 15亿元元, but 三项项目.
  if (NUMBER.test(before) && before !== '一')
    return (
      sign !== '元' && !right && !FAMED.test(sign + after) && !COUNTED.test(text.slice(index, index + 3))
    );
  if (sign === '等') return /[地\d]/u.test(after);
  if (PARTICLES.includes(sign)) return !PARTICLE_WORDS.test(text.slice(Math.max(0, index - 2), index + 4));
  if (sign === '区' && ZONE.test(text.slice(0, index))) return !OF_OFFICE.test(after);
  if (OFFICES.includes(sign) && isHanzi(before) && (OF_OFFICE.test(after) || !isHanzi(after))) return false;
  if (before !== '一' && isWord(before + sign) && ALWAYS_WORDS.includes(sign)) return true;
  const left = isWord(before + sign) || isWord(text.slice(index - 2, index + 1));
  if (before === '一' && (COUNTERS.includes(sign) || !right)) return false;
  const isTwice = isToken(text, index) && isSaidTwice(text, index);
  if (isTwice && !(left && COUNTERS.includes(sign)) && (!right || goesOn(text, index + 2))) return false;
  if (left && right) return wordsSaved(text, index) > (isJunction(text, index) ? 1 : 0);
  if (left) return !mayFollow(text, index);
  if (right) return !mayPrecede(text, index);
  return !isSaidTwice(text, index);
}

/** `三三年`, `第二二条`; not 三三制 or 一一介绍. */
function isNumeralSlip(text: string, index: number): boolean {
  const sign = text[index] ?? '';
  const [before = '', after = ''] = [text[index - 1], text[index + 2]];
  if (NUMERALS.includes(before) || /[十百千万零○◯Oo0]/u.test(before)) return false;
  if (/[第（]/u.test(before)) return true;
  if (sign === '一' && after === before) return true;
  if (sign !== '一') return /[十百千年月日位级季期届倍、]/u.test(after) || isCounted(after);
  if (before !== '每' && isWord(before + sign)) return false;
  return BEHIND_ONE.test(after) || isCounted(after);
}

/** What is counted one by one; not so 五五分成, 一一对应, 一一道来. */
function isCounted(after: string): boolean {
  return after !== '' && COUNTERS.includes(after) && !'分对列道回点排挂'.includes(after);
}

/** Whether a character may stand by itself behind a word that ends in it: 没想到到九十年代, 北京京能. */
function mayFollow(text: string, index: number): boolean {
  const sign = text[index] ?? '';
  const before = text.slice(Math.max(0, index - 2), index);
  if (VERBS.includes(sign) && isHanzi(text[index + 2]) && !/[了过的]/u.test(text[index + 2] ?? ''))
    return true;
  if (PLACES.test(text.slice(Math.max(0, index - 2), index + 1).slice(-2))) return true;
  // 就要好好做: the character before belongs to the word before it.
  const isFree = before.length < 2 || STANDING_ALONE.includes(before.at(-1) ?? '') || isWord(before);
  return isFree && isSaidTwice(text, index);
}

/** Whether a character may stand by itself before a word that begins with it: 李强强调, 某钢钢铁厂. */
function mayPrecede(text: string, index: number): boolean {
  const sign = text[index] ?? '';
  const before = text[index - 1] ?? '';
  if (isHanzi(before)) {
    if (FAMILY_NAMES.includes(before) && !isWord((text[index - 2] ?? '') + before)) return true;
    if (
      FREE.includes(sign) ||
      (TRADES.test(text.slice(index + 1)) && !isWord((text[index - 2] ?? '') + before))
    )
      return true;
  }
  return isSaidTwice(text, index) && goesOn(text, index + 2);
}

/** Whether something begins at an index that what is said twice may be said of: 说说|明天, 点点|头. */
function goesOn(text: string, index: number): boolean {
  const next = text.slice(index, index + 3);
  return isWord(next.slice(0, 2)) || (next.length === 3 && isWord(next)) || OBJECTS.includes(next[0] ?? '。');
}

/** Whether a character may be said twice here: 看看, 渐渐, 一件件; not 看看着 or 这件件. */
function isSaidTwice(text: string, index: number): boolean {
  const sign = text[index] ?? '';
  const [before = '', after = ''] = [text[index - 1], text[index + 2]];
  if (after === '着') return false;
  if (COUNTERS.includes(sign)) return before === '一' || !/[这那每几两第哪]/u.test(before);
  return TWICE.includes(sign);
}

/** Whether both characters are one word of the clause: 三地|牢牢|抓住. */
function isToken(text: string, index: number): boolean {
  return wordsAround(text, index).some((word) => word.index === index && word.text.length === 2);
}

/** Whether two words of the clause meet between both characters: 发展|展区. */
function isJunction(text: string, index: number): boolean {
  const words = wordsAround(text, index);
  const at = words.findIndex((word) => word.index === index + 1);
  return at > 0 && [words[at - 1], words[at]].every((word) => (word?.text.length ?? 0) > 1);
}

function isWord(text: string): boolean {
  return text.length > 1 && wordsOf(text).length === 1;
}

/** How many words fewer the clause has without one of the two: `成果果丰硕`; where two words meet, none. */
function wordsSaved(text: string, index: number): number {
  const { text: clause, from } = clauseAround(text, index);
  const at = index - from;
  return wordsOf(clause).length - wordsOf(clause.slice(0, at) + clause.slice(at + 1)).length;
}

/** Two of the same hanzi at an index: half of 实实在在. */
function isPair(text: string, index: number): boolean {
  return isHanzi(text[index]) && text[index] === text[index + 1];
}

/** `李冰冰说`: a given name of two characters that are the same. */
function isName(before: string, sign: string, after: string): boolean {
  if (before === '' || !FAMILY_NAMES.includes(before) || !OF_NAMES.includes(sign)) return false;
  return (
    after === '' || !isHanzi(after) || !isWord(sign + after) || /[说表介坦告在是等和与常先今]/u.test(after)
  );
}
