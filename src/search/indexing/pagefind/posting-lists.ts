import { figurePlaces, figureStart } from '../../shared/figures.ts';
import { BOUNDARY } from '../../shared/fold.ts';
import type { WordList } from '../../shared/packed-chunk.ts';

/** Part of an index: the posting lists of all words from one up to the next chunk's first. */
interface Chunk {
  from: string;
  words: WordList[];
}

/** One word's occurrences: its pages, and its positions on each. */
class PostingList {
  /** Number of pages plus number of positions. */
  size = 0;
  /** Positions on the page that is being added. */
  positions: number[] = [];
  /** For each page its number, the number of positions, and the positions. One array, which saves memory. */
  readonly #numbers: number[] = [];
  #lastPage = 0;

  /** Records the positions collected for a page. */
  endPage(page: number): void {
    this.#numbers.push(page - this.#lastPage, this.positions.length);
    let last = 0;
    for (const position of this.positions) {
      this.#numbers.push(position - last);
      last = position;
    }
    this.size += this.positions.length + 1;
    this.#lastPage = page;
    this.positions = [];
  }

  /** The pages with their positions, delta-encoded. */
  encoded(): WordList[1] {
    const pages: WordList[1] = [];
    for (let at = 0; at < this.#numbers.length;) {
      const [page = 0, count = 0] = [this.#numbers[at], this.#numbers[at + 1]];
      const end = at + 2 + count;
      pages.push([page, this.#numbers.slice(at + 2, end)]);
      at = end;
    }
    return pages;
  }
}

/**
 * The posting lists of a segment as Pagefind's browser program reads them once they are unpacked (`pagefind_web/src/index.rs`):
 * words, each with its pages, each with the word's positions; page numbers and positions are delta-encoded.
 */
export class PostingLists {
  /** By word. */
  readonly #lists = new Map<string, PostingList>();

  /**
   * Adds a page.
   * @param page its number, greater than that of the previous page
   * @param words the words of its folded text (see `fold`), which Pagefind's normalization of queries does not change
   */
  add(page: number, words: string[]): void {
    const touched: PostingList[] = [];
    const addWord = (word: string, position: number) => {
      const list = this.#lists.get(word) ?? this.#newList(word);
      if (list.positions.length === 0) touched.push(list);
      list.positions.push(position);
    };
    for (const [position, word] of words.entries()) if (word !== BOUNDARY) addWord(word, position);
    // Two words at one position, as Pagefind itself has for the parts of a compound word.
    for (const position of figurePlaces(words)) addWord(figureStart(words[position] ?? ''), position);
    for (const list of touched) list.endPage(page);
  }

  /**
   * Gives all lists, sorted by word, in chunks; each is made when it is asked for.
   * @param maxSize pages plus positions per chunk; a chunk of a single word may exceed it
   */
  *chunks(maxSize: number): Generator<Chunk> {
    const words = [...this.#lists].toSorted(([a], [b]) => compareCodePoints(a, b));
    const chunks: [string, PostingList][][] = [];
    let size = 0;
    for (const entry of words) {
      size += entry[1].size;
      const chunk = chunks.at(-1);
      if (chunk && size <= maxSize) {
        chunk.push(entry);
      } else {
        chunks.push([entry]);
        size = entry[1].size;
      }
    }
    for (const chunk of chunks)
      yield {
        from: chunk[0]?.[0] ?? '',
        words: chunk.map(([word, list]): WordList => [word, list.encoded()]),
      };
  }

  #newList(word: string): PostingList {
    const list = new PostingList();
    this.#lists.set(word, list);
    return list;
  }
}

/** The order of UTF-8, which Pagefind expects. JavaScript's own order puts rare hanzi before full-width signs. */
function compareCodePoints(a: string, b: string): number {
  const [first, second] = [[...a], [...b]];
  for (const [index, character] of first.entries()) {
    const difference = (character.codePointAt(0) ?? 0) - (second[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return first.length - second.length;
}
