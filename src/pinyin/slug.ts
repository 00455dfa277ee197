import { pinyin } from 'pinyin-pro';

const MOST_SYLLABLES = 8;
const LONGEST = 60;

/** A file name in ASCII for a title: its first words in pinyin, figures and Latin letters as they are. */
export function slugOf(title: string): string {
  const words = pinyin(title.normalize('NFKC').slice(0, 60), {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  });
  const parts = words
    .flatMap((word) => word.toLowerCase().split(/[^a-z0-9]+/u))
    .filter(Boolean)
    .slice(0, MOST_SYLLABLES);
  const slug = parts.join('-').slice(0, LONGEST).replace(/-+$/u, '');
  return slug || 'article';
}

/** The slug, or with `-2`, `-3` … the first that is free. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const each = number === 1 ? slug : `${slug}-${number}`;
    if (!isTaken(each)) return each;
  }
}
