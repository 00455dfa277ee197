import { isHanzi, isInsideWord, wordsOf } from '../../text/segment.ts';

/** How a piece of a text differs from a name by more than one wrong character. */
export interface NameEdit {
  kind: 'extra' | 'missing' | 'swapped';
  /** Where in the name the extra or missing character stands, or the first of the two swapped ones. */
  at: number;
  /** Where the piece begins in the text, and how long it is. */
  index: number;
  length: number;
}

/** Shorter names are near to too many ordinary words. */
const SHORTEST = { extra: 4, missing: 4, swapped: 3 };
const DIVISION = /[省市县区州盟旗镇乡]/u;

/**
 * Finds the single edit that turns the name into a piece of the text: one character inserted, one left out, or two
 * neighbours swapped.
 * @param index where the name's first character stands in the text; of two swapped ones, where the piece begins
 */
export function nameEdit(text: string, index: number, name: string): NameEdit | undefined {
  let same = 0;
  while (same < name.length && text[index + same] === name[same]) same += 1;
  const at = same;
  const from = index + at;
  if (at === name.length) return doubledEnd(text, index, name);
  // Of 京冀津, also 京冀 could be a name without its second character.
  if (
    text[from] === name[at + 1] &&
    text[from + 1] === name[at] &&
    text.startsWith(name.slice(at + 2), from + 2)
  )
    return { kind: 'swapped', at, index, length: name.length };
  if (at === 0) return undefined;
  if (text.startsWith(name.slice(at), from + 1)) return { kind: 'extra', at, index, length: name.length + 1 };
  const isMissing = at < name.length - 1 && text.startsWith(name.slice(at + 1), from);
  return isMissing ? { kind: 'missing', at, index, length: name.length - 1 } : undefined;
}

/** The name itself, with its last character twice: `京津冀冀`. */
function doubledEnd(text: string, index: number, name: string): NameEdit | undefined {
  const { length } = name;
  const isTwice = text[index + length] === name[length - 1];
  return isTwice ? { kind: 'extra', at: length, index, length: length + 1 } : undefined;
}

/** Whether an edit is a slip, and not another way to say it: `高质量的发展`, `战略新兴产业`. */
export function isSlipEdit(text: string, { kind, at, index, length }: NameEdit, name: string): boolean {
  const found = text.slice(index, index + length);
  if (![...found].every(isHanzi)) return false;
  const isTold = { extra: isExtraSlip, missing: isMissingSlip, swapped: isSwapSlip }[kind];
  if (!isTold(found, at, name)) return false;
  return !isInsideWord(text, index) && !isInsideWord(text, index + length);
}

function isExtraSlip(found: string, at: number, name: string): boolean {
  const extra = found[at] ?? '';
  // `霸州市市长`: the next word begins as the name ends.
  if (at === name.length) return !DIVISION.test(extra);
  // Doubled; the character after it is the name's own and differs from it.
  if (extra === found[at - 1]) return true;
  return name.length >= SHORTEST.extra && isInWord(name, at) && !DIVISION.test(extra);
}

function isMissingSlip(found: string, at: number, name: string): boolean {
  if (name.length < SHORTEST.missing) return false;
  // `滦南县` without a character may be another county.
  if (DIVISION.test(found[at] ?? '') && at < 3) return false;
  // The rest of the word must not be a word itself.
  const word = wordOf(name, at);
  if (word === undefined) return false;
  const rest = name.slice(word.from, at) + name.slice(at + 1, word.to);
  if (rest.length > 1) return wordsOf(rest).length > 1;
  // A single first character can belong to the word before it: `国家和地区` is not 和田地区.
  if (word.from === 0) return false;
  return wordsOf(found).some(({ index, text }) => index === word.from && text === rest);
}

function isSwapSlip(_: string, at: number, name: string): boolean {
  if (name.length < SHORTEST.swapped) return false;
  // 安新县 and 新安县 are two counties, and 安新经开区 may be of either.
  const isPlace = DIVISION.test(name.at(-1) ?? '') || /[园城]$/u.test(name);
  return !isPlace || (name.length > 3 && at > 0);
}

/** The word of a name in which a character stands, where it is not its only one. */
function wordOf(name: string, at: number): { from: number; to: number } | undefined {
  const word = wordsOf(name).find(({ index, text }) => index <= at && at < index + text.length);
  return word && word.text.length > 1 ? { from: word.index, to: word.index + word.text.length } : undefined;
}

/** Whether a character inserted before an index splits a word of a name. */
function isInWord(name: string, at: number): boolean {
  return wordsOf(name).some(({ index, text }) => index < at && at < index + text.length);
}
