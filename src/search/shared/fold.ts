/**
 * Normalization of texts and queries, shared by indexing, searching and marking. A text is folded to words of
 * one character each; texts with equal words match. Which signs are equal is listed in `equivalents.ts`; what
 * depends on the neighbours of a sign is here. What is printed is kept beside the words: results show it.
 */
import { wordsOf } from './equivalents.ts';

/** Ends a block of text: no query contains it, so that phrases do not match across paragraphs. */
export const BOUNDARY = '\u2063';

/** The word between two figures that are set apart: 1 2022 is not 12022, nor 3½ 31/2. */
export const FIGURE_GAP = '␣';
/** The word for a separator of thousands: readers type 3,000 without it. A comma in a list stays a comma. */
export const THOUSANDS = '٬';
/**
 * A number in groups of three that ordinary spaces separate, before its measure. Without one it is a list: 1 200 300.
 */
const SPACED =
  /(?<![\d.,]|\d␣)[1-9]\d{0,2}(?:␣\d{3})+(?=[十百千万亿兆元亩吨人户家个项台套件辆公平米]|m[23]|k[mgw]|%)/gu;
/** The word before an exponent: 10⁴ is typed 10^4, and is not 104. */
const EXPONENT = '^';
/** The spaces that separate thousands (GB/T 15835: a quarter of an em). */
const THIN_SPACES = /^[\u00A0\u2005\u2006\u2009\u202F]$/u;
const THIN_SPACE = '\u2009';
/** White space that print does not collapse. */
const OWN_SPACE = /^[\u00A0\u2000-\u200A\u202F\u205F\u3000]$/u;

/** A folded text, and where each code unit of it is printed in the original. */
export interface Folded {
  text: string;
  /** Offsets in the original, by code unit of `text`. */
  starts: number[];
  ends: number[];
}

/** A word, and what is printed for it. */
interface Piece {
  word: string;
  start: number;
  end: number;
}

const SUPERSCRIPT = /[⁰¹²³⁴-⁹⁺⁻]/u;
/** Signs for whole numbers, such as ½ and ⒈: set apart from the figures beside them. */
const WHOLE_NUMBER = /(?![⁰¹²³⁴-⁹₀-₉])\p{No}|[\u3358-\u3370\u33E0-\u33FE]/u;
const MARK = /^[\p{M}\p{Emoji_Modifier}]/u;
/** Characters without a shape, which typing and copying leave behind. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/u;
/** The joiner of a picture made of several, such as a family, has a shape. */
const HIDDEN =
  /(?![\p{M}\s])(?!(?<=\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?)\u200D)[\p{Default_Ignorable_Code_Point}\p{Cc}]|\uFEFF/gu;
