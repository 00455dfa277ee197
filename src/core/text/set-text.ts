/** Characters without a shape of their own: joiners, selectors of variants. */
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/gu;

/**
 * The text without the symbols that a font lacks, such as emoji.
 * @param covers whether the font has all characters of a text
 * @returns undefined if the font lacks a letter or a number: a text must not be printed with a hole
 */
export function settable(text: string, covers: (text: string) => boolean): string | undefined {
  let result = '';
  for (const character of text.normalize('NFC').replace(INVISIBLE, '')) {
    const compatible = character.normalize('NFKC');
    if (/\s/u.test(character)) result += ' ';
    else if (covers(character)) result += character;
    else if (covers(compatible)) result += compatible;
    else if (/[\p{L}\p{N}]/u.test(character)) return undefined;
  }
  return result.replace(/ {2,}/gu, ' ').trim();
}
