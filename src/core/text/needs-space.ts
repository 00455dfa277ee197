/** What needs a space where a line ends: Latin letters, digits and ASCII punctuation. */
const NEEDS_SPACE = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}!-~]/u;

/** Whether a space stands between two characters once their lines are joined; none beside Chinese. */
export function needsSpace(before: string, after: string): boolean {
  return NEEDS_SPACE.test(before) && NEEDS_SPACE.test(after);
}
