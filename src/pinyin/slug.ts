import { read, romanized } from './reading.ts';

/** Syllables of a file name: the beginning of a title identifies it. */
const MAX_SYLLABLES = 8;
/** Characters of a file name without its extension. */
const MAX_SLUG_LENGTH = 60;

/** A file name in ASCII for a title: its first words in pinyin, digits and Latin letters unchanged. */
export function slugOf(title: string): string {
  const words = romanized(read(title.normalize('NFKC').slice(0, 60))).split(' ');
  const slug = words.slice(0, MAX_SYLLABLES).join('-').slice(0, MAX_SLUG_LENGTH).replace(/-+$/u, '');
  return slug || 'article';
}

/** The slug, or with `-2`, `-3` … the first that is free. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const each = number === 1 ? slug : `${slug}-${number}`;
    if (!isTaken(each)) return each;
  }
}
