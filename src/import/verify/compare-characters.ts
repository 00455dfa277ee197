import { withoutWhitespace } from '../manuscript.ts';

/** Maximum number of characters quoted. */
const MAX_QUOTE = 24;

/**
 * Compares two readings of a file in which text has no order of its own: each character must occur equally often.
 * @param secondReading text from the second reader
 * @param read text that was read
 * @param unprinted text that was read, and that the second reader may leave out: outside the page, comments
 * @returns findings in Chinese
 */
export function compareCharacters(secondReading: string, read: string, unprinted: string): string[] {
  const expected = countsOf(secondReading);
  const found = countsOf(read);
  const optional = countsOf(unprinted);
  const lost: string[] = [];
  const added: string[] = [];
  for (const character of new Set([...expected.keys(), ...found.keys()])) {
    const difference = (found.get(character) ?? 0) - (expected.get(character) ?? 0);
    if (difference < 0 && -difference > (optional.get(character) ?? 0)) lost.push(character);
    if (difference > 0) added.push(character);
  }
  return [
    ...(lost.length > 0 ? [`原件里的“${lost.slice(0, MAX_QUOTE).join('')}”没有读全`] : []),
    ...(added.length > 0 ? [`读入的“${added.slice(0, MAX_QUOTE).join('')}”比原件里的多`] : []),
  ];
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of withoutWhitespace(text).replace(/\p{Cf}/gu, ''))
    counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}
