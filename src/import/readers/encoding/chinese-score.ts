import { isCommonCharacter } from './common-hanzi.ts';

/** Longer texts are judged by their start. */
const MAX_SCORED_LENGTH = 200_000;
/** Weight of a character that does not occur in text. */
const INVALID_WEIGHT = 3;

/**
 * How much a decoded text looks like Chinese: the share of common characters among the non-ASCII ones, minus
 * weighted characters that show a wrong encoding (private use, controls, unassigned).
 * @returns at most 1; 1 for ASCII text
 */
export function chineseScore(text: string): number {
  let common = 0;
  let bad = 0;
  let all = 0;
  for (const character of text.slice(0, MAX_SCORED_LENGTH)) {
    if (character < '\u0080') continue;
    all += 1;
    if (isCommonCharacter(character)) common += 1;
    else if (/[\p{Co}\p{Cc}\p{Cn}\p{Cs}\uFFFD]/u.test(character)) bad += 1;
  }
  return all === 0 ? 1 : (common - INVALID_WEIGHT * bad) / all;
}
