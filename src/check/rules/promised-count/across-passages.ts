import type { Passage, TextFinding } from '../../text-rule.ts';
import { numberOf } from '../../text/chinese-numerals.ts';
import { enumerationsOf, type Item } from '../../text/enumerations.ts';
import { namedGroups } from '../../text/named-groups.ts';
import { type AnnouncedCount, lastAnnouncedCount, mismatch } from './announced-count.ts';
import { headingEndings, NUMBER_OF_HEADINGS } from './heading-endings.ts';

/** Characters of a paragraph that may precede the first item that a headline announces. */
const MAX_WORDS_BEFORE_ITEM = 12;
/** Nouns too common for headings that end in them to be an enumeration. */
const COMMON = /^(?:产业|项目|园区|企业|集群|板块|基地|平台|领域|行业|城市|市场|经济|发展)/u;

/** Announced numbers that differ from the enumeration, the list or the headings below them. */
export function comparedAcrossPassages(passages: readonly Passage[]): TextFinding[] {
  return [...enumerated(passages), ...listed(passages), ...headed(passages)];
}

/** `三件事：一是…二是…`. */
function enumerated(passages: readonly Passage[]): TextFinding[] {
  const before = new Map(passages.map((passage, at) => [passage, passages[at - 1]]));
  return enumerationsOf(passages).flatMap((items) => {
    const [first] = items;
    const last = items.at(-1);
    if (!first || !last || last.value !== items.length) return [];
    const announced = announcedBefore(first, before.get(first.passage));
    if (!announced || announced.count === items.length) return [];
    return mismatch(announced, items.length, `“${first.ordinal}”到“${last.ordinal}”`);
  });
}

/**
 * The number announced in the sentence before an item, or in the passage before, where the item begins its
 * own passage.
 */
function announcedBefore({ passage, index }: Item, before: Passage | undefined): AnnouncedCount | undefined {
  const own = lastAnnouncedCount(passage, index);
  if (own || !before || before.kind === 'field') return own;
  // After other words of its paragraph only a headline counts.
  if (
    index > MAX_WORDS_BEFORE_ITEM ||
    (index > 0 && /[。：]/u.test(before.text + passage.text.slice(0, index)))
  )
    return undefined;
  return lastAnnouncedCount(before, before.text.length);
}

/** `四点要求：` before a list. */
function listed(passages: readonly Passage[]): TextFinding[] {
  return passages.flatMap((passage, at) => {
    if (passage.kind !== 'paragraph' || !passage.text.endsWith('：')) return [];
    const items: Passage[] = [];
    for (const next of passages.slice(at + 1, at + 40)) {
      if (next.kind !== 'item' || next.block !== passage.block + 1) break;
      items.push(next);
    }
    const announced = items.length > 1 ? lastAnnouncedCount(passage, passage.text.length) : undefined;
    return announced && items.length < announced.count ? mismatch(announced, items.length, '下面的清单') : [];
  });
}

/** `八大任务` before headings that end in `任务`. */
function headed(passages: readonly Passage[]): TextFinding[] {
  const endings = headingEndings(passages);
  return passages.flatMap((passage) =>
    passage.kind !== 'paragraph'
      ? []
      : [...passage.text.matchAll(NUMBER_OF_HEADINGS)].flatMap((match) => {
          const { 0: text, index } = match;
          const { noun, number } = namedGroups<'noun' | 'number'>(match);
          const count = numberOf(number);
          const headings = COMMON.test(noun) ? 0 : (endings.get(noun) ?? 0);
          return headings > 2 && headings !== count
            ? mismatch({ passage, index, text, count }, headings, '下面的小标题')
            : [];
        }),
  );
}
