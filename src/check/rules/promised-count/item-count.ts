/** How many items a list has: `和` may join two items or be part of one. */
export interface ItemCount {
  least: number;
  most: number;
}

/** Ends of a list that does not name all its items. */
export const INCOMPLETE = /等$|等[^、]{0,4}$|其中|以及其他|之类/u;

/** Longest item, in characters, of a list of short items. */
export const MAX_ITEM_LENGTH = 6;

/** A count without doubt. */
export function exactly(count: number): ItemCount {
  return { least: count, most: count };
}

/**
 * The count of items that `、` separates.
 * @param joints what may separate two more
 */
export function countItems(items: readonly string[], list: string, joints = /以及|及|和|与/gu): ItemCount {
  return { least: items.length, most: items.length + (list.match(joints)?.length ?? 0) };
}

/** The same where a joint may also be two quotations side by side: `“甲”“乙”`. */
export function countListed(list: string): ItemCount {
  return countItems(list.split('、'), list, /以及|及|和|与|”“/gu);
}
