import { pinyin } from 'pinyin-pro';
import { PLACE_READINGS } from './place-readings.ts';

/** A character of a text with its reading. */
export interface ReadCharacter {
  character: string;
  /** `lao4`, with `v` for ü and the number of the tone; empty if the character is no hanzi. */
  syllable: string;
}

const PLACES = new RegExp(
  Object.keys(PLACE_READINGS)
    .toSorted((a, b) => b.length - a.length)
    .join('|'),
  'gu',
);

/**
 * Reads a text, with local readings for places. All pinyin of the program comes from this function and the next
 * one.
 */
export function read(text: string): ReadCharacter[] {
  const characters = readByDictionary(text);
  for (const { 0: place, index } of text.matchAll(PLACES)) {
    const from = [...text.slice(0, index)].length;
    for (const [at, syllable] of (PLACE_READINGS[place] ?? '').split(' ').entries()) {
      const character = characters[from + at];
      if (character) character.syllable = syllable;
    }
  }
  return characters;
}

/** Reads a text by the dictionary alone, without local readings. */
export function readByDictionary(text: string): ReadCharacter[] {
  return pinyin(text, { toneType: 'num', type: 'all', v: true }).map(
    ({ origin, pinyin: syllable, isZh }) => ({
      character: origin,
      syllable: isZh ? syllable : '',
    }),
  );
}

/** A read text in Latin letters: syllables without tones, and its own letters and digits, each word after a space. */
export function romanized(characters: ReadCharacter[]): string {
  return characters
    .map(({ character, syllable }) => (syllable ? ` ${withoutTone(syllable)} ` : character))
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();
}

/** All readings of a character, without tones. */
export function readingsOf(character: string): string[] {
  return pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true });
}

/** A syllable without the number of its tone. */
export function withoutTone(syllable: string): string {
  return syllable.replace(/\d$/u, '');
}
