/** Replaces the characters from `start` to `end` by `text`. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Applies edits to a text. If edits overlap, the first wins. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  return pieces(text, edits).join('');
}

/** Normalizes a text for checks and parsers: no byte order mark, LF line endings. */
export function asRead(text: string): string {
  return text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
}

/**
 * Applies edits of a normalized text to the original text. Everything else keeps its bytes, including the byte
 * order mark and line endings. New lines get the line ending of the first line.
 * @param text the original text
 * @param edits of `asRead(text)`
 */
export function editAsRead(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const toOriginal = offsetsOf(text);
  const [eol = '\n'] = /\r\n?|\n/u.exec(text) ?? [];
  const placed = edits.map(({ start, end, text: put }) => ({
    start: toOriginal(start),
    end: toOriginal(end),
    text: put.replaceAll('\n', eol),
  }));
  let out = '';
  for (const piece of pieces(text, placed)) {
    // CR and LF that become adjacent must not merge into one line ending.
    if (out.endsWith('\r') && piece.startsWith('\n')) out += '\n';
    out += piece;
  }
  return out;
}

/** The shortest single edit that turns one text into another. */
export function editBetween(before: string, after: string): Edit {
  const shorterLength = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorterLength && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorterLength - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

function pieces(text: string, edits: readonly Edit[]): string[] {
  const out: string[] = [];
  let at = 0;
  for (const { start, end, text: put } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    out.push(text.slice(at, start), put);
    at = end;
  }
  return [...out, text.slice(at)].filter((piece) => piece !== '');
}

/** Maps offsets in the normalized text to offsets in the original text. */
function offsetsOf(text: string): (offset: number) => number {
  const bomLength = text.startsWith('\uFEFF') ? 1 : 0;
  /** Offsets in the normalized text after line endings of two characters. */
  const afterCrlf = [...text.slice(bomLength).matchAll(/\r\n/gu)].map(
    ({ index }, count) => index + 1 - count,
  );
  return (offset) => {
    let [low, high] = [0, afterCrlf.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((afterCrlf[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return offset + bomLength + low;
  };
}
