import { isCommonCharacter } from './common-hanzi.ts';

/** Longer texts are judged by their beginning. */
const ENOUGH = 200_000;
/** Weight of a character that no text holds. */
const BAD = 3;

/**
 * How much a decoded text looks like Chinese: the share of usual characters among those beyond ASCII,
 * less those that show a wrong encoding (private use, controls, unassigned).
 * @returns up to 1; 1 for text of ASCII only
 */
export function chineseScore(text: string): number {
  let common = 0;
  let bad = 0;
  let all = 0;
  for (const character of text.slice(0, ENOUGH)) {
    if (character < '\u0080') continue;
    all += 1;
    if (isCommonCharacter(character)) common += 1;
    else if (/[\p{Co}\p{Cc}\p{Cn}\p{Cs}\uFFFD]/u.test(character)) bad += 1;
  }
  return all === 0 ? 1 : (common - BAD * bad) / all;
}
