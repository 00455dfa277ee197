import { read, readByDictionary, type ReadCharacter, romanized } from './reading.ts';

/**
 * The pinyin of a name with a space between syllables, `tang shan gao xin qu`, so that callers can derive the
 * initials. A place with a local reading that differs from the dictionary's has both.
 * @returns readings with at least one hanzi, without duplicates
 */
export function nameReadings(names: readonly string[]): string[] {
  const readings = names.flatMap((name) => [read(name), readByDictionary(name)]).filter(hasHanzi);
  return [...new Set(readings.map(romanized))];
}

function hasHanzi(characters: ReadCharacter[]): boolean {
  return characters.some(({ syllable }) => syllable !== '');
}
