import { FIGURE_GAP, THOUSANDS } from '../shared/fold.ts';

/** Spellings of a query that are searched at most. */
const MAX_SPELLINGS = 12;

/**
 * Characters after which a dash is the sign of a range: 1-8月, 5%-8%, 3月-5月, 1万-2万. After a figure with a minus
 * sign two are not one: -18--12 is not -18-12.
 */
const RANGE =
  /(?<=[\d%‰°c年月日时点万亿个])(?<!(?<![\d%‰°c年月日时点万亿个])-[\d.,٬]+(?:[%‰‱]|°c?)?)-{1,2}(?=\d)/gu;
/** A whole number without separators that may have some. Years and decimals have none. */
const UNGROUPED = /(?<![\d.٬])[1-9]\d{3,}(?!\d|年)/gu;
/** Digits at the beginning, at the end, or in the whole of a query that may be part of a number in groups of three. */
const CUT_NUMBERS = [
  /^\d{0,3}(?:[,␣]\d{3})+(?!\d|,\d)/u,
  /(?<!\d)\d{1,3}(?:[,␣]\d{3})*[,␣]\d{0,2}$/u,
  /^\d{0,3}(?:[,␣]\d{3})*[,␣]\d{0,2}$/u,
];
/** Digits in groups of three that white space separates. */
const SPACED_GROUPS = /(?<![\d.,٬␣])[1-9]\d{0,2}(?:␣\d{3})+(?!\d|[,␣]\d)/gu;

/**
 * Other spellings of folded text that a print may have, each a function. Signs that are equal wherever they
 * stand are folded alike (`shared/equivalents.ts`); here are those that depend on what the reader has left out.
 */
const RESPELLINGS: ((folded: string) => string)[] = [
  // Part of a number that was copied: its last group is cut, or as a whole it is not in groups of three.
  ...CUT_NUMBERS.map(
    (cut) => (folded: string) => folded.replace(cut, (digits) => digits.replace(/[,␣]/gu, THOUSANDS)),
  ),
  (folded) => folded.replaceAll(THOUSANDS, ','),
  (folded) => folded.replaceAll(THOUSANDS, FIGURE_GAP),
  // Part of a year in hanzi that was copied: 二O, O二二年.
  (folded) => folded.replace(/^[0o]+(?=[一二三四五六七八九〇年])|(?<=[一二三四五六七八九〇])[0o]+$/gu, zeros),
  // Names of days and older print have a dot for the point: 9·18, 1·5亿.
  (folded) => folded.replace(/(?<=\d)\.(?=\d)/gu, '·'),
  // № is typed without its point; print may lack it too.
  (folded) => folded.replace(/(?<![a-z])no(?=\d)/gu, 'no.'),
  (folded) => folded.replace(/(?<![a-z])no\.(?=\d)/gu, 'no'),
  // Input methods type a Chinese full stop for the point.
  (folded) => folded.replace(/(?<=\d)。(?=\d)/gu, '.'),
  (folded) => folded.replaceAll(THOUSANDS, ''),
  (folded) => folded.replace(UNGROUPED, (digits) => digits.replace(/(?<=\d)(?=(?:\d{3})+$)/gu, THOUSANDS)),
  (folded) => folded.replace(SPACED_GROUPS, (digits) => digits.replaceAll(FIGURE_GAP, THOUSANDS)),
  // Keyboards have no × for measures.
  (folded) => folded.replace(/(?<=[\da-z])\*(?=\d)/gu, 'x'),
  // The long mark of a Japanese keyboard looks like a dash.
  (folded) => folded.replace(/(?<=\d)ー(?=\d)/gu, '-'),
  // Input methods type a dash as two; print has one between figures.
  (folded) => folded.replace(RANGE, '-'),
  (folded) => folded.replace(RANGE, '--'),
];

/** A folded query as typed, and in the other spellings that equal it. */
export function spellings(folded: string): string[] {
  const all = new Set([folded]);
  for (const respell of RESPELLINGS) for (const spelling of [...all]) all.add(respell(spelling));
  all.delete('');
  return [...all].slice(0, MAX_SPELLINGS);
}

function zeros(typed: string): string {
  return '〇'.repeat(typed.length);
}
