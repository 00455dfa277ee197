import { isFigure } from '../shared/figures.ts';
import { notations } from './notations.ts';
import { spellings } from './spellings.ts';

const FIGURE = String.raw`[-+#$¥€£<=>≈^.٬]*\d(?:[\da-zα-ω%‰‱°+#^]|[-.,:/·٬␣<=>^+#$¥€£]+(?=\d))*`;
/** The magnitude and the measure of a figure belong to it: 1.5亿元, 13日. What follows 5G or 10kV is no measure. */
const MEASURE = String.raw`(?<![a-z])[十百千万亿兆]*(?:(?!第)\p{Script=Han})?[+#%‰‱°]*`;
const LATIN = String.raw`[a-zα-ω](?:[\da-zα-ω]|[+#]|[-.'&@_/](?=[\da-z])|[,:٬␣=^]+(?=\d))*`;
/**
 * Part of a query that is never cut: a figure with its signs (+3.5%, 13℃, 10^4, 3:2) and measure, a Latin word
 * (PM2.5, C++), or one other letter.
 */
const ATOM = new RegExp(String.raw`${FIGURE}(?:${MEASURE})?|${LATIN}|[\p{Alphabetic}\p{N}]`, 'gu');
const RIGID = /[\da-zα-ω]/u;

/** Before and after a figure: nothing that would make it another one. */
const FIGURE_STARTS = '(?<![\\da-zα-ω]|[-.٬+#$¥€£<=>≈^]|\\d[,:/␣])';
const FIGURE_ENDS = '(?![\\da-zα-ω%‰‱°+#^]|[-.,:/٬␣]\\d)';
/** A plus that joins a Latin word to a hanzi: 5G+工业互联网 is typed without it. */
const JOINING_PLUS = '\\+(?=\\p{Script=Han})';
/** Before a figure of which no digit is missing. */
const WHOLE_STARTS = '(?<!\\d|\\d[.٬])';
/** Before and after a Latin word. */
const WORD_STARTS = '(?<![\\da-zα-ω])';
const WORD_ENDS = `(?=${JOINING_PLUS}|(?![\\da-zα-ω+#]))`;
/** What a query may lack between two hanzi. */
const SKIPPED = '[^\\p{Alphabetic}\\p{N}]*';

/** The parts of a folded query; other symbols are left out. */
export function atomsOf(folded: string): string[] {
  return folded.match(ATOM) ?? [];
}

/** Whether an atom is a figure or a Latin word, not a hanzi. */
export function isRigid(atom: string): boolean {
  return RIGID.test(atom);
}

/** The source of a regular expression that matches a folded query, in all its spellings and notations, in folded text. */
export function pattern(folded: string): string {
  return either([
    ...spellings(folded).map((spelling) => `${isFigure(spelling) ? WHOLE_STARTS : ''}${escaped(spelling)}`),
    ...notations(folded).map(notationPattern),
  ]);
}

/** The source of an expression for another notation of a query: there no figure is cut, since it was not typed so. */
export function notationPattern(notation: string): string {
  const starts = /^\d/u.test(notation) ? WHOLE_STARTS : '';
  const ends = /\d$/u.test(notation) ? '(?![\\d万亿]|[.٬]\\d)' : '';
  return `${starts}${escaped(notation)}${ends}`;
}

/** A figure alone, or a model (C919, A-12), folded. */
const ALONE = /^(?=.*\d)[\da-z][\da-z.٬-]*$/u;

/**
 * The source of an expression for a query that is nothing but a figure or a model, where it is no part of another:
 * 202 is not 2026, nor A1 A12. Undefined for other queries.
 */
export function alonePattern(folded: string): string | undefined {
  if (!ALONE.test(folded)) return undefined;
  const starts = /^\d/u.test(folded) ? WHOLE_STARTS : '(?<![a-z])';
  const ends = /\d$/u.test(folded) ? '(?!\\d|[.٬]\\d)' : WORD_ENDS;
  return `${starts}${pattern(folded)}${ends}`;
}

/**
 * Like `pattern`, but only where no figure or word is cut: 3个项目 is not in 413个项目, nor 1.5亿 in 11.5亿.
 */
export function wholePattern(folded: string): string {
  const starts = /^[\da-z]/u.test(folded) ? '(?<![\\da-z]|\\d[.٬])' : '';
  const ends = /[\da-z]$/u.test(folded) ? '(?![\\da-z]|[.٬]\\d)' : '';
  return `${starts}${pattern(folded)}${ends}`;
}

/** Like `pattern`, but ignores punctuation between the query's atoms. */
export function loosePattern(folded: string): string {
  return either(
    [...spellings(folded), ...notations(folded)].map((spelling) =>
      atomsOf(spelling)
        .map((atom) => (isRigid(atom) ? wholeAtom(atom) : escaped(atom)))
        .join(SKIPPED),
    ),
  );
}

function wholeAtom(atom: string): string {
  if (/^[a-zα-ω]/u.test(atom)) return `${WORD_STARTS}${escaped(atom)}${WORD_ENDS}`;
  const ends = /[a-z]$/u.test(atom) ? `(?=${JOINING_PLUS}|${FIGURE_ENDS})` : FIGURE_ENDS;
  return `${FIGURE_STARTS}${escaped(atom)}${/\p{Script=Han}$/u.test(atom) ? '' : ends}`;
}

function either(sources: string[]): string {
  const all = [...new Set(sources)].filter(Boolean);
  return all.length > 1 ? `(?:${all.join('|')})` : (all[0] ?? '');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
