import { withEdits } from './edit.ts';
import { type Folded, foldDigits, isNumeral } from './fold-digits.ts';

export type NumberKind = 'mobile' | 'identity' | 'card';

/** A personal number in any notation, with its position in the text. */
export interface FoundNumber {
  kind: NumberKind;
  /** The digits alone, without separators. */
  number: string;
  index: number;
  length: number;
}

const NUMERAL = '〇零○一壹幺二贰两三叁四肆五伍六陆七柒八捌九玖';
const DIGIT = `0-9０-９${NUMERAL}`;
/** Quick test: eleven digits close together. Without the flag `u`, which is slower. */
const MAY_CONTAIN = new RegExp(`[${DIGIT}](?:[^A-Za-z\\u3400-\\u9FFF${DIGIT}]{0,9}[${DIGIT}]){10}`);
/** Characters outside the common ranges; only texts with one are searched for digits of other scripts. */
const UNUSUAL = /[^\0-\u024F\u2010-\u203B\u3000-\u9FFF\uF900-\uFFEF]/;
const RARE = /[[\p{Nd}\p{No}]--[0-9０-９]]/v;

const GAP = '[ \\-./()*]{0,3}';
const MOBILE = new RegExp(
  `(?<![0-9])((?:\\(?\\+?(?:00)?86\\)?)${GAP}|0[ -]?)?(1${GAP}[3-9](?:${GAP}[0-9]){9})(?![0-9A-Za-z])`,
  'gu',
);
const IDENTITY =
  /(?<![0-9A-Za-z])[1-8]\d{5}[ -]{0,3}(?:18|19|20)\d{2}[ -]{0,3}(?:0[1-9]|1[0-2])[ -]?(?:0[1-9]|[12]\d|3[01])[ -]{0,3}\d{3}[\dXx](?![0-9A-Za-z])/gu;
/** UnionPay cards, without separators or in groups of four. */
const CARD = /(?<![0-9A-Za-z])62\d{2}(?:[ -]{0,3}\d{4}){3}(?:[ -]{0,3}\d{1,3})?(?![0-9A-Za-z])/gu;
const IN_NUMERALS = new RegExp(`[${NUMERAL}][^A-Za-z]{0,3}[${NUMERAL}]`, 'u');
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Finds personal numbers in a text in any notation: full-width, grouped, after letters, in numerals. */
export function findPersonalNumbers(text: string): FoundNumber[] {
  if (!MAY_CONTAIN.test(text) && !(UNUSUAL.test(text) && RARE.test(text))) return [];
  const folded = foldDigits(text);
  const found = [
    ...findAll(folded, text, MOBILE, 'mobile', isMobile),
    ...findAll(folded, text, IDENTITY, 'identity', ([whole]) => isIdentity(digitsOnly(whole))),
    ...findAll(folded, text, CARD, 'card', ([whole]) => isCard(digitsOnly(whole))),
    ...findInNumerals(text),
  ];
  return found.toSorted((a, b) => a.index - b.index);
}

/**
 * The personal numbers in a text that must not be published, masked for messages.
 * @param publicNumbers mobile numbers of public contacts, as eleven digits
 */
export function personalNumbers(
  text: string,
  publicNumbers: ReadonlySet<string>,
): { kind: NumberKind; masked: string }[] {
  return findPersonalNumbers(text)
    .filter(({ number }) => !publicNumbers.has(number))
    .map(({ kind, number }) => ({ kind, masked: maskNumber(kind, number) }));
}

/**
 * A text of a message, in which no personal number is written a second time.
 * @param publicNumbers mobile numbers of public contacts, as eleven digits
 */
export function withMaskedNumbers(text: string, publicNumbers: ReadonlySet<string> = new Set()): string {
  const edits = findPersonalNumbers(text)
    .filter(({ number }) => !publicNumbers.has(number))
    .map(({ kind, number, index, length }) => ({
      start: index,
      end: index + length,
      text: maskNumber(kind, number),
    }));
  return withEdits(text, edits);
}

