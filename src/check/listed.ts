/** How many items a list has: `和` may join two items or stand inside one. */
export interface ItemCount {
  least: number;
  most: number;
}

/** What an enumeration follows: `围绕甲、乙、丙三大产业`. */
const LEAD =
  /.*(?:围绕|聚焦|构建|打造|形成|培育|做强|做大|推进|推动|发展|突出|壮大|布局|包括|涵盖|涉及|主攻|瞄准|锁定|抓住|抓好|实施|建设|依托|立足|明确|确立|分为|覆盖|拥有|在|以|对|按|将|把|为|有|是|从|向|于)/u;
const MANY = /等$|等[^、]{0,4}$|其中|以及其他/u;

/** A list before this one. */
const ANOTHER = /[\d二两三四五六七八九十]大\p{sc=Han}+[和及与、]/u;

/** Items that stand in the clause before an index, `undefined` where they cannot be told from its other words. */
export function itemsBefore(text: string, index: number): ItemCount | undefined {
  const clause = /[^，。；：！？（）“”]{0,80}$/u.exec(text.slice(Math.max(0, index - 80), index))?.[0] ?? '';
  if (!clause.includes('、') || MANY.test(clause) || ANOTHER.test(clause)) return undefined;
  const lead = LEAD.exec(clause.slice(0, clause.indexOf('、')));
  if (!lead) return undefined;
  const list = clause.slice(lead[0].length).replace(/(?:这|共|的)$/u, '');
  return list.length > 0 && !LEAD.test(list.slice(list.indexOf('、'))) ? countOf(list) : undefined;
}

/** Items behind `三大产业：` or `三大产业，即`. */
export function itemsAfter(text: string, index: number): ItemCount | undefined {
  const match =
    /^[“\p{sc=Han}”]{1,8}(?:：|，即|，分别是|，包括|——)(?<list>[^。；：，（）！？]{3,80})(?=。|；|$)/u.exec(
      text.slice(index, index + 120),
    );
  const list = match?.groups?.list ?? '';
  return list.includes('、') && !/等(?![待级离效于量])/u.test(list) ? countOf(list) : undefined;
}

/** How many quoted words stand in a row before an index: `“甲”“乙”“丙”`; two may be part of another list. */
export function quotedBefore(text: string, index: number): ItemCount | undefined {
  const row = /(?:“[^“”]{1,20}”、?){3,12}$/u.exec(text.slice(Math.max(0, index - 160), index))?.[0];
  const count = row?.match(/“/gu)?.length;
  return count === undefined ? undefined : { least: count, most: count };
}

/** Items behind `“三带”即`, where all of them end as the short form does. */
export function itemsOfShort(text: string, index: number, noun: string): ItemCount | undefined {
  const match =
    /^，?(?:即|是指|指的是|分别是|分别为|包括)(?<list>[^，。；：！？“”（）]{3,80})(?=[，。；]|$)/u.exec(
      text.slice(index, index + 120),
    );
  const items = match?.groups?.list?.split(/、|以及|及|和|与/u) ?? [];
  const isOfOneKind = items.every((item) => item.length > 1 && item.endsWith(noun.at(-1) ?? ''));
  return items.length > 1 && isOfOneKind ? { least: items.length, most: items.length } : undefined;
}

function countOf(list: string): ItemCount {
  const least = list.split('、').length;
  const joined = list.match(/以及|及|和|与|”“/gu)?.length ?? 0;
  return { least, most: least + joined };
}
