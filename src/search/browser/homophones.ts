import type { NamedPage } from '#core/named-page.ts';
import { fold } from '../shared/fold.ts';
import { kindVariants } from './name-forms.ts';

/** The characters of each syllable: `{ "gao": "高搞告…" }`. An entry of `sounds.json`. */
export type Sounds = Record<string, string>;

/** A name, or a part of one, that sounds like a query. */
export interface Homophone {
  text: string;
  /** The page that it names; absent for a part of a name. */
  url?: string;
}

const MIN_LENGTH = 2;
const MAX_HOMOPHONES = 3;

/** Names and parts of names that sound like a text of hanzi but are written otherwise, whole names first. */
export function homophones(text: string, pages: NamedPage[], sounds: Sounds): Homophone[] {
  const query = [...fold(text).trim()];
  if (query.length < MIN_LENGTH || !query.every((character) => /\p{Script=Han}/u.test(character))) return [];
  const syllablesOf = new Map<string, Set<string>>();
  for (const [syllable, characters] of Object.entries(sounds)) {
    for (const character of characters) {
      const known = syllablesOf.get(character);
      if (known) known.add(syllable);
      else syllablesOf.set(character, new Set([syllable]));
    }
  }
  const sets = query.map((character) => syllablesOf.get(character) ?? new Set<string>());
  const isAlike = (character: string, at: number) =>
    character === query[at] ||
    [...(syllablesOf.get(character) ?? [])].some((syllable) => sets[at]?.has(syllable));
  const found = new Map<string, Homophone>();
  for (const { name, aliases, url } of pages) {
    const names = [name, ...aliases].map(fold);
    for (const each of new Set([...names, ...names.flatMap(kindVariants)])) {
      const characters = [...each];
      for (let from = 0; from + query.length <= characters.length; from += 1) {
        const part = characters.slice(from, from + query.length);
        const written = part.join('');
        if (!part.every(isAlike) || written === query.join('')) continue;
        const known = found.get(written);
        if (known?.url === undefined) found.set(written, { text: written, ...(written === each && { url }) });
      }
    }
  }
  return [...found.values()]
    .sort((a, b) => Number(a.url === undefined) - Number(b.url === undefined))
    .slice(0, MAX_HOMOPHONES);
}
