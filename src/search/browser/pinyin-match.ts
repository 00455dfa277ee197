/** How well letters match the reading of a name: all of it, its beginning, a later part; 0 if they do not. */
export type PinyinMatch = 0 | 1 | 2 | 3;
export const WHOLE = 3;
export const BEGINNING = 2;
const LATER = 1;

/** Letters of one syllable are too common: nearly every list of names has a name with `s`. */
const MIN_LETTERS = 2;
/** Minimum number of letters that match a later part of a name. */
const MIN_LATER_LETTERS = 4;

/** Pinyin with a number for each tone: tang2shan1. */
const NUMBERED = /^(?:[a-z]+[1-5])+[a-z]*$/u;

/**
 * What was typed as pinyin: letters and digits without blanks, apostrophes and tones (`Táng'shān` and `tang2shan1`
 * become `tangshan`). Undefined if it is too short or contains anything else.
 */
export function typedPinyin(text: string): string | undefined {
  const letters = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/u\u0308/gu, 'v')
    .replace(/[\p{M}\s'’‘`·-]|[。，.,]$/gu, '');
  const plain = (NUMBERED.test(letters) ? letters.replace(/\d/gu, '') : letters)
    .replace(/lyu/gu, 'lv')
    .replace(/([ln])ue/gu, '$1ve');
  return plain.length >= MIN_LETTERS && /^[a-z0-9]*[a-z][a-z0-9]*$/u.test(plain) ? plain : undefined;
}

/**
 * Matches typed letters with a reading: full syllables, first letters, or both mixed (`tangsgxq`).
 * @param reading syllables with spaces between them
 */
export function matchPinyin(letters: string, reading: string): PinyinMatch {
  const syllables = reading.split(' ');
  const end = endOf(letters, 0, syllables, 0);
  if (end !== undefined) return end === syllables.length ? WHOLE : BEGINNING;
  if (letters.length < MIN_LATER_LETTERS) return 0;
  const isLater = syllables.some((_, at) => at > 0 && syllables.slice(at).join('').startsWith(letters));
  return isLater ? LATER : 0;
}

/**
 * Matches a text in which hanzi stand between letters, as an input method leaves it: ts高新区, 唐山gaoxinqu.
 * @param names the names of a page
 * @param readings their readings, in any order
 */
export function matchMixed(typed: string, names: string[], readings: string[]): PinyinMatch {
  if (!/\p{Script=Han}/u.test(typed) || !/[a-z]/u.test(typed)) return 0;
  let best: PinyinMatch = 0;
  for (const name of names) {
    const characters = [...name];
    for (const reading of readings) {
      const syllables = reading.split(' ');
      if (syllables.length !== characters.length) continue;
      // A typed hanzi is read as the syllable of its character; another one as nothing.
      const written = syllables.map((syllable, at) => `${characters[at]}${syllable}`);
      const end = mixedEnd([...typed.replace(/\s/gu, '')], 0, written, 0);
      if (end === written.length) return WHOLE;
      if (end !== undefined) best = BEGINNING;
    }
  }
  return best;
}

/** Like `endOf`, for hanzi and letters. @param written each character with its syllable behind */
function mixedEnd(typed: string[], at: number, written: string[], from: number): number | undefined {
  const next = typed[at];
  if (next === undefined) return from;
  const [character = '', ...letters] = written[from] ?? '';
  if (next === character) return mixedEnd(typed, at + 1, written, from + 1);
  for (let length = letters.length; length > 0; length -= 1) {
    const isTyped = letters.slice(0, length).every((letter, index) => letter === typed[at + index]);
    const isAtEnd = at + length === typed.length;
    if (!isTyped || (length > 1 && length < letters.length && !isAtEnd)) continue;
    const end = mixedEnd(typed, at + length, written, from + 1);
    if (end !== undefined) return isAtEnd && length < letters.length ? from + 0.5 : end;
  }
  return undefined;
}

/**
 * The number of syllables that the letters from `at` on use up, from a syllable on; the most if there are several
 * ways. Only the last syllable may be begun without being a first letter: `tangsh`.
 */
function endOf(letters: string, at: number, syllables: string[], from: number): number | undefined {
  if (at === letters.length) return from;
  const syllable = syllables[from];
  if (syllable === undefined || letters[at] !== syllable[0]) return undefined;
  const rest = letters.length - at;
  if (rest <= syllable.length && syllable.startsWith(letters.slice(at))) {
    // The letters end in this syllable; as first letters they may reach further.
    const further = rest > 1 ? endOf(letters, at + 1, syllables, from + 1) : undefined;
    const isWhole = rest === syllable.length || rest === 1;
    return Math.max(further ?? 0, isWhole ? from + 1 : from + 0.5);
  }
  const whole = letters.startsWith(syllable, at)
    ? endOf(letters, at + syllable.length, syllables, from + 1)
    : undefined;
  const first = endOf(letters, at + 1, syllables, from + 1);
  return whole === undefined ? first : Math.max(whole, first ?? 0);
}
