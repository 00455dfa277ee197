/** Puts `text` in the place of the characters from `start` to `end`. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The text with its edits made; all else is as it was. Of edits that overlap the first is made. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  return pieces(text, edits).join('');
}

/** A text as the checks and the parsers read it: without a byte order mark, with LF line ends. */
export function asRead(text: string): string {
  return text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
}

/**
 * Makes in a file's own text the edits that were found in it as it is read: what is not edited keeps
 * every byte, its byte order mark and its line ends among it. New lines end as the file's first line does.
 * @param edits of `asRead(text)`
 */
export function editAsRead(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const own = offsetsOf(text);
  const [eol = '\n'] = /\r\n?|\n/u.exec(text) ?? [];
  const placed = edits.map(({ start, end, text: put }) => ({
    start: own(start),
    end: own(end),
    text: put.replaceAll('\n', eol),
  }));
  let out = '';
  for (const piece of pieces(text, placed)) {
    // Two line ends that come to stand side by side must not become one.
    if (out.endsWith('\r') && piece.startsWith('\n')) out += '\n';
    out += piece;
  }
  return out;
}

/** The one edit that makes a text of another, as short as it can be. */
export function editBetween(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
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

/** Where the characters of a text as it is read stand in its own text. */
function offsetsOf(text: string): (offset: number) => number {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  /** Offsets, in the text as it is read, behind line ends of two characters. */
  const behind = [...text.slice(mark).matchAll(/\r\n/gu)].map(({ index }, count) => index + 1 - count);
  return (offset) => {
    let [low, high] = [0, behind.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((behind[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return offset + mark + low;
  };
}
