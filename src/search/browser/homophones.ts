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

/** Minimum length of a query, in characters: a single one sounds like too many others. */
const MIN_LENGTH = 2;
/** Maximum number of names offered: a reader compares a few at a glance. */
const MAX_HOMOPHONES = 3;

/** Names and parts of names that sound like a text of hanzi but are written otherwise, whole names first. */
export function homophones(text: string, pages: NamedPage[], sounds: Sounds): Homophone[] {
  const query = [...fold(text).trim()];
  if (query.length < MIN_LENGTH || !query.every((character) => /\p{Script=Han}/u.test(character))) return [];
  const isAlike = soundComparer(query, sounds);
  const found = new Map<string, Homophone>();
  for (const { name, aliases, url } of pages) {
    const names = [name, ...aliases].map(fold);
    for (const each of new Set([...names, ...names.flatMap(kindVariants)])) {
      for (const part of partsAlike(each, query, isAlike)) {
        if (found.get(part)?.url === undefined)
          found.set(part, { text: part, ...(part === each && { url }) });
      }
    }
  }
  return [...found.values()]
    .sort((a, b) => Number(a.url === undefined) - Number(b.url === undefined))
    .slice(0, MAX_HOMOPHONES);
}

/** Whether a character is, or may sound like, the character at an index of the query. */
type SoundComparer = (character: string, at: number) => boolean;

function soundComparer(query: readonly string[], sounds: Sounds): SoundComparer {
  const syllablesOf = syllablesByCharacter(sounds);
  const sets = query.map((character) => syllablesOf.get(character) ?? new Set<string>());
  return (character, at) =>
    character === query[at] ||
    [...(syllablesOf.get(character) ?? [])].some((syllable) => sets[at]?.has(syllable));
}

/**
 * The syllables of each character, which may have several readings.
 * @param form how syllables are compared; default as they are
 */
export function syllablesByCharacter(
  sounds: Sounds,
  form = (syllable: string): string => syllable,
): Map<string, Set<string>> {
  const syllablesOf = new Map<string, Set<string>>();
  for (const [syllable, characters] of Object.entries(sounds)) {
    const formed = form(syllable);
    for (const character of characters) {
      const known = syllablesOf.get(character);
      if (known) known.add(formed);
      else syllablesOf.set(character, new Set([formed]));
    }
  }
  return syllablesOf;
}

/** The parts of a name, as long as the query, that sound like it and are written otherwise. */
function partsAlike(name: string, query: readonly string[], isAlike: SoundComparer): string[] {
  const characters = [...name];
  const parts: string[] = [];
  for (let from = 0; from + query.length <= characters.length; from += 1) {
    const part = characters.slice(from, from + query.length);
    if (part.every(isAlike)) parts.push(part.join(''));
  }
  const typed = query.join('');
  return parts.filter((part) => part !== typed);
}
