const OPENING = '“‘「『《〈';
const CLOSING = '”’」』》〉';

/**
 * Where the outermost quotations and titles of books stand in a text, their marks included.
 * @returns undefined where marks do not pair, so that no one can say what is quoted; so is a text with ASCII quotes
 */
export function quotationsOf(text: string): { from: number; to: number }[] | undefined {
  const found: { from: number; to: number }[] = [];
  const open: { mark: string; index: number }[] = [];
  for (let index = 0; index < text.length; index++) {
    const sign = text[index] ?? '';
    if (sign === '"') return undefined;
    if (OPENING.includes(sign)) {
      if (open.some(({ mark }) => mark === sign)) return undefined;
      open.push({ mark: sign, index });
    } else if (CLOSING.includes(sign)) {
      const last = open.pop();
      if (!last || last.mark !== OPENING[CLOSING.indexOf(sign)]) return undefined;
      if (open.length === 0) found.push({ from: last.index, to: index + 1 });
    }
  }
  return open.length === 0 ? found : undefined;
}
