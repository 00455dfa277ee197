import { areAlike } from '../../text/similar-characters.ts';
import { REAL_PLACES } from '../../words/real-places.ts';
import type { Passage } from '../../text-rule.ts';
import { isHanzi, isInsideWord } from '../../text/segment.ts';

/** A name or phrase of the lists that is written with one other character. */
export interface NearKnown {
  passage: Passage;
  index: number;
  found: string;
  known: string;
}

/** Shorter names are near to too many ordinary words. */
const SHORTEST = 3;
const COUNTY_OR_CITY = '县市';
/** What makes another word of `县` or `市` before it: `县域`, `县级市`, `市场`. */
const LONGER = '域城区场民级面值直属辖容';
/** What makes a word of a `市` behind it: `大城市`, `门市`. */
const MARKETS = '城都上门超股夜集闹楼';
/** Names of counties that are ordinary words too: `会同市发改委`. */
const ORDINARY = new Set(
  '会同 比如 公安 和平 平安 大方 中方 同心 方正 平和 兴业 民权 民乐 开化 文成 平原 平定 安定 永定 兴国 兴安 利川 富民 富源 新建 新和 新丰 合作 广德 正定 大通 大同 大化 昌都 集贤 泰来'.split(
    ' ',
  ),
);
/** A county that became a city is called by its former name. */
const FORMER = /[原旧时老古]$/u;
const RENAMED = /撤县|设市|改市|县改|更名|改名|民国|年代/u;

type Finder = (passages: readonly Passage[]) => NearKnown[];
const finders = new WeakMap<readonly string[], Finder>();

/** The finder of a list of names; made once for each list. */
export function nearKnown(known: readonly string[]): Finder {
  const finder = finders.get(known) ?? finderOf(known);
  finders.set(known, finder);
  return finder;
}

/** Two characters as one key. */
const pairAt = (text: string, one: number, other: number): number =>
  text.charCodeAt(one) * 0x10000 + text.charCodeAt(other);

/**
 * One wrong character leaves two others right: names are looked up by their first two, by those around
 * the second, and by their last two.
 */
function finderOf(known: readonly string[]): Finder {
  const names = new Set(known.filter((name) => name.length >= SHORTEST && [...name].every(isHanzi)));
  const byFirst = Map.groupBy(names, (name) => pairAt(name, 0, 1));
  const aroundSecond = Map.groupBy(names, (name) => pairAt(name, 0, 2));
  const byLast = Map.groupBy(names, (name) => pairAt(name, name.length - 2, name.length - 1));
  // Most characters begin no pair: that costs no lookup.
  const begins = new Uint8Array(0x10000);
  for (const keys of [byFirst, aroundSecond, byLast])
    for (const key of keys.keys()) begins[Math.floor(key / 0x10000)] = 1;
  return (passages) =>
    passages.flatMap((passage) => {
      const { text } = passage;
      const near: NearKnown[] = [];
      const tell = (name: string, index: number, isWrong: (at: number) => boolean) => {
        const at = index < 0 ? -1 : onlyDifference(text, index, name);
        if (at < 0 || !isWrong(at)) return;
        const found = text.slice(index, index + name.length);
        // Cheapest first: most pieces that are near to a name are no slips of it.
        if (!isSlip(text, index, found, name, at)) return;
        if (!isPartOf(names, text, index, found) && !isPartOf(REAL_PLACES, text, index, found))
          near.push({ passage, index, found, known: name });
      };
      for (let at = 0; at + 1 < text.length; at += 1) {
        if (begins[text.charCodeAt(at)] !== 1) continue;
        for (const name of byFirst.get(pairAt(text, at, at + 1)) ?? []) tell(name, at, (wrong) => wrong > 1);
        for (const name of aroundSecond.get(pairAt(text, at, at + 2)) ?? [])
          tell(name, at, (wrong) => wrong === 1);
        for (const name of byLast.get(pairAt(text, at, at + 1)) ?? [])
          tell(name, at + 2 - name.length, (wrong) => wrong === 0);
      }
      return near;
    });
}

/** Where a text has one other character than a name; -1 where it is the name, or has more than one. */
function onlyDifference(text: string, index: number, name: string): number {
  let different = -1;
  for (let at = 0; at < name.length; at += 1) {
    if (text[index + at] === name[at]) continue;
    if (different >= 0) return -1;
    different = at;
  }
  return different;
}

function isSlip(text: string, index: number, found: string, name: string, at: number): boolean {
  const [wrong = '', right = ''] = [found[at], name[at]];
  if (!isHanzi(wrong)) return false;
  const stem = name.slice(0, -1);
  if (at === stem.length && /[省市县区州盟旗]$/u.test(name)) {
    if (![wrong, right].every((sign) => COUNTY_OR_CITY.includes(sign)) || ORDINARY.has(stem)) return false;
    if (wrong === '市' && MARKETS.includes(stem.at(-1) ?? '\n')) return false;
    if (LONGER.includes(text[index + name.length] ?? '\n')) return false;
    if (FORMER.test(text.slice(0, index)) || RENAMED.test(text)) return false;
  } else if (!areAlike(right, wrong)) return false;
  return !isInsideWord(text, index) && !isInsideWord(text, index + found.length);
}

/** Whether a piece of a text is one of some names, or stands inside one. */
function isPartOf(names: ReadonlySet<string>, text: string, index: number, found: string): boolean {
  if (names.has(found)) return true;
  for (const name of names) {
    const at = name.indexOf(found);
    if (at >= 0 && text.startsWith(name, index - at)) return true;
  }
  return false;
}
