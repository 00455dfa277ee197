/** Characters that are separated by spaces: Latin, Greek and Cyrillic letters, digits, ASCII punctuation. */
const NEEDS_SPACE = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}!-~]/u;

/** Whether joining two lines needs a space between these characters; beside Chinese it does not. */
export function needsSpace(before: string, after: string): boolean {
  return NEEDS_SPACE.test(before) && NEEDS_SPACE.test(after);
}
