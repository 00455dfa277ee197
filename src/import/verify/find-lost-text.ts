import { withoutWhitespace } from '../manuscript.ts';
import { markupRegions } from './source-markup.ts';
import { moveNotesToEnd } from './move-notes-to-end.ts';

/** How much of a lost passage is told. */
const QUOTE = 24;
/** So many ways of reading one source are followed at a time. */
const MOST_STATES = 64;

/**
 * The law of Markdown, HTML within it and front matter, instead of a second parser: the printed text
 * stands in the source in its order, and what else stands there is markup.
 *
 * Goes through the source once. A state is how much of the printed text is found; where signs may be
 * markup or text, both are followed.
 * @param source the file's text
 * @param printed all that was read of it, left-out text too: blocks, then footnotes
 * @returns the first passage that is lost or too much; undefined where there is none
 */
export function findLostText(source: string, printed: string): string | undefined {
  const text = moveNotesToEnd(source);
  const expected = withoutWhitespace(printed);
  const regions = markupRegions(text);
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
    for (const { end, text: text } of regions.at(at)) {
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

/** The states that a text leads to from each where it stands next. */
function following(states: number[], expected: string, text: string): number[] {
  return states.filter((state) => expected.startsWith(text, state)).map((state) => state + text.length);
}

function union(a: number[], b: number[]): number[] {
  if (b.length === 0) return a;
  const all = new Set([...a, ...b]);
  if (all.size <= MOST_STATES) return [...all];
  return [...all].toSorted((x, y) => y - x).slice(0, MOST_STATES);
}

/** White space and invisible characters, as `canon` has them. */
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
    .slice(at, at + QUOTE)
    .replace(/\s+/gu, ' ')
    .trim();
}
