import { HANZI_DIGITS } from '#core/text/hanzi-digits.ts';
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
    return firstPerLine(
      doubles.slice(0, MAX_DOUBLES).flatMap((position) => findingAt(position, article) ?? []),
    );
  },
};

/** Limit against hostile input; articles have far fewer. */
const MAX_DOUBLES = 5000;

/** The indices at which a hanzi occurs exactly twice in a row. */
function doublesIn(text: string): number[] {
  const found: number[] = [];
  for (let index = 0; index + 1 < text.length; index++) {
    if (text[index] !== text[index + 1] || !isHanzi(text[index])) continue;
    const char = text.charAt(index);
    if (text[index + 2] === char) {
      while (text[index + 1] === char) index += 1;
      continue;
    }
    found.push(index);
  }
  return found;
}

function findingAt({ passage, index }: TextPosition, { words }: ArticleText): TextFinding | undefined {
  const { text } = passage;
  const context = text.slice(Math.max(0, index - 6), index + 8);
  if (words.doubles.some((right) => context.includes(right)) || !isTypo(text, index)) return undefined;
  return {
    passage,
    index,
    length: 2,
    problem: `“${text[index]}”字重复：${excerpt(text, index, 2)}`,
    fix: `删去一个：“${text.slice(Math.max(0, index - 4), index)}${text.slice(index + 1, index + 6)}”`,
  };
}

/** People counted with 名 whose word begins with 名: 2名名师. */
const FAMED = /名[师医企人校家匠厨牌]/u;
/** Words before 区 that make it a kind of place; 区区 alone is a word. */
const ZONE = /(?:开发|高新|经开|工业园|产业园|示范|保税|合作|试验|自贸)$/u;
/** Characters that form a word with `一` before them; in 一一介绍 they do not. */
const AFTER_ONE = /[致定些起直样般切旦律向贯共方期季半百千万亿吨块]/u;
/** Their doubled forms are words of the dictionary, even after a word that ends in the character: 今天天来. */
const ALWAYS_WORDS = '天处大多好家时';
/** Words that often follow such a word: 今天天气好. */
const COMMON = /天[气空]|大[棚桥型]|处[理置]|多[元种样]|时[间期]/u;

/** Whether one of the two equal characters at an index is a typing error. */
function isTypo(text: string, index: number): boolean {
  const char = text.charAt(index);
  const [before, after] = [text.charAt(index - 1), text.charAt(index + 2)];
  if (isPair(text, index - 2) || isPair(text, index + 2) || isName(before, char, after)) return false;
  // 只要好好干, though 要好 is a word.
  if (before === '要' && char === '好') return false;
  // Numerals are doubled in years and set phrases, but not before a measure word.
  if (HANZI_DIGITS.includes(char)) return isNumeralTypo(text, index);
  if (/[今去同明每当历本全]/u.test(before) && COUNTED.test(text.slice(index, index + 3))) return false;
  const right = isWord(char + after) || isWord(text.slice(index + 1, index + 4));
  // After a number: 三项项设备, not 三项项目. 元元 is for `number-mark`.
  if (NUMBER.test(before) && before !== '一')
    return (
      char !== '元' && !right && !FAMED.test(char + after) && !COUNTED.test(text.slice(index, index + 3))
    );
  if (char === '等') return /[地\d]/u.test(after);
  if (PARTICLES.includes(char)) return !PARTICLE_WORDS.test(text.slice(Math.max(0, index - 2), index + 4));
  // 区区小事, but not 园区区几家.
  if (char === '区' && /[小几数之\d]/u.test(after) && !isWord(before + char)) return false;
  if (char === '区' && ZONE.test(text.slice(0, index))) return !OF_OFFICE.test(after);
  if (OFFICES.includes(char) && isHanzi(before) && (OF_OFFICE.test(after) || !isHanzi(after))) return false;
  if (before !== '一' && isWord(before + char) && ALWAYS_WORDS.includes(char) && !COMMON.test(char + after))
    return true;
  const left = isWord(before + char) || isWord(text.slice(index - 2, index + 1));
  if (before === '一' && (COUNTERS.includes(char) || !right)) return false;
  const isTwice = isToken(text, index) && isReduplication(text, index);
  if (isTwice && !(left && COUNTERS.includes(char)) && (!right || continues(text, index + 2))) return false;
  if (left && right) return wordsSaved(text, index) > (isJunction(text, index) ? 1 : 0);
  if (left) return !mayFollow(text, index);
  if (right) return !mayPrecede(text, index);
  return !isReduplication(text, index);
}

