import { BOUNDARY, SPACED } from '../shared/fold.ts';
import { Cbor } from './cbor.ts';

/** A piece of an index: all words from one to another, and where they stand. */
export interface Piece {
  from: string;
  to: string;
  bytes: Uint8Array;
}

/** Where a word stands, page after page. */
class List {
  pages = 0;
  /** Pages and places. */
  size = 0;
  readonly encoded = new Cbor();
  /** Its places on the page that is being added. */
  places: number[] = [];
  #lastPage = 0;

  /** Closes a page. */
  close(page: number): void {
    this.encoded
      .array(2)
      .unsigned(page - this.#lastPage)
      .steps(this.places);
    this.pages += 1;
    this.size += this.places.length + 1;
    this.#lastPage = page;
    this.places = [];
  }
}

/**
 * Where each word of a segment stands, as Pagefind's program in the browser reads it (pagefind_web/src/index.rs
 * of version 1.6): words, each with its pages, each with its places, all counted from the one before.
 */
export class PostingLists {
  /** By word. */
  readonly #lists = new Map<string, List>();
  /** By token: one word may be written in several ways. */
  readonly #listOf = new Map<string, List>();

  /**
   * Adds a page.
   * @param page its number, greater than that of the page before
   * @param tokens of its text, see `spellOut`
   */
  add(page: number, tokens: string[]): void {
    const touched: List[] = [];
    for (const [place, token] of tokens.entries()) {
      const list = this.#listOf.get(token) ?? this.#newToken(token);
      if (!list) continue;
      if (list.places.length === 0) touched.push(list);
      list.places.push(place);
    }
    for (const list of touched) list.close(page);
  }

  /**
   * Gives all lists, in the order of their words.
   * @param most pages and places that a piece may hold; only a single word's may be more
   */
  pieces(most: number): Piece[] {
    const words = [...this.#lists].toSorted(([a], [b]) => compareCodePoints(a, b));
    const pieces: [string, List][][] = [];
    let size = 0;
    for (const entry of words) {
      size += entry[1].size;
      const piece = pieces.at(-1);
      if (piece && size <= most) {
        piece.push(entry);
      } else {
        pieces.push([entry]);
        size = entry[1].size;
      }
    }
    return pieces.map(encodePiece);
  }

  #newToken(token: string): List | undefined {
    const word = wordOf(token);
    if (word === '') return undefined;
    const list = this.#lists.get(word) ?? new List();
    this.#lists.set(word, list);
    this.#listOf.set(token, list);
    return list;
  }
}

/**
 * The word that a token is looked up by: what Pagefind's program makes of a query, in small letters
 * and without accents.
 * @returns empty where none looks for it
 */
function wordOf(token: string): string {
  if (token === BOUNDARY) return '';
  return token.replace(SPACED, '').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

function encodePiece(words: [string, List][]): Piece {
  const encoded = new Cbor().array(1).array(words.length);
  for (const [word, { pages, encoded: list }] of words) {
    encoded.array(2).text(word).array(pages).append(list.bytes);
  }
  return { from: words[0]?.[0] ?? '', to: words.at(-1)?.[0] ?? '', bytes: encoded.bytes };
}

/** The order of UTF-8 and so of Pagefind's; JavaScript's own puts rare hanzi before full-width signs. */
function compareCodePoints(a: string, b: string): number {
  const [first, second] = [[...a], [...b]];
  for (const [index, character] of first.entries()) {
    const difference = (character.codePointAt(0) ?? 0) - (second[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return first.length - second.length;
}
