import { initialsOf } from '../pinyin/initials.ts';

/** A register entry offered as a completion while an editor types. */
export interface Offer {
  /** The name to insert. */
  name: string;
  /** All names of the entry. */
  names: string[];
  /** Pinyin initials of the names. */
  initials: string[];
}

/**
 * Returns the completion for a register entry.
 * @param names all names of the entry; the first one is inserted
 * @param isOwn whether a name refers to this entry only
 */
export function offerOf(names: string[], isOwn: (name: string) => boolean): Offer {
  const own = [...new Set(names)].filter(isOwn);
  const initials = new Set(own.map(initialsOf).filter((letters) => letters !== ''));
  return { name: own[0] ?? names[0] ?? '', names: own, initials: [...initials] };
}

/** Separators between the names of a list: 甲园、乙园. */
export const NAME_PARTS = /[、，,]/u;

/**
 * Returns the completions for the text typed so far: names that begin with it, by hanzi or by pinyin
 * initials; if there are none, names that contain it.
 * @param typed a line; in a list of names, the last one is completed
 * @returns the names, and the end of the line that they replace
 */
export function completions(typed: string, offers: readonly Offer[]): [names: string[], end: string] {
  const end = (typed.split(NAME_PARTS).at(-1) ?? '').trimStart();
  if (end === '') return [offers.map(({ name }) => name), end];
  const letters = end.toLowerCase();
  const begun = offers.flatMap((offer) => {
    const own = offer.names.find((name) => name.startsWith(end));
    if (own !== undefined) return [own];
    return offer.initials.some((each) => each.startsWith(letters)) ? [offer.name] : [];
  });
  if (begun.length > 0) return [begun, end];
  const holding = offers.filter(({ names }) => names.some((name) => name.includes(end)));
  return [holding.map(({ name }) => name), end];
}
