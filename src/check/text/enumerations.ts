import { NUMERAL, numberOf } from './chinese-numerals.ts';
import type { Passage } from '../text-rule.ts';

/** An item of an enumeration. The index is that of its ordinal. */
export interface Item {
  passage: Passage;
  index: number;
  value: number;
  /** As printed: `三是`, `（二）`. */
  ordinal: string;
}

/** Ordinals of clauses: `一是`, `第一，`, `第一条是`, `其一，`. */
const IN_SENTENCES = new RegExp(
  `(?<=^|[。；：！？，\\s”）\\uFFFC])(?:(?<before>[第其])(?<value>${NUMERAL})(?:，|(?:[条件个种类点步]|方面)[，是]|步)|(?<number>${NUMERAL})(?<verb>[是要靠看抓怕])(?!\\k<number>))`,
  'gmu',
);
/** Ordinals of paragraphs: `（一）`, `一、`, `1.`. */
const AT_BEGINNING = new RegExp(
  `^(?:（(?:(?<inner>${NUMERAL})|(?<small>\\d{1,2}))）|(?<outer>${NUMERAL})、|(?<figure>\\d{1,2})[.．、](?!\\d))`,
  'u',
);

/** The enumerations of a text that begin with one and have at least two items. */
export function enumerationsOf(passages: readonly Passage[]): Item[][] {
  const found: Item[][] = [];
  const current = new Map<string, Item[]>();
  const add = (style: string, item: Item, continues: boolean): void => {
    const items = current.get(style);
    const last = items?.at(-1);
    if (item.value === 1) {
      const begun = [item];
      current.set(style, begun);
      found.push(begun);
    } else if (items && last && continues && item.value >= last.value) items.push(item);
  };
  for (const passage of passages) {
    const { kind, text } = passage;
    if (kind === 'field' || kind === 'cell' || kind === 'note') continue;
    const { 0: ordinal = '', groups: at } = AT_BEGINNING.exec(text) ?? {};
    const styles = { inner: at?.inner, outer: at?.outer, figure: at?.figure, small: at?.small };
    for (const [style, value] of Object.entries(styles)) {
      if (value) add(style, { passage, index: 0, value: numberOf(value), ordinal }, true);
    }
    // A heading ends the enumerations of clauses.
    if (kind === 'heading') for (const style of current.keys()) if (!(style in styles)) current.delete(style);
    for (const { 0: printed, index, groups } of text.matchAll(IN_SENTENCES)) {
      const style = groups?.verb ?? groups?.before ?? '';
      const value = numberOf(groups?.number ?? groups?.value ?? '');
      const last = current.get(style)?.at(-1);
      const continues = last?.passage === passage || index === 0;
      add(style, { passage, index, value, ordinal: printed }, continues);
    }
  }
  return found.filter((items) => items.length > 1);
}
