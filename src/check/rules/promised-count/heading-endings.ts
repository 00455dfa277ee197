import type { Passage } from '../../text-rule.ts';
import { COUNT } from './announced-count.ts';

/** `八大任务`, at the end of a clause. */
export const NUMBER_OF_HEADINGS = new RegExp(
  `${COUNT}大(?<noun>\\p{sc=Han}{2,4}?)(?=[，。；：、’”》！]|$)`,
  'gu',
);
/** A first sentence so short that it serves as a heading. */
const SHORT_FIRST_SENTENCE = /^[^。：，；]{4,24}(?=。)/u;

/** How many headings end in each word of two to four characters, without those that announce a number. */
export function headingEndings(passages: readonly Passage[]): Map<string, number> {
  const endings = new Map<string, number>();
  for (const { kind, text } of passages) {
    const heading =
      kind === 'heading' ? text : kind === 'paragraph' ? (SHORT_FIRST_SENTENCE.exec(text)?.[0] ?? '') : '';
    const bare = heading.replace(/[”’》。：]{1,4}$/u, '');
    if (bare.search(NUMBER_OF_HEADINGS) >= 0) continue;
    for (let length = 2; length <= 4 && length < bare.length; length++) {
      const ending = bare.slice(-length);
      endings.set(ending, (endings.get(ending) ?? 0) + 1);
    }
  }
  return endings;
}
