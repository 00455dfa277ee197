import { countCharacters, symbolsOf } from '../search/catalogue.ts';
import { fold, isSymbol } from '../search/fold.ts';
import type { IndexedArticle } from '../search/index-html.ts';
import { takeEntry } from './index-files.ts';
import { indexPages } from './pagefind.ts';
import type { IndexedSegment } from './segment-cache.ts';

/** What is indexed of an article's page, and its address below the root of the site, `issues/2022-09/a/`. */
export type Copy = IndexedArticle & { url: string };

/**
 * Symbols that texts usually hold. Pagefind must be told of all symbols before the first page is
 * there; a segment that holds others is indexed once more.
 */
const USUAL_SYMBOLS = [
  [0x21, 0x7e],
  [0xa1, 0xff],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x2100, 0x214f],
  [0x2190, 0x22ff],
  [0x25a0, 0x26ff],
  [0x3001, 0x303f],
  [0x3200, 0x33ff],
  [0xff01, 0xffee],
]
  .flatMap(([first = 0, last = 0]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  )
  .filter((character) => isSymbol(character) && fold(character) === character);

/**
 * Indexes a segment.
 * @param arriving its pages
 * @param copies the same, all of them once the last has arrived
 */
export async function indexSegment(
  name: string,
  arriving: AsyncIterable<Copy> | Iterable<Copy>,
  copies: Copy[],
): Promise<IndexedSegment> {
  const symbols = new Set(USUAL_SYMBOLS);
  const index = (pages: typeof arriving) =>
    indexPages(pages, { forceLanguage: name, includeCharacters: [...symbols].join('') });
  let made = await index(arriving);
  const characters = countCharacters(copies.map(({ text }) => text));
  const unusual = [...symbolsOf(characters)].filter((symbol) => !symbols.has(symbol));
  if (unusual.length > 0) {
    for (const symbol of unusual) symbols.add(symbol);
    made = await index(copies);
  }
  const { entry, files } = takeEntry(made.files);
  const articles = copies.map(({ url, date, filters }) => ({
    url,
    segment: name,
    hash: made.hashes.get(url) ?? '',
    date,
    filters,
  }));
  return { entry, articles, characters, files };
}
