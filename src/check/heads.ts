import type { Passage } from './rule.ts';
import { NUMBER } from './promises.ts';

/** `八大任务`, at the end of a clause. */
export const BIG = new RegExp(`${NUMBER}大(?<noun>\\p{sc=Han}{2,4}?)(?=[，。；：、’”》！]|$)`, 'gu');
/** A paragraph's head: its first sentence where it is short. */
const HEAD = /^[^。：，；]{4,24}(?=。)/u;

/** How many heads end in each word of two to four characters; those that are promises themselves left out. */
export function headEndings(passages: readonly Passage[]): Map<string, number> {
  const endings = new Map<string, number>();
  for (const { kind, text } of passages) {
    const head = kind === 'heading' ? text : kind === 'paragraph' ? (HEAD.exec(text)?.[0] ?? '') : '';
    const bare = head.replace(/[”’》。：]{1,4}$/u, '');
    if (bare.search(BIG) >= 0) continue;
    for (let length = 2; length <= 4 && length < bare.length; length++) {
      const ending = bare.slice(-length);
      endings.set(ending, (endings.get(ending) ?? 0) + 1);
    }
  }
  return endings;
}
