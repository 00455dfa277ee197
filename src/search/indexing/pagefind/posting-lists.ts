import { figurePlaces, figureStart, isFigureStart } from '../../shared/figures.ts';
import type { CharacterCounts } from '../build-catalogue.ts';
import { BOUNDARY } from '../../shared/fold.ts';
import type { WordList } from '../../shared/packed-chunk.ts';
import { isPaired, orderOf } from '../../shared/pairs.ts';

/** Part of an index: the posting lists of all words from one up to the next chunk's first. */
type Chunk = WordList[];

/** One word's occurrences. */
class PostingList {
  /** As in `WordList`. One array, which saves memory. */
  readonly places: number[] = [];
  /** Number of positions. */
  count = 0;
  /** Number of pages. */
  pages = 0;
  #page = 0;
  #position = 0;
  /** Index of the number of positions on the last page. */
  #countAt = 0;

  /** Records an occurrence; pages and positions ascend. */
  add(page: number, position: number): void {
    if (this.pages === 0 || page > this.#page) {
      this.#countAt = this.places.push(page - this.#page, 0) - 1;
      this.#page = page;
      this.#position = 0;
      this.pages += 1;
    }
    this.places.push(position - this.#position);
    this.places[this.#countAt] = (this.places[this.#countAt] ?? 0) + 1;
    this.#position = position;
    this.count += 1;
  }
}

/**
 * The posting lists of a segment as Pagefind's browser program reads them once they are unpacked (`pagefind_web/src/index.rs`):
 * words, each with its pages, each with the word's positions; page numbers and positions are delta-encoded.
 */
export class PostingLists {
  readonly #lists = new Map<string, CharacterLists>();

  /**
   * Adds a page.
   * @param page its number, greater than that of the previous page
   * @param words the words of its folded text (see `fold`), which Pagefind's normalization of queries does not change
   */
  add(page: number, words: string[]): void {
    for (const [position, word] of words.entries()) this.#add(page, position, word, words[position + 1]);
    // Two words at one position, as Pagefind itself has for the parts of a compound word.
    for (const position of figurePlaces(words))
      this.#add(page, position, figureStart(words[position] ?? ''), words[position + 1]);
  }

  /** Gives the lists of single characters, sorted, in chunks, see `chunked`. */
  characters(maxSize: number): Chunk[] {
    return chunked(
      Array.from(this.#lists, ([word, { list }]) => [word, list]),
      maxSize,
    );
  }

  /** Gives the lists of pairs (see `isPaired`), sorted, in chunks. */
  pairs(maxSize: number): Chunk[] {
    const lists = [...this.#lists].flatMap(([first, { pairs }]) =>
      Array.from(pairs, ([second, list]): [string, PostingList] => [first + second, list]),
    );
    return chunked(lists, maxSize);
  }

  /** How often each character occurs. */
  counts(): CharacterCounts {
    const counts = Array.from(this.#lists, ([word, { list }]) => [word, list.count] as const);
    return new Map(counts.filter(([word]) => !isFigureStart(word)));
  }

  #add(page: number, position: number, word: string, next = BOUNDARY): void {
    if (word === BOUNDARY) return;
    const lists = entryOf(this.#lists, word, () => ({ list: new PostingList(), pairs: new Map() }));
    lists.list.add(page, position);
    if (next === BOUNDARY || !isPaired(word, next)) return;
    entryOf(lists.pairs, next, () => new PostingList()).add(page, position);
  }
}

/** The value of a key, made if there is none. */
function entryOf<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** A character's list, and those of its pairs by their second character. */
interface CharacterLists {
  list: PostingList;
  pairs: Map<string, PostingList>;
}

/** @param maxSize pages plus positions per chunk; a chunk of a single word may exceed it */
function chunked(lists: [word: string, list: PostingList][], maxSize: number): Chunk[] {
  const chunks: Chunk[] = [];
  let size = 0;
  const ordered = lists.map(([word, list]) => ({ word, list, order: orderOf(word) }));
  for (const { word, list } of ordered.toSorted((a, b) => a.order - b.order)) {
    const listSize = list.pages + list.count;
    size += listSize;
    const chunk = chunks.at(-1);
    if (chunk && size <= maxSize) {
      chunk.push([word, list.places]);
    } else {
      chunks.push([[word, list.places]]);
      size = listSize;
    }
  }
  return chunks;
}
