/**
 * Finds where the lines of a title may break: between words of the dictionary of `Intl.Segmenter`. That dictionary
 * is small and contains few names, so single hanzi are joined with the word to which they belong. No phrase has a
 * single character.
 */

/** Hanzi. A phrase is not extended beyond this, so that it fits the narrowest line at the largest size. */
const MAX_PHRASE_LENGTH = 7;

/** Single hanzi that belong to what follows: prepositions, numerals, adverbs, and adjectives of one character. */
const BEFORE =
  /^[在与和及为向让把被从对于以将就是有到由当使给并或而则且第前近超约逾不未再更最又也都只很要看按用各每全本该何怎这那新老大小高多双两一二三四五六七八九十百千万]$/u;
/** Single hanzi that end a phrase. */
const PARTICLE = /^[的了等地得着过们]$/u;
const NUMERAL = /^[一二三四五六七八九十百千万亿]/u;
const HANZI = /^\p{Script=Han}+$/u;
/** Opening marks, which must not end a line. */
const OPENING = /[“‘「『《〈（【〔(［[]$/u;
/** Marks between two parts of one expression: 5×8, 1—8月, 约翰·史密斯. A double dash separates. */
const JOINING = /(?:^|[^—])—$|[×·～~+＋\-–/／&＆.]$/u;
/** A short quotation or the name of a work is one phrase. With its marks and a comma it fits the narrowest line. */
const SHORT_QUOTE = /“[^“”]{1,5}”|《[^《》]{1,5}》|「[^「」]{1,5}」/gu;
const LETTER = /[\p{L}\p{N}]/gu;

let segmenter: Intl.Segmenter | undefined;

/**
 * Splits a title into phrases between which a line may break; joined, they are the title.
 * @returns the whole title where the engine has no `Intl.Segmenter`
 */
export function phrasesOf(title: string): string[] {
  if (typeof Intl.Segmenter === 'undefined') return [title];
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const phrases: string[] = [];
  const quotes = [...title.matchAll(SHORT_QUOTE)];
  const isInQuote = (at: number) =>
    quotes.some(({ 0: { length }, index }) => at > index && at < index + length);
  let last = '';
  for (const { segment, index } of segmenter.segment(title)) {
    const phrase = phrases[phrases.length - 1];
    if (phrase !== undefined && (isInQuote(index) || isJoined(phrase, last, segment)))
      phrases[phrases.length - 1] = phrase + segment;
    else phrases.push(segment);
    last = segment;
  }
  return withoutSingles(phrases);
}

/**
 * @param phrase the phrase so far
 * @param last its last word or mark
 */
function isJoined(phrase: string, last: string, next: string): boolean {
  if (/\s$/u.test(phrase)) return false;
  if (!/[\p{L}\p{N}]/u.test(next)) return !OPENING.test(next);
  if (OPENING.test(phrase) || JOINING.test(phrase)) return true;
  if (!/[\p{L}\p{N}]$/u.test(phrase)) return false;
  if (PARTICLE.test(next)) return true;
  if (PARTICLE.test(last) || hanziIn(phrase) + hanziIn(next) > MAX_PHRASE_LENGTH) return false;
  if (/\d$/u.test(last)) return HANZI.test(next);
  if (NUMERAL.test(last.slice(-1)) && NUMERAL.test(next)) return true;
  const isSingle = isSingleHanzi(last);
  if (isSingle && lengthOf(phrase) === 1) return HANZI.test(next) || (BEFORE.test(last) && /^\d/u.test(next));
  return isSingleHanzi(next) ? !BEFORE.test(next) : isSingle && BEFORE.test(last);
}

/** Joins a phrase of one character with the one before it, at the beginning with the one after it. */
function withoutSingles(phrases: string[]): string[] {
  const out: string[] = [];
  for (const phrase of phrases) {
    const before = out[out.length - 1];
    const isShort = lengthOf(phrase) < 2 || (out.length === 1 && lengthOf(before ?? '') < 2);
    if (before !== undefined && isShort) out[out.length - 1] = before + phrase;
    else out.push(phrase);
  }
  return out;
}

function isSingleHanzi(word: string): boolean {
  return HANZI.test(word) && [...word].length === 1;
}

function hanziIn(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

/** Letters and digits; marks do not count. */
function lengthOf(text: string): number {
  return text.match(LETTER)?.length ?? 0;
}
