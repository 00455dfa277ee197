/**
 * The one way in which text and queries are made comparable, used when the index is made and when it
 * is asked. What is folded here is found in either form; all else is found as printed.
 */

/** Stands between characters in the index: Pagefind parts tokens at white space. */
export const TOKEN_GAP = ' ';
/** Stands before a character that has white space before it in the text; `fold` leaves no ASCII `"` in one. */
export const SPACED = '"';
/** A token that is in no query: it keeps phrases from running on into the next paragraph. */
export const BOUNDARY = '\u2063';

/** Invisible characters that typing and copying leave behind. */
const INVISIBLE = /[\u200B-\u200D\u2060\u2063\uFEFF\u00AD]/gu;

/**
 * Folds a text: full-width ASCII letters, digits and technical signs become half-width, invisible characters go.
 * ASCII `"`, which quotes a phrase in Pagefind's queries, stands as its full-width twin. Case is kept, for excerpts
 * show this text; Pagefind itself does not tell cases apart.
 */
export function fold(text: string): string {
  return foldWidth(text.replace(INVISIBLE, ''));
}

/** The part of folding that keeps every position: for marking in a text that is shown. */
export function foldWidth(text: string): string {
  return text
    .replace(/[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A％＃＋－＆＠＝／．＜＞]/gu, (wide) =>
      String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
    )
    .replaceAll('"', '\uFF02');
}

/** The tokens of a folded text: its characters, white space left out. */
export function tokensOf(folded: string): string[] {
  return [...folded].filter((character) => !/\s/u.test(character));
}

/**
 * The tokens of a folded text as they are indexed: one character, one token. White space between two of
 * them becomes a mark of the second, so that it comes back with the text; at the ends it goes.
 */
export function spellOut(folded: string): string[] {
  return (
    folded
      .trim()
      .replace(/\s+/gu, SPACED)
      .match(/"?[^"]/gu) ?? []
  );
}

/** A folded text as it is shown. */
export function shown(folded: string): string {
  return folded.replaceAll('\uFF02', '"');
}

/** What is no letter and no figure: Pagefind leaves it out of a query unless it is told not to. */
export function isSymbol(character: string): boolean {
  return !/[\p{Alphabetic}\p{N}\s]/u.test(character);
}

/** A folded text without punctuation, symbols and white space. */
export function bare(folded: string): string {
  return [...folded].filter((character) => !isSymbol(character) && !/\s/u.test(character)).join('');
}
