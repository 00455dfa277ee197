import { type TypstCode, call, literal, sequence } from './typst-code.ts';

/** Writes the texts of an edition as Typst code. */
export interface TextSetter {
  /** A text; white space is collapsed, as in HTML. */
  text(text: string): TypstCode[];
  /** A text whose lines break between phrases only, as in a title. */
  phrases(phrases: readonly string[]): TypstCode;
}

/** Minimum length of an ASCII word in which a line may break anywhere. */
const MIN_BREAKABLE_LENGTH = 14;
/** Number of characters between two places where a long word may break. */
const PIECE_LENGTH = 2;
/** Hanzi of a phrase that fits the narrowest line of a title. */
const MAX_PHRASE = 10;

/**
 * Sets line breaks that Typst does not know: a mark that must not begin a line is joined with the character before
 * it, and long addresses may break anywhere.
 */
const SPECIAL = new RegExp(
  `(?<kept>[^\\s·—～×][·—～×]+)|(?<long>[\\x21-\\x7E]{${MIN_BREAKABLE_LENGTH},})`,
  'gu',
);

/**
 * @param covers whether the font has a glyph of a character
 * @param onMissing called for each character without a glyph; its code point is printed instead
 */
export function createTextSetter(
  covers: (character: string) => boolean,
  onMissing: (character: string) => void,
): TextSetter {
  function text(value: string): TypstCode[] {
    const parts: TypstCode[] = [];
    const collapsed = visible(value).replaceAll(/[ \t\n\f\r]+/gu, ' ');
    let at = 0;
    for (const match of collapsed.matchAll(SPECIAL)) {
      parts.push(...plain(collapsed.slice(at, match.index)));
      parts.push(...(match.groups?.kept === undefined ? breakable(match[0]) : [box(match[0])]));
      at = match.index + match[0].length;
    }
    parts.push(...plain(collapsed.slice(at)));
    return parts;
  }

  /** String literals, and characters without a glyph between them. */
  function plain(value: string): TypstCode[] {
    const parts: TypstCode[] = [];
    let run = '';
    for (const character of value) {
      if (covers(character)) run += character;
      else if (/\s/u.test(character)) run += ' ';
      else {
        if (run !== '') parts.push(literal(run));
        run = '';
        onMissing(character);
        parts.push(missing(character));
      }
    }
    if (run !== '') parts.push(literal(run));
    return parts;
  }

  const box = (value: string) => call('joined', {}, sequence(plain(value)));

  function breakable(value: string): TypstCode[] {
    return (value.match(new RegExp(`.{1,${PIECE_LENGTH}}`, 'gu')) ?? []).map(box);
  }

  return {
    text,
    phrases: (phrases) =>
      sequence(
        phrases.flatMap((phrase) => {
          const parts = text(phrase);
          const fits = [...phrase].length <= MAX_PHRASE && phrases.length > 1;
          return fits ? [call('joined', {}, sequence(parts))] : parts;
        }),
      ),
  };
}

/** Removes invisible characters for which the font has no glyph. */
function visible(value: string): string {
  return value.toWellFormed().replaceAll(/[\p{Default_Ignorable_Code_Point}[\p{Cc}--\s]]/gv, '');
}

/** A character without a glyph: a box and its code point. */
export function missing(character: string): TypstCode {
  return call('missing', {}, literal(codePointName(character)));
}

/** `U+20000` */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
