import { figurePlaces, figureStart } from '../../shared/figures.ts';
import { BOUNDARY } from '../../shared/fold.ts';
import { Cbor } from '../../shared/cbor.ts';

/** Part of an index: the posting lists of all words from one up to the next chunk's first. */
interface Chunk {
  from: string;
  bytes: Uint8Array;
}

/** One word's occurrences: its pages, and its positions on each. */
class PostingList {
  pages = 0;
  /** Number of pages plus number of positions. */
  size = 0;
  readonly encoded = new Cbor();
  /** Positions on the page that is being added. */
  positions: number[] = [];
  #lastPage = 0;

  /** Encodes the positions collected for a page. */
  endPage(page: number): void {
    this.encoded
      .array(3)
      .unsigned(page - this.#lastPage)
      .deltas(this.positions)
      // No positions in metadata.
      .array(0);
    this.pages += 1;
    this.size += this.positions.length + 1;
    this.#lastPage = page;
    this.positions = [];
  }
}

/**
 * The posting lists of a segment as Pagefind's browser program reads them (`pagefind_web/src/index.rs`):
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
   * Returns all lists, sorted by word, in chunks.
   * @param maxSize pages plus positions per chunk; a chunk of a single word may exceed it
   */
  chunks(maxSize: number): Chunk[] {
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
    return chunks.map(encodeChunk);
  }

  #newList(word: string): PostingList {
    const list = new PostingList();
    this.#lists.set(word, list);
    return list;
  }
}

function encodeChunk(words: [string, PostingList][]): Chunk {
  const encoded = new Cbor().array(1).array(words.length);
  for (const [word, { pages, encoded: list }] of words) {
    // No other spellings: what is equal is one word.
    encoded.array(3).text(word).array(pages).append(list.bytes).array(0);
  }
  return { from: words[0]?.[0] ?? '', bytes: encoded.bytes };
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
