import {
  countItems,
  countListed,
  exactly,
  INCOMPLETE,
  type ItemCount,
  MAX_ITEM_LENGTH,
} from './item-count.ts';
import { namedGroups } from '../../text/named-groups.ts';

/** Counts the items after `三大产业：` or `三大产业，即`. */
export function itemsAfter(text: string, index: number): ItemCount | undefined {
  const match =
    /^[“\p{sc=Han}”]{1,8}(?:：|，即|，分别是|，包括|——)(?<list>[^。；：，（）！？]{3,80})(?=。|；|$)/u.exec(
      text.slice(index, index + 120),
    );
  if (!match) return undefined;
  const { list } = namedGroups<'list'>(match);
  return list.includes('、') && !/等(?![待级离效于量])/u.test(list) ? countListed(list) : undefined;
}

/** Counts the items after `“三带”即` where each ends in the noun of the short form. */
export function itemsOfShort(text: string, index: number, noun: string): ItemCount | undefined {
  const match =
    /^，?(?:即|是指|指的是|分别是|分别为|包括)(?<list>[^，。；：！？“”（）]{3,80})(?=[，。；]|$)/u.exec(
      text.slice(index, index + 120),
    );
  if (!match) return undefined;
  const items = namedGroups<'list'>(match).list.split(/、|以及|及|和|与/u);
  const isOfOneKind = items.every((item) => item.length > 1 && item.endsWith(noun.at(-1) ?? ''));
  return items.length > 1 && isOfOneKind ? exactly(items.length) : undefined;
}

/** Counts the items after `三个开发区……，分别是`. */
export function itemsNamed(text: string, index: number): ItemCount | undefined {
  const match =
    /^[^，。；：！？、和及与]{1,24}，分别(?:是|为)：?(?<list>[^。；！？]{3,160})(?=[。；]|$)/u.exec(
      text.slice(index, index + 200),
    );
  if (!match) return undefined;
  const list = namedGroups<'list'>(match).list.replace(/（[^（）]*）/gu, '');
  if (list.includes('，') || /等(?![待级离效于量])/u.test(list)) return undefined;
  const items = list.split('、');
  if (!/[、和及与]/u.test(list)) return undefined;
  // 甲、乙和丙: only the last two items are joined.
  const joins = items.map((item) => item.match(/以及|及|和|与/gu)?.length ?? 0);
  const isPlain = joins.at(-1) === 1 && joins.slice(0, -1).every((count) => count === 0);
  return isPlain ? exactly(items.length + 1) : countItems(items, list);
}

/** Words with which the sentence continues after a list. */
const CONTINUATION = /^(?:同时|另|并|此外|其中|而|但|也|还|再|对|凡|如|若)/u;
/** An item that starts an enumeration with ordinals, which `enumerated` counts. */
const FIRST_ORDINAL = /^(?:首先|第?[一1](?:是|要|，|、|个|方面|条|件)|其一|（一）|1[.．、])/u;
/** `建一个检测中心，办一所学校`: a verb and how many. */
const NUMBERED = /^\p{sc=Han}{1,2}[一二两三四五六七八九十]{1,2}[个所条项座支张套批家份场本间]/u;

/**
 * Counts the items after a colon, up to the end of the sentence: separated by ；, by 、, or clauses that
 * begin alike.
 */
export function itemsAfterColon(text: string, index: number): ItemCount | undefined {
  const saying = /^“(?<list>[^。！？：“”]{4,120})[。！]?”/u.exec(text.slice(index, index + 130))?.groups
    ?.list;
  const list =
    saying ??
    /^(?<list>[^。！？：]{4,300})(?:[。！？]|$)/u.exec(text.slice(index, index + 301))?.groups?.list;
  if (list === undefined) return undefined;
  const numbered = list.split('；').filter((part) => /^（[一二三四五六七八九十]+）/u.test(part)).length;
  if (numbered > 1 && numbered === list.split('；').length) return exactly(numbered);
  if (FIRST_ORDINAL.test(list)) return undefined;
  const quoted = /^(?:“[^“”]{2,40}”[、，；]?){2,12}$/u.test(list) ? list.match(/“/gu)?.length : undefined;
  if (quoted !== undefined) return exactly(quoted);
  if (/[“”（）]/u.test(list.replace(/“[^“”]*”|（[^（）]*）/gu, ''))) return undefined;
  const parts = list.split('；');
  if (parts.length > 1) {
    const isPlain = !parts.some((part) => CONTINUATION.test(part)) && !parts[0]?.includes('、');
    return isPlain ? exactly(parts.length) : undefined;
  }
  const clauses = list.split('，');
  const lengths = clauses.map(({ length }) => length);
  const isEven = clauses.length > 2 && Math.max(...lengths) <= Math.min(...lengths) + 1;
  const isParallel =
    (isEven && Math.max(...lengths) <= MAX_ITEM_LENGTH + 2) ||
    clauses.every((clause) => NUMBERED.test(clause)) ||
    new Set(clauses.map(([first]) => first)).size === 1;
  if (clauses.length > 1) return isParallel ? exactly(clauses.length) : undefined;
  const items = list.split('、');
  if (items.length < 2 || items.some((item) => item.length > 2 * MAX_ITEM_LENGTH) || INCOMPLETE.test(list))
    return undefined;
  return countItems(items, list);
}

/** Counts items that begin with the word of the short form: `“四个一”……，即一个项目、一名领导、一张清单`. */
export function itemsStartingWith(text: string, index: number, beginning: string): ItemCount | undefined {
  const list =
    /^[^，。；：！？、]{0,10}(?:[：。]|，(?:即|就是)|即)(?<list>[^。！？]{4,200})(?=[。！？]|$)/u.exec(
      text.slice(index, index + 220),
    )?.groups?.list;
  const mark = ['；', '、'].find((each) => list?.includes(each)) ?? '，';
  const items = list?.split(mark) ?? [];
  const isAlike = items.length > 1 && items.every((item) => item.length > 1 && item.startsWith(beginning));
  return isAlike ? exactly(items.length) : undefined;
}
