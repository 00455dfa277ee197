import { canon } from '../manuscript.ts';
import { markupRegions } from './source-markup.ts';
import { notesLast } from './move-notes-to-end.ts';

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
export function unprintedMarkup(source: string, printed: string): string | undefined {
  const text = notesLast(source);
  const wanted = canon(printed);
  const regions = markupRegions(text);
  const arrivals = new Map<number, number[]>();
  let states = [0];
  let lost = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const late = arrivals.get(at);
    if (late) {
      states = union(states, late);
      arrivals.delete(at);
    }
    if (states.length === 0) {
      if (arrivals.size === 0) return quoted(text, lost);
      at = Math.min(...arrivals.keys()) - 1;
      continue;
    }
    if (at === text.length) break;
    for (const { end, stands } of regions.at(at)) {
      const after = stands === undefined ? states : following(states, wanted, canon(stands));
      if (after.length > 0) arrivals.set(end, union(arrivals.get(end) ?? [], after));
    }
    const sign = text[at] ?? '';
    if (isVoid(text.charCodeAt(at))) continue;
    lost = at;
    const [state = 0] = states;
    if (states.length === 1 && wanted[state] === sign && !regions.isSyntax(at)) states = [state + 1];
    else {
      const after = following(states, wanted, sign);
      states = regions.isSyntax(at) ? union(states, after) : after;
    }
  }
  if (states.includes(wanted.length)) return undefined;
  return quoted(wanted, Math.max(...states));
}

/** The states that a text leads to from each where it stands next. */
function following(states: number[], wanted: string, text: string): number[] {
  return states.filter((state) => wanted.startsWith(text, state)).map((state) => state + text.length);
}

function union(a: number[], b: number[]): number[] {
  if (b.length === 0) return a;
  const all = new Set([...a, ...b]);
  if (all.size <= MOST_STATES) return [...all];
  return [...all].toSorted((x, y) => y - x).slice(0, MOST_STATES);
}

/** White space and invisible characters, as `canon` has them. */
function isVoid(code: number): boolean {
  if (code > 0xa0 && code < 0x2000) return code === 0xad || code === 0x1680;
  return (
    code <= 0x20 ||
    (code >= 0x7f && code <= 0xa0) ||
    (code >= 0x2000 && canon(String.fromCharCode(code)) === '')
  );
}

function quoted(text: string, at: number): string {
  return text
    .slice(at, at + QUOTE)
    .replace(/\s+/gu, ' ')
    .trim();
}