/** Whether a doubled numeral is a typing error: `三三年`, `第二二条`; not 三三制 or 一一介绍. */
function isNumeralTypo(text: string, index: number): boolean {
  const char = text.charAt(index);
  const [before, after] = [text.charAt(index - 1), text.charAt(index + 2)];
  if (HANZI_DIGITS.includes(before) || /[十百千万零○◯Oo0]/u.test(before)) return false;
  if (/[第（]/u.test(before)) return true;
  if (char === '一' && after === before) return true;
  if (char !== '一') return /[十百千年月日位级季期届倍、]/u.test(after) || isCounted(after);
  if (before !== '每' && isWord(before + char)) return false;
  return AFTER_ONE.test(after) || isCounted(after);
}

/** Whether a measure word follows; not in 五五分成, 一一对应, 一一道来. */
function isCounted(after: string): boolean {
  return after !== '' && COUNTERS.includes(after) && !'分对列道回点排挂'.includes(after);
}

/** Whether the second character can be a word after a word that ends in it: 没想到到九十年代, 北京京能. */
function mayFollow(text: string, index: number): boolean {
  const char = text.charAt(index);
  const before = text.slice(Math.max(0, index - 2), index);
  if (VERBS.includes(char) && isHanzi(text[index + 2]) && !/[了过的]/u.test(text.charAt(index + 2)))
    return true;
  if (PLACES.test(text.slice(Math.max(0, index - 2), index + 1).slice(-2))) return true;
  // 就要好好做: the character before belongs to the previous word.
  const isFree = before.length < 2 || STANDING_ALONE.includes(before.at(-1) ?? '') || isWord(before);
  return isFree && isReduplication(text, index);
}

/** Whether the first character can be a word before a word that begins with it: 李强强调, 某钢钢铁厂. */
function mayPrecede(text: string, index: number): boolean {
  const char = text.charAt(index);
  const before = text.charAt(index - 1);
  if (isHanzi(before)) {
    if (FAMILY_NAMES.includes(before) && !isWord(text.charAt(index - 2) + before)) return true;
    if (
      FREE.includes(char) ||
      (TRADES.test(text.slice(index + 1)) && !isWord(text.charAt(index - 2) + before))
    )
      return true;
  }
  return isReduplication(text, index) && continues(text, index + 2);
}

/** Whether a word that can follow a reduplication begins at an index: 说说|明天, 点点|头. */
function continues(text: string, index: number): boolean {
  const next = text.slice(index, index + 3);
  return isWord(next.slice(0, 2)) || (next.length === 3 && isWord(next)) || OBJECTS.includes(next[0] ?? '。');
}

/** Whether a character may be doubled on purpose here: 看看, 渐渐, 一件件; not 看看着 or 这件件. */
function isReduplication(text: string, index: number): boolean {
  const char = text.charAt(index);
  const [before, after] = [text.charAt(index - 1), text.charAt(index + 2)];
  if (after === '着') return false;
  if (COUNTERS.includes(char)) return before === '一' || !/[这那每几两第哪]/u.test(before);
  return TWICE.includes(char);
}

/** Whether the two characters are one word of the clause: 三地|牢牢|抓住. */
function isToken(text: string, index: number): boolean {
  return wordsAround(text, index).some((word) => word.index === index && word.text.length === 2);
}

/** Whether two words of the clause meet between the two characters: 发展|展区. */
function isJunction(text: string, index: number): boolean {
  const words = wordsAround(text, index);
  const at = words.findIndex((word) => word.index === index + 1);
  return at > 0 && [words[at - 1], words[at]].every((word) => (word?.text.length ?? 0) > 1);
}

function isWord(text: string): boolean {
  return text.length > 1 && wordsOf(text).length === 1;
}

/** How many words fewer the clause has without one of the two characters. */
function wordsSaved(text: string, index: number): number {
  const { text: clause, from } = clauseAround(text, index);
  const at = index - from;
  return wordsOf(clause).length - wordsOf(clause.slice(0, at) + clause.slice(at + 1)).length;
}

/** Whether the same hanzi occurs twice at an index, as in 实实在在. */
function isPair(text: string, index: number): boolean {
  return isHanzi(text[index]) && text[index] === text[index + 1];
}

/** Whether the two characters are a given name: `李冰冰说`. */
function isName(before: string, char: string, after: string): boolean {
  if (before === '' || !FAMILY_NAMES.includes(before) || !OF_NAMES.includes(char)) return false;
  return !isHanzi(after) || !isWord(char + after) || /[说表介坦告在是等和与常先今]/u.test(after);
}
