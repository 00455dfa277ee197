import type { Passage, TextFinding } from '../../text-rule.ts';
import { numberOf } from '../../text/chinese-numerals.ts';
import { namedGroups } from '../../text/named-groups.ts';
import { type AnnouncedCount, COUNT, lastAnnouncedCount, mismatch } from './announced-count.ts';
import type { ItemCount } from './item-count.ts';
import { itemsAfter, itemsAfterColon, itemsNamed, itemsStartingWith, itemsOfShort } from './items-after.ts';
import { itemsBefore, itemsInRow, quotedBefore } from './items-before.ts';

/** The number of a list in its clause. */
const IN_CLAUSE = new RegExp(`(?<![第\\d.一二三四五六七八九十])${COUNT}大(?=\\p{sc=Han}|“)`, 'gu');
/** The number of a row of short items before it, or of the names after it. */
const IN_ROW =
  /(?<![第\d.一二三四五六七八九十])(?<number>[二两三四五六七八九十]{1,2})(?:大|[个类种项座门条家道])(?<noun>\p{sc=Han}{1,4})?/gu;
const SHORT_FOR_BEGINNING = new RegExp(`“${COUNT}个?(?<beginning>\\p{sc=Han})”`, 'gu');
/** The number of the quoted words before it. */
const OF_QUOTED = new RegExp(
  `(?<=”)${COUNT}(?:个|大|章|篇|种|项|类|条|部分|方面|板块|环节|阶段|步骤)(?!\\d)`,
  'gu',
);
/** A short form whose list follows. */
const SHORT = new RegExp(`“${COUNT}(?<noun>\\p{sc=Han}{1,3})”`, 'gu');

/** Announced numbers that differ from the list in the same sentence. */
export function comparedInSentences(passages: readonly Passage[]): TextFinding[] {
  return [
    ...inClauses(passages),
    ...quoted(passages),
    ...inRows(passages),
    ...afterColons(passages),
    ...startingAlike(passages),
  ];
}

/** `甲、乙、丙三大产业` and `三大产业：甲、乙、丙`. */
function inClauses(passages: readonly Passage[]): TextFinding[] {
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(IN_CLAUSE)].flatMap((match) => {
      const { 0: text, index } = match;
      const count = numberOf(namedGroups<'number'>(match).number);
      // Congresses are numbered so: 十八大.
      if (count > 10) return [];
      const items = itemsBefore(passage.text, index) ?? itemsAfter(passage.text, index + text.length);
      return compared({ passage, index, text, count }, items);
    }),
  );
}

/** `“甲”“乙”“丙”三章`, and `“三带”即甲带、乙带、丙带`. */
function quoted(passages: readonly Passage[]): TextFinding[] {
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(OF_QUOTED), ...passage.text.matchAll(SHORT)].flatMap((match) => {
      const { 0: text, index } = match;
      const { number, noun } = namedGroups<'number', 'noun'>(match);
      const count = numberOf(number);
      const items = noun
        ? itemsOfShort(passage.text, index + text.length, noun)
        : quotedBefore(passage.text, index);
      return compared({ passage, index, text, count }, items);
    }),
  );
}

/** `甲、乙、丙三类`, and `三个园区超额，分别是甲、乙、丙`. */
function inRows(passages: readonly Passage[]): TextFinding[] {
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(IN_ROW)].flatMap((match) => {
      const { 0: found, index } = match;
      const { number, noun = '' } = namedGroups<'number', 'noun'>(match);
      const text = found.slice(0, found.length - noun.length);
      const after = index + text.length;
      const items = itemsInRow(passage.text, index, noun) ?? itemsNamed(passage.text, after);
      return compared({ passage, index, text, count: numberOf(number) }, items);
    }),
  );
}

/** `三件事：……；……；……`. */
function afterColons(passages: readonly Passage[]): TextFinding[] {
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(/：/gu)].flatMap(({ index }) => {
      const announced = lastAnnouncedCount(passage, index);
      return announced ? compared(announced, itemsAfterColon(passage.text, index + 1)) : [];
    }),
  );
}

/** `“四个一”，即一个……、一名……`. */
function startingAlike(passages: readonly Passage[]): TextFinding[] {
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(SHORT_FOR_BEGINNING)].flatMap((match) => {
      const { 0: text, index } = match;
      const { number, beginning } = namedGroups<'number' | 'beginning'>(match);
      const items = itemsStartingWith(passage.text, index + text.length, beginning);
      return compared({ passage, index, text, count: numberOf(number) }, items);
    }),
  );
}

function compared(announced: AnnouncedCount, items: ItemCount | undefined): TextFinding[] {
  if (!(announced.count > 1) || !items) return [];
  const nearest = Math.min(Math.max(announced.count, items.least), items.most);
  return nearest === announced.count ? [] : [mismatch(announced, nearest, '列出的')];
}
