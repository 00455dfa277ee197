import { read, readByDictionary, type ReadCharacter, romanized } from './reading.ts';

/**
 * How a name may be typed in Latin letters, as `tang shan gao xin qu`: a space between syllables, so that a reader
 * of them knows the initials too. A place whose people read it otherwise than the dictionary has both readings.
 * @returns readings with at least one hanzi, without duplicates
 */
export function nameReadings(names: readonly string[]): string[] {
  const readings = names.flatMap((name) => [read(name), readByDictionary(name)]).filter(hasHanzi);
  return [...new Set(readings.map(romanized))];
}

function hasHanzi(characters: ReadCharacter[]): boolean {
  return characters.some(({ syllable }) => syllable !== '');
}