/** The mobile numbers of a text, as eleven digits each. */
export function mobileNumbers(text: string): string[] {
  return findPersonalNumbers(text).flatMap(({ kind, number }) => (kind === 'mobile' ? number : []));
}

/**
 * Mobile numbers of the contacts that a site shows: they may stand everywhere.
 * @param site the site, or what is written in its file where that has errors
 */
export function publicMobileNumbers(site: unknown): ReadonlySet<string> {
  const { contacts } = (site ?? {}) as { contacts?: unknown };
  const shown = (Array.isArray(contacts) ? contacts : []).filter((contact) => contact?.public === true);
  return new Set(shown.flatMap(({ value }) => mobileNumbers(String(value))));
}

/** A number for a message, with its middle hidden. */
export function maskNumber(kind: NumberKind, number: string): string {
  return kind === 'mobile'
    ? `${number.slice(0, 3)}****${number.slice(7)}`
    : `${number.slice(0, 4)}****${number.slice(-2)}`;
}

function findAll(
  { text, offsets }: Folded,
  original: string,
  pattern: RegExp,
  kind: NumberKind,
  isOne: (match: RegExpExecArray) => boolean,
): FoundNumber[] {
  const found: FoundNumber[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (!isOne(match)) {
      pattern.lastIndex = match.index + 1;
      continue;
    }
    const end = match.index + match[0].length;
    const index = offsets[match.index] ?? 0;
    const length = (offsets[end] ?? original.length) - index;
    found.push({ kind, number: digitsOnly(match[2] ?? match[0]), index, length });
  }
  return found;
}

/** Mobile numbers with at least four Chinese numerals. */
function findInNumerals(text: string): FoundNumber[] {
  if (!IN_NUMERALS.test(text)) return [];
  return findAll(foldDigits(text, true), text, MOBILE, 'mobile', isMobile).filter(
    ({ index, length }) => [...text.slice(index, index + length)].filter(isNumeral).length >= 4,
  );
}

function digitsOnly(number: string): string {
  return number.replace(/[^0-9Xx]/gu, '');
}

/** Whether eleven digits are grouped like a telephone number and are not part of another number or code. */
function isMobile({ input, index, 0: whole, 2: number = '' }: RegExpExecArray): boolean {
  const before = input.slice(Math.max(0, index - 40), index);
  const after = input.slice(index + whole.length, index + whole.length + 4);
  // Decimals: 1.3812345678, 13812345678.50.
  if (/\d\.$/u.test(before) || /^\.\d{1,2}(?!\d)/u.test(after)) return false;
  const letters = /[A-Za-z]+$/u.exec(before)?.[0] ?? '';
  const head = before.slice(0, before.length - letters.length);
  // The middle of a code: MA0ABC13812345678, or hexadecimal in an address.
  if (letters !== '' && /[0-9]$/u.test(head)) return false;
  if (/^[a-f]+$/iu.test(letters) && /[/=_.%#?&+~-]$/u.test(head)) return false;
  return isGrouped(number, /\d[ -]$/u.test(before) || /^[ -]\d/u.test(after));
}

/** @param hasNeighbours whether more digits precede or follow after a space or hyphen */
function isGrouped(number: string, hasNeighbours: boolean): boolean {
  const groups = number.split(/\D+/u).map(({ length }) => length);
  const gaps = [...new Set(number.match(/\D+/gu))];
  const shape = groups.join('-');
  if (shape === '11' || shape === '3-4-4') return true;
  if (hasNeighbours || gaps.includes('.')) return shape === '1-1-1-1-1-1-1-1-1-1-1' && !hasNeighbours;
  return ['3-8', '7-4', '4-7', '3-3-5', '4-3-4', '4-4-3', '1-1-1-1-1-1-1-1-1-1-1'].includes(shape);
}

/** Verifies the check digit (GB 11643). */
function isIdentity(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return '10X98765432'[sum % 11] === number[17]?.toUpperCase();
}

/** Verifies the check digit (ISO/IEC 7812, Luhn). */
function isCard(number: string): boolean {
  const sum = [...number].toReversed().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return number.length >= 16 && sum % 10 === 0;
}