/** Syllables in parts: kana with a voicing mark, half width too, and Hangul. Only together they are a sign. */
const IN_PARTS = /[\u1100-\u11FF\u3099\u309A\uFF9E\uFF9F]/u;
const SYLLABLES =
  /[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?|[\u3041-\u30FE\uFF66-\uFF9D][\u3099\u309A\uFF9E\uFF9F]|./gsu;

/** Zeros of years in hanzi that were typed as a figure or a letter: 二0二二年, 二O二二年. */
const HANZI_ZEROS = /(?<=[一二三四五六七八九〇])[0o]+(?=[一二三四五六七八九〇年])/gu;
/** A number whose thousands are separated. The comma of a clause may stand before it, that of a list of figures not. */
const GROUPED = /(?<![\d.\u2009]|\d,)[1-9]\d{0,2}(?:[,\u2009]\d{3})+(?![\d]|[,\u2009]\d)/gu;

/** The words of a text as one string. Folding it again changes nothing. */
export function fold(text: string): string {
  return textOf(piecesOf(text));
}

/** Folds a text and keeps track of positions, for marking matches in what is printed. */
export function foldWithOffsets(text: string): Folded {
  const pieces = piecesOf(text);
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { word, start, end } of pieces) {
    for (let unit = 0; unit < word.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
  }
  return { text: textOf(pieces), starts, ends };
}

/** What results show of a text: without invisible characters, and white space as print collapses it. */
export function printedOf(text: string): string {
  return text
    .replace(HIDDEN, '')
    .replace(/\s+/gu, (space) => (OWN_SPACE.test(space) ? space : ' '))
    .trim();
}

/** Whether a word is neither a letter nor a digit: Pagefind drops those from a query unless configured. */
export function isSymbol(word: string): boolean {
  return !/[\p{Alphabetic}\p{N}\s]/u.test(word);
}

/** What a character is, by itself. */
interface Sign {
  kind: 'space' | 'mark' | 'invisible' | 'number' | 'superscript' | 'plain';
  words: string;
}

const signs = new Map<string, Sign>();

function signOf(character: string): Sign {
  let sign = signs.get(character);
  if (sign === undefined) {
    sign = { kind: kindOf(character), words: wordsOf(character) };
    signs.set(character, sign);
  }
  return sign;
}

function kindOf(character: string): Sign['kind'] {
  // The byte order mark is white space to JavaScript only.
  if (/\s/u.test(character) && character !== '\uFEFF') return 'space';
  if (MARK.test(character)) return 'mark';
  if (INVISIBLE.test(character)) return 'invisible';
  if (SUPERSCRIPT.test(character)) return 'superscript';
  return WHOLE_NUMBER.test(character) ? 'number' : 'plain';
}

/** The words of a text, one by one, without the rules that replace a word by another (see `textOf`). */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let space = '';
  /** Where marks without a letter begin: they belong to the next sign. */
  let orphans: number | undefined;
  let last: Sign | undefined;
  let at = 0;
  for (const character of signsOf(text)) {
    const start = at;
    at += character.length;
    const sign = signOf(character);
    const { kind, words } = sign;
    if (kind === 'space') space += character;
    else if (kind === 'mark' || kind === 'invisible') {
      if (last && space === '') extend(pieces, at);
      else if (kind === 'mark') orphans ??= start;
    } else {
      const from = orphans ?? start;
      const gap = gapBetween(last, sign, space);
      if (gap !== '') pieces.push({ word: gap, start: from, end: from });
      for (const word of words) pieces.push({ word, start: from, end: at });
      space = '';
      orphans = undefined;
      last = sign;
    }
  }
  return pieces;
}

/** The signs of a text: its characters, or syllables that are written in parts. */
function signsOf(text: string): Iterable<string> {
  return IN_PARTS.test(text) ? (text.match(SYLLABLES) ?? []) : text;
}

/** Adds marks to the sign before them, to all of its words. */
function extend(pieces: Piece[], end: number): void {
  const { start } = pieces[pieces.length - 1] as Piece;
  for (let index = pieces.length - 1; pieces[index]?.start === start; index -= 1) {
    (pieces[index] as Piece).end = end;
  }
}

/** The word between two neighbouring figures, if white space or a sign itself sets them apart. */
function gapBetween(last: Sign | undefined, sign: Sign, space: string): string {
  if (last === undefined) return '';
  const isRaised = sign.kind === 'superscript' && last.kind !== 'superscript';
  const isApart = space !== '' || last.kind === 'number' || sign.kind === 'number';
  if (!isRaised && !isApart) return '';
  if (isRaised && /\d$/u.test(last.words)) return EXPONENT;
  if (!isApart || !/[\d.]$/u.test(last.words) || !/^\d/u.test(sign.words)) return '';
  return THIN_SPACES.test(space) ? THIN_SPACE : FIGURE_GAP;
}

/** The words as one string, some replaced by others that depend on their neighbours; each keeps its position. */
function textOf(pieces: Piece[]): string {
  return pieces
    .map(({ word }) => word)
    .join('')
    .replace(HANZI_ZEROS, (zeros) => '〇'.repeat(zeros.length))
    .replace(GROUPED, (number) => number.replace(/[,\u2009]/gu, THOUSANDS))
    .replaceAll(THIN_SPACE, FIGURE_GAP)
    .replace(SPACED, (number) => number.replaceAll(FIGURE_GAP, THOUSANDS));
}
