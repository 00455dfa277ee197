import {
  countItems,
  countListed,
  exactly,
  INCOMPLETE,
  type ItemCount,
  MAX_ITEM_LENGTH,
} from './item-count.ts';

/** The words that introduce a list: `围绕甲、乙、丙三大产业`. */
const LEAD =
  /.*(?:围绕|聚焦|构建|打造|形成|培育|做强|做大|推进|推动|发展|突出|壮大|布局|包括|涵盖|涉及|主攻|瞄准|锁定|抓住|抓好|实施|建设|依托|立足|明确|确立|分为|覆盖|拥有|在|以|对|按|将|把|为|有|是|从|向|于)/u;
/** A clause whose list is not complete. */
const INCOMPLETE_CLAUSE = /等$|等[^、]{0,4}$|其中|以及其他/u;
/** An earlier list in the same clause. */
const EARLIER_LIST = /[\d二两三四五六七八九十]大\p{sc=Han}+[和及与、]/u;
/** A verb or a preposition inside an item shows that there are two lists. */
const VERB_INSIDE =
  /[在以对按将把为有是从向于给让]|围绕|聚焦|构建|打造|形成|培育|推进|推动|发展|突出|壮大|布局|实施|建设|依托|立足|引进|引来|建成|完成|新增/u;
/** How much the lengths of the items in a row may differ, in characters. */
const MAX_LENGTH_DIFFERENCE = 3;
/** Nouns whose number does not refer to the items before it: 引进纺织、食品、机械五个项目. */
const COUNTED_SEPARATELY =
  /^(?:项目|企业|工程|村|乡|镇|县|社区|车间|班|小时|月|年|亿|多|百|千|万|人|单位|点|季)/u;

/** Counts the items in the clause before an index; undefined where the list has no clear beginning. */
export function itemsBefore(text: string, index: number): ItemCount | undefined {
  const clause = /[^，。；：！？（）“”]{0,80}$/u.exec(text.slice(Math.max(0, index - 80), index))?.[0] ?? '';
  if (!clause.includes('、') || INCOMPLETE_CLAUSE.test(clause) || EARLIER_LIST.test(clause)) return undefined;
  const lead = LEAD.exec(clause.slice(0, clause.indexOf('、')));
  if (!lead) return undefined;
  const list = clause.slice(lead[0].length);
  return LEAD.test(list) ? undefined : countListed(list);
}

/** Counts the quoted words in a row before an index: `“甲”“乙”“丙”`. Two may be part of another list. */
export function quotedBefore(text: string, index: number): ItemCount | undefined {
  const row = /(?:“[^“”]{1,20}”、?){3,12}$/u.exec(text.slice(Math.max(0, index - 160), index))?.[0];
  const count = row?.match(/“/gu)?.length;
  return count === undefined ? undefined : exactly(count);
}

/** Counts short items in a row right before their number: `设数控、焊接、电工、叉车四个工种`. */
export function itemsInRow(text: string, index: number, noun: string): ItemCount | undefined {
  const clause =
    /[^，。；：！？（）“”]{0,60}，?(?:这|共)?$/u.exec(text.slice(Math.max(0, index - 62), index))?.[0] ?? '';
  const isSeparateClause = /，(?:这|共)?$/u.test(clause);
  const items = clause.replace(/，?(?:这|共)?$/u, '').split('、');
  const [, ...rest] = items;
  if (rest.length < 2 || INCOMPLETE.test(clause) || rest.some((item) => VERB_INSIDE.test(item)))
    return undefined;
  // Items with numbers of their own: 染坊七家、书店两家.
  if (items.some((item) => /[\d一二两三四五六七八九十]\p{sc=Han}?$/u.test(item))) return undefined;
  const lengths = rest.map((item) => item.replace(/[和及与].*$/u, '').length);
  const isLatin = rest.every((item) => /^[A-Z]$/u.test(item));
  const isEven = Math.max(...lengths) <= Math.min(...lengths) + MAX_LENGTH_DIFFERENCE;
  const ends = new Set(items.map((item) => item.at(-1)));
  const isKind = ends.size === 1 && noun.includes(items[0]?.at(-1) ?? '。');
  if (isSeparateClause || ends.size === 1) return isKind ? countItems(items, clause) : undefined;
  if (COUNTED_SEPARATELY.test(noun)) return undefined;
  if (!isLatin && (!isEven || Math.min(...lengths) < 2 || Math.max(...lengths) > MAX_ITEM_LENGTH))
    return undefined;
  return countItems(items, clause);
}
