import { areAlike } from '../../text/similar-characters.ts';
import { isSlipEdit, type NameEdit, nameEdit } from './name-edits.ts';
import { REAL_PLACES } from '../../words/real-places.ts';
import type { Passage } from '../../text-rule.ts';
import { isHanzi, isInsideWord } from '../../text/segment.ts';

/** A name or phrase of the lists that is written with one character wrong, extra, missing or out of place. */
export interface NearKnown {
  passage: Passage;
  index: number;
  found: string;
  known: string;
  kind: NameEdit['kind'] | 'wrong';
}

/** Shorter names are near to too many ordinary words. */
const MIN_NAME_LENGTH = 3;
const COUNTY_OR_CITY = '县市';
/** Characters after `县` or `市` that form another word with it: `县域`, `县级市`, `市场`. */
const LONGER = '域城区场民级面值直属辖容';
/** Characters before `市` that form another word with it: `大城市`, `门市`. */
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

const NONE: readonly string[] = [];

/** Names by two of their characters; for a pair that no name has, nothing is looked up. */
class PairIndex {
  readonly #names = new Map<number, string[]>();
  readonly #mayHave = new Uint8Array(0x10000);

  /** @param pairOf where in a name its two characters stand */
  constructor(names: Iterable<string>, pairOf: (name: string) => [one: number, other: number]) {
    for (const name of names) {
      const [one, other] = pairOf(name).map((at) => name.charCodeAt(at)) as [number, number];
      const list = this.#names.get(one * 0x10000 + other);
      if (list) list.push(name);
      else this.#names.set(one * 0x10000 + other, [name]);
      this.#mayHave[(one * 31 + other) & 0xffff] = 1;
    }
  }

  /** Names with the two characters that stand at these places of a text. */
  at(text: string, one: number, other: number): readonly string[] {
    const [first, second] = [text.charCodeAt(one), text.charCodeAt(other)];
    if (this.#mayHave[(first * 31 + second) & 0xffff] !== 1) return NONE;
    return this.#names.get(first * 0x10000 + second) ?? NONE;
  }
}

/**
 * Names by the characters that one error leaves correct: the first two, the two around the second, or the last two.
 */
interface NameLookup {
  names: ReadonlySet<string>;
  byFirst: PairIndex;
  aroundSecond: PairIndex;
  byLast: PairIndex;
  /** 1 for the code of each character that begins one of these pairs; most characters begin none. */
  begins: Uint8Array;
}

function lookupOf(known: readonly string[]): NameLookup {
  const names = new Set(known.filter((name) => name.length >= MIN_NAME_LENGTH && [...name].every(isHanzi)));
  const begins = new Uint8Array(0x10000);
  for (const name of names) for (const at of [0, 1, name.length - 2]) begins[name.charCodeAt(at)] = 1;
  return {
    names,
    byFirst: new PairIndex(names, () => [0, 1]),
    aroundSecond: new PairIndex(names, () => [0, 2]),
    byLast: new PairIndex(names, ({ length }) => [length - 2, length - 1]),
    begins,
  };
}

function finderOf(known: readonly string[]): Finder {
  const lookup = lookupOf(known);
  return (passages) => passages.flatMap((passage) => nearIn(passage, lookup));
}

function nearIn(passage: Passage, lookup: NameLookup): NearKnown[] {
  const { text } = passage;
  const near: NearKnown[] = [];
  const add = (found: NearKnown | undefined) => {
    if (found) near.push(found);
  };
  const addEdit = (name: string, at: number) => {
    const edit = edited(passage, name, at, lookup);
    if (edit && !near.some(({ index, known }) => index === edit.index && known === name)) near.push(edit);
  };
  const { byFirst, aroundSecond, byLast, begins } = lookup;
  for (let at = 0; at + 1 < text.length; at += 1) {
    if (begins[text.charCodeAt(at)] !== 1) continue;
    for (const name of byFirst.at(text, at, at + 1)) {
      add(replaced(passage, name, at, lookup, (wrong) => wrong > 1));
      addEdit(name, at);
    }
    for (const name of aroundSecond.at(text, at, at + 2))
      add(replaced(passage, name, at, lookup, (wrong) => wrong === 1));
    for (const name of byLast.at(text, at, at + 1))
      add(replaced(passage, name, at + 2 - name.length, lookup, (wrong) => wrong === 0));
    // The second character is missing, or stands after the third.
    for (const name of aroundSecond.at(text, at, at + 1)) addEdit(name, at);
    // Another one stands before the second.
    for (const name of byFirst.at(text, at, at + 2)) addEdit(name, at);
    // The first two have changed places.
    for (const name of byFirst.at(text, at + 1, at)) addEdit(name, at);
  }
  return near;
}

/**
 * The name at an index with one character replaced by a likely slip.
 * @param isWrong whether the pair that found the name leaves this character open
 */
function replaced(
  passage: Passage,
  name: string,
  index: number,
  { names }: NameLookup,
  isWrong: (at: number) => boolean,
): NearKnown | undefined {
  const { text } = passage;
  const at = index < 0 ? -1 : onlyDifference(text, index, name);
  if (at < 0 || !isWrong(at)) return undefined;
  const found = text.slice(index, index + name.length);
  // Cheapest test first: most pieces that are similar to a name are not typing errors.
  if (!isSlip(text, index, found, name, at) || isInName(names, text, index, found)) return undefined;
  return { passage, index, found, known: name, kind: 'wrong' };
}

/** The name at an index with one character extra, missing or out of place. */
function edited(passage: Passage, name: string, at: number, { names }: NameLookup): NearKnown | undefined {
  const { text } = passage;
  const edit = nameEdit(text, at, name);
  if (!edit || !isSlipEdit(text, edit, name)) return undefined;
  const { index, length, kind } = edit;
  const found = text.slice(index, index + length);
  return isInName(names, text, index, found) ? undefined : { passage, index, found, known: name, kind };
}

/** Whether a piece of a text is, or is inside, one of some names or a real place. */
function isInName(names: ReadonlySet<string>, text: string, index: number, found: string): boolean {
  return isPartOf(names, text, index, found) || isPartOf(REAL_PLACES, text, index, found);
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
    if (wrong === '市' && MARKETS.includes(stem.slice(-1))) return false;
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
