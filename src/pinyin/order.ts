import { compareText } from '#core/text/compare-text.ts';
import { read } from './reading.ts';

/** Sorts entries by the pinyin of their names, as a Chinese directory does: syllable by syllable, then by tone. */
export function byPinyin<T>(entries: readonly T[], nameOf: (entry: T) => string): T[] {
  return entries
    .map((entry) => ({ entry, key: keyOf(nameOf(entry)), name: nameOf(entry) }))
    .toSorted((a, b) => compareText(a.key, b.key) || compareText(a.name, b.name))
    .map(({ entry }) => entry);
}

/** Syllables with the number of their tone; a space before each makes `xi an` come before `xian`. */
function keyOf(name: string): string {
  return read(name.normalize('NFKC'))
    .map(({ character, syllable }) => syllable || character)
    .join(' ')
    .toLowerCase();
}
