/**
 * Pairs of neighbours that the index has lists of, besides those of single characters. The list of a frequent character
 * is long, that of the comma 78 kB for 1,000 articles: a phrase asks for pairs with it instead.
 */

/** Signs, digits and hanzi that are frequent in articles on economy, folded: two fifths of all text. */
const FREQUENT_FIRST = new Set([
  ...',。、:-.“()%0123456789',
  ...'的一在和是不了有个为上中大人年月日市县区园地国家业企产项目投资建设开发展新高技工能制进经全会行用成元万亿',
]);
/** Number of Unicode's code points. */
const CODE_POINTS = 0x11_0000;
/** So frequent that their pairs with what is before them are needed too: at the end of a phrase no other pair has them. */
const FREQUENT_SECOND = new Set([...',。']);

/** Whether the index has a list of a pair of characters. */
export function isPaired(first: string, second: string): boolean {
  return FREQUENT_FIRST.has(first) || FREQUENT_SECOND.has(second);
}

/** Whether a word of the index is a pair, not a single character. */
export function isPair(word: string): boolean {
  return word.length > String.fromCodePoint(word.codePointAt(0) ?? 0).length;
}

/** The code points of a word, a single character or a pair; 0 for none. */
export function codesOf(word: string): [first: number, second: number] {
  const [first = '', second = ''] = word;
  return [first.codePointAt(0) ?? 0, second.codePointAt(0) ?? 0];
}

/**
 * A number by which words are ordered: by the code points of their first, then of their second character. Pagefind
 * expects the order of UTF-8, in which JavaScript's own order has rare hanzi in another place.
 */
export function orderOf(word: string): number {
  const [first, second] = codesOf(word);
  return first * CODE_POINTS + second;
}
