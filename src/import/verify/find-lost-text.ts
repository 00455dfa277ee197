import { withoutWhitespace } from '../manuscript.ts';
import { MarkupScanner } from './source-markup.ts';
import { moveNotesToEnd } from './move-notes-to-end.ts';

/** Characters of a lost passage that are quoted. */
const QUOTE_LENGTH = 24;
/** Maximum number of alternatives to follow; the ones that matched least text are discarded. */
const MAX_STATES = 64;

/**
 * Checks Markdown, with its HTML and front matter, without a second parser: the source must consist of
 * the printed text in order, and markup.
 *
 * One pass over the source, like a nondeterministic automaton. A state is the number of characters of the
 * printed text found so far. Where a character may be markup or text, both alternatives are followed.
 * @param source the file's text
 * @param printed all text that was read from it, dropped text included: blocks, then footnotes
 * @returns the first passage that was lost or added; undefined if there is none
 */
export function findLostText(source: string, printed: string): string | undefined {
  const text = moveNotesToEnd(source);
  const expected = withoutWhitespace(printed);
  const regions = new MarkupScanner(text);
  const arrivals = new Map<number, number[]>();
  let states = [0];
  let lost = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const arrived = arrivals.get(at);
    if (arrived) {
      states = union(states, arrived);
      arrivals.delete(at);
    }
    if (states.length === 0) {
      if (arrivals.size === 0) return quoted(text, lost);
      at = Math.min(...arrivals.keys()) - 1;
      continue;
    }
    if (at === text.length) break;
    for (const { end, text } of regions.at(at)) {
      const after = text === undefined ? states : following(states, expected, withoutWhitespace(text));
      if (after.length > 0) arrivals.set(end, union(arrivals.get(end) ?? [], after));
    }
    const sign = text[at] ?? '';
    if (isIgnored(text.charCodeAt(at))) continue;
    lost = at;
    const [state = 0] = states;
    if (states.length === 1 && expected[state] === sign && !regions.isSyntax(at)) states = [state + 1];
    else {
      const after = following(states, expected, sign);
      states = regions.isSyntax(at) ? union(states, after) : after;
    }
  }
  if (states.includes(expected.length)) return undefined;
  return quoted(expected, Math.max(...states));
}

/** The states after a text, for those states in which it comes next. */
function following(states: number[], expected: string, text: string): number[] {
  return states.filter((state) => expected.startsWith(text, state)).map((state) => state + text.length);
}

function union(a: number[], b: number[]): number[] {
  if (b.length === 0) return a;
  const all = new Set([...a, ...b]);
  if (all.size <= MAX_STATES) return [...all];
  return [...all].toSorted((x, y) => y - x).slice(0, MAX_STATES);
}

/** White space and invisible characters; must agree with `withoutWhitespace()`. */
function isIgnored(code: number): boolean {
  if (code > 0xa0 && code < 0x2000) return code === 0xad || code === 0x1680;
  return (
    code <= 0x20 ||
    (code >= 0x7f && code <= 0xa0) ||
    (code >= 0x2000 && withoutWhitespace(String.fromCharCode(code)) === '')
  );
}

function quoted(text: string, at: number): string {
  return text
    .slice(at, at + QUOTE_LENGTH)
    .replace(/\s+/gu, ' ')
    .trim();
}
