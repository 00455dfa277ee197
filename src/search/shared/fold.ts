/**
 * Normalization of texts and queries, shared by indexing and searching. Forms that are folded here match each
 * other; everything else matches only as printed.
 */

/** Separates tokens in the index: Pagefind splits at white space. */
export const TOKEN_GAP = ' ';
/** Prefix of a token that follows white space in the text. Folded text contains no ASCII `"`. */
export const SPACED = '"';
/** A token that no query contains: it prevents phrases from matching across paragraphs. */
export const BOUNDARY = '\u2063';

/** Invisible characters that typing and copying leave behind. */
const INVISIBLE = /[\u200B-\u200D\u2060\u2063\uFEFF\u00AD]/gu;

/**
 * Folds a text: full-width ASCII letters, digits and technical signs become half-width, invisible characters are
 * removed. ASCII `"`, which quotes a phrase in Pagefind's queries, becomes full-width. Case is preserved, because
 * excerpts show this text; Pagefind itself ignores case.
 */
export function fold(text: string): string {
  return foldWidth(text.replace(INVISIBLE, ''));
}

/** The part of `fold` that preserves every offset: for highlighting in displayed text. */
export function foldWidth(text: string): string {
  return text
    .replace(/[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A％＃＋－＆＠＝／．＜＞]/gu, (wide) =>
      String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
    )
    .replaceAll('"', '\uFF02');
}

/** The tokens of a folded text: its characters without white space. */
export function tokensOf(folded: string): string[] {
  return [...folded].filter((character) => !/\s/u.test(character));
}

/**
 * The tokens of a folded text as indexed: one per character. White space before a token becomes its prefix
 * `SPACED`, so that excerpts can restore it; white space at both ends is dropped.
 */
export function spellOut(folded: string): string[] {
  return (
    folded
      .trim()
      .replace(/\s+/gu, SPACED)
      .match(/"?[^"]/gu) ?? []
  );
}

/** A folded text as displayed. */
export function shown(folded: string): string {
  return folded.replaceAll('\uFF02', '"');
}

/** Whether a character is neither a letter nor a digit: Pagefind drops those from a query unless configured. */
export function isSymbol(character: string): boolean {
  return !/[\p{Alphabetic}\p{N}\s]/u.test(character);
}

/** A folded text without punctuation, symbols and white space. */
export function bare(folded: string): string {
  return [...folded].filter((character) => !isSymbol(character) && !/\s/u.test(character)).join('');
}
