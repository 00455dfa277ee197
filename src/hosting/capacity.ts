import type { Host } from './hosts.ts';

/*
 * How much a bulletin's site grows: the one place for the figures from which the handbook says how many articles a
 * host holds. Measured on 2026-11-28 with articles of 1,300 characters, 20 an issue, with feeds and a sitemap: the
 * difference between the sites of 1,000 and of 100 articles (`scripts/bench/lib/made-bulletin.ts`); editions with the
 * sample. `tests/site/capacity.long.test.ts` measures again.
 */

export interface Growth {
  files: number;
  bytes: number;
}

/** An article without pictures, with its share of its issue, of lists and of the search. */
export const PER_ARTICLE: Growth = { files: 3.4, bytes: 38_800 };
/** What compressed copies add to it. */
export const PER_ARTICLE_COPIES: Growth = { files: 2.8, bytes: 21_300 };
/** A photograph of 1200 × 800 pixels with much detail, in its three sizes. */
export const PER_PHOTO: Growth = { files: 3, bytes: 297_000 };
/** An article's part of the issue as PDF and EPUB. */
export const PER_ARTICLE_EDITIONS: Growth = { files: 0.1, bytes: 174_000 };
/** What a site has without articles. */
export const FIXED: Growth = { files: 243, bytes: 1_050_000 };

/**
 * The number of articles with one photograph each that a host holds, in hundreds; undefined where it documents no
 * limit of files or bytes.
 * @param editions whether issues also come as PDF and EPUB
 */
export function articlesThatFit(
  { limits, copies }: Pick<Host, 'limits' | 'copies'>,
  editions = false,
): number | undefined {
  const parts = [
    PER_ARTICLE,
    PER_PHOTO,
    ...(copies ? [PER_ARTICLE_COPIES] : []),
    ...(editions ? [PER_ARTICLE_EDITIONS] : []),
  ];
  const fits = (['files', 'bytes'] as const).flatMap((what) => {
    const limit = limits[what];
    const each = parts.reduce((sum, part) => sum + part[what], 0);
    return limit === undefined ? [] : [(limit - FIXED[what]) / each];
  });
  return fits.length === 0 ? undefined : Math.floor(Math.min(...fits) / 100) * 100;
}
