const OPENING = '“‘「『《〈';
const CLOSING = '”’」』》〉';

/**
 * Finds the outermost quotations and book titles of a text, including their marks.
 * @returns undefined where marks do not pair or are ASCII quotes, so that the quotations are unknown
 */
export function quotationsOf(text: string): { from: number; to: number }[] | undefined {
  const found: { from: number; to: number }[] = [];
  const open: { mark: string; index: number }[] = [];
  for (let index = 0; index < text.length; index++) {
    const char = text[index] ?? '';
    if (char === '"') return undefined;
    if (OPENING.includes(char)) {
      if (open.some(({ mark }) => mark === char)) return undefined;
      open.push({ mark: char, index });
    } else if (CLOSING.includes(char)) {
      const last = open.pop();
      if (!last || last.mark !== OPENING[CLOSING.indexOf(char)]) return undefined;
      if (open.length === 0) found.push({ from: last.index, to: index + 1 });
    }
  }
  return open.length === 0 ? found : undefined;
}
