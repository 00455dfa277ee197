import type { ItemCount } from './listed.ts';

const MANY = /等$|等[^、]{0,4}$|其中|以及其他|之类/u;
/** What a verb or a preposition inside an item betrays: two lists, not one. */
const WITHIN =
  /[在以对按将把为有是从向于给让]|围绕|聚焦|构建|打造|形成|培育|推进|推动|发展|突出|壮大|布局|实施|建设|依托|立足|引进|引来|建成|完成|新增/u;
/** Longest item of a row, and how much the lengths of its items may differ. */
const LONGEST = 6;
const UNEVEN = 3;
/** What is counted by itself, whatever stands before: 引进纺织、食品、机械五个项目. */
const OF_ITS_OWN = /^(?:项目|企业|工程|村|乡|镇|县|社区|车间|班|小时|月|年|亿|多|百|千|万|人|单位|点|季)/u;

/** Items in a row right before their number, each short: `设数控、焊接、电工、叉车四个工种`. */
export function itemsInRow(text: string, index: number, noun: string): ItemCount | undefined {
  const clause =
    /[^，。；：！？（）“”]{0,60}，?(?:这|共)?$/u.exec(text.slice(Math.max(0, index - 62), index))?.[0] ?? '';
  const isApart = /，(?:这|共)?$/u.test(clause);
  const items = clause.replace(/，?(?:这|共)?$/u, '').split('、');
  const [, ...rest] = items;
  if (rest.length < 2 || MANY.test(clause) || rest.some((item) => WITHIN.test(item))) return undefined;
  // Items with numbers of their own: 染坊七家、书店两家.
  if (items.some((item) => /[\d一二两三四五六七八九十]\p{sc=Han}?$/u.test(item))) return undefined;
  const lengths = rest.map((item) => item.replace(/[和及与].*$/u, '').length);
  const isLatin = rest.every((item) => /^[A-Z]$/u.test(item));
  const isEven = Math.max(...lengths) <= Math.min(...lengths) + UNEVEN;
  const ends = new Set(items.map((item) => item.at(-1)));
  const isKind = ends.size === 1 && noun.includes(items[0]?.at(-1) ?? '。');
  if (isApart || ends.size === 1) return isKind ? countOf(items, clause) : undefined;
  if (OF_ITS_OWN.test(noun)) return undefined;
  if (!isLatin && (!isEven || Math.min(...lengths) < 2 || Math.max(...lengths) > LONGEST)) return undefined;
  return countOf(items, clause);
}

/** Items behind `三个开发区……，分别是`. */
export function itemsNamed(text: string, index: number): ItemCount | undefined {
  const match =
    /^[^，。；：！？、和及与]{1,24}，分别(?:是|为)：?(?<list>[^。；！？]{3,160})(?=[。；]|$)/u.exec(
      text.slice(index, index + 200),
    );
  const list = match?.groups?.list?.replace(/（[^（）]*）/gu, '') ?? '';
  if (list.includes('，') || /等(?![待级离效于量])/u.test(list)) return undefined;
  const items = list.split('、');
  if (!/[、和及与]/u.test(list)) return undefined;
  // 甲、乙和丙: what joins the last two joins nothing else.
  const joins = items.map((item) => item.match(/以及|及|和|与/gu)?.length ?? 0);
  const isPlain = items.length > 1 && joins.at(-1) === 1 && joins.slice(0, -1).every((count) => count === 0);
  const all = items.length + 1;
  return isPlain ? { least: all, most: all } : countOf(items, list);
}

/** What begins a sentence that goes on behind a list, or an item that counts for itself. */
const GOES_ON = /^(?:同时|另|并|此外|其中|而|但|也|还|再|对|凡|如|若)/u;
const ORDINAL = /^(?:首先|第?[一1](?:是|要|，|、|个|方面|条|件)|其一|（一）|1[.．、])/u;
/** `建一个检测中心，办一所学校`: a verb and how many. */
const NUMBERED = /^\p{sc=Han}{1,2}[一二两三四五六七八九十]{1,2}[个所条项座支张套批家份场本间]/u;

/** Items behind a colon, as far as the sentence goes: parted by ；, or by 、, or clauses that begin alike. */
export function itemsBehindColon(text: string, index: number): ItemCount | undefined {
  const saying = /^“(?<list>[^。！？：“”]{4,120})[。！]?”/u.exec(text.slice(index, index + 130))?.groups
    ?.list;
  const list =
    saying ??
    /^(?<list>[^。！？：]{4,300})(?:[。！？]|$)/u.exec(text.slice(index, index + 301))?.groups?.list;
  if (list === undefined) return undefined;
  const numbered = list.split('；').filter((part) => /^（[一二三四五六七八九十]+）/u.test(part)).length;
  if (numbered > 1 && numbered === list.split('；').length) return { least: numbered, most: numbered };
  if (ORDINAL.test(list)) return undefined;
  const quoted = /^(?:“[^“”]{2,40}”[、，；]?){2,12}$/u.test(list) ? list.match(/“/gu)?.length : undefined;
  if (quoted !== undefined) return { least: quoted, most: quoted };
  if (/[“”（）]/u.test(list.replace(/“[^“”]*”|（[^（）]*）/gu, ''))) return undefined;
  const parts = list.split('；');
  if (parts.length > 1) {
    const isPlain = !parts.some((part) => GOES_ON.test(part)) && !parts[0]?.includes('、');
    return isPlain ? { least: parts.length, most: parts.length } : undefined;
  }
  const clauses = list.split('，');
  const lengths = clauses.map(({ length }) => length);
  const isEven = clauses.length > 2 && Math.max(...lengths) <= Math.min(...lengths) + 1;
  const isParallel =
    (isEven && Math.max(...lengths) <= LONGEST + 2) ||
    clauses.every((clause) => NUMBERED.test(clause)) ||
    new Set(clauses.map(([first]) => first)).size === 1;
  if (clauses.length > 1) return isParallel ? { least: clauses.length, most: clauses.length } : undefined;
  const items = list.split('、');
  if (items.length < 2 || items.some((item) => item.length > 2 * LONGEST) || MANY.test(list))
    return undefined;
  return countOf(items, list);
}

/** Items that begin as the short form says: `“四个一”……，即一个项目、一名领导、一张清单`. */
export function itemsOfHead(text: string, index: number, head: string): ItemCount | undefined {
  const list =
    /^[^，。；：！？、]{0,10}(?:[：。]|，(?:即|就是)|即)(?<list>[^。！？]{4,200})(?=[。！？]|$)/u.exec(
      text.slice(index, index + 220),
    )?.groups?.list;
  const mark = ['；', '、'].find((each) => list?.includes(each)) ?? '，';
  const items = list?.split(mark) ?? [];
  const isAlike = items.length > 1 && items.every((item) => item.length > 1 && item.startsWith(head));
  return isAlike ? { least: items.length, most: items.length } : undefined;
}

function countOf(items: readonly string[], list: string): ItemCount {
  return { least: items.length, most: items.length + (list.match(/以及|及|和|与/gu)?.length ?? 0) };
}
