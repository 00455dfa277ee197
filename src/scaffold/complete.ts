import { initialsOf } from '../pinyin/initials.ts';

/** An entry of a register as it is offered while an editor types. */
export interface Offer {
  /** The name that is written. */
  name: string;
  /** All its names. */
  names: string[];
  /** First letters of their pinyin. */
  initials: string[];
}

/**
 * @param names all names of an entry, the one to be written first
 * @param isOwn whether a name means this entry and no other
 */
export function offerOf(names: string[], isOwn: (name: string) => boolean): Offer {
  const own = [...new Set(names)].filter(isOwn);
  const initials = new Set(own.map(initialsOf).filter((letters) => letters !== ''));
  return { name: own[0] ?? names[0] ?? '', names: own, initials: [...initials] };
}

/** What parts the names of a list: 甲园、乙园. */
export const NAME_PARTS = /[、，,]/u;

/**
 * The names that what has been typed may become: those that begin with it, by hanzi or by the first
 * letters of their pinyin, else those that hold it.
 * @param typed a line; of a list of names, the last one is completed
 * @returns the names, and the end of the line that they take the place of
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
