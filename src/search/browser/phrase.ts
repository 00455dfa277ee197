import type { Document, Engine, Hit } from './engine.ts';
import { positionOf } from './matches.ts';
import { notations } from './notations.ts';
import { notationPattern, pattern } from './pattern.ts';
import { spellings } from './spellings.ts';
import { isFigure } from '../shared/figures.ts';
import { TITLE_LENGTH } from '../shared/positions.ts';

/** Phrases of at least this many characters are searched by a substring first. */
const MIN_LONG_PHRASE = 5;
/** Lengths of the substrings that are tried, if the phrase is longer. */
const SUBSTRING_LENGTHS = [2, 3, 5];
/** Bytes that a slow network loads in the time that a request takes: less is no reason to ask for a substring first. */
const MIN_SAVED_BYTES = 20_000;
/** Texts that are loaded at most: the results page displays as many anyway. */
const MAX_LOADED_TEXTS = 10;

/** Edges of a phrase that may be part of a printed sign: i of Ⅱ, ° of ℃, - of ±. */
const OPEN_EDGE = /^[\da-z°.+<>=-]|[\da-z°.+<>=-]$/u;

type WordEstimates = Pick<Engine, 'bytesOf' | 'expectedOf'>;

/**
 * The articles that contain a folded phrase in any of its spellings and notations, newest first. Each character of a query
 * loads its own index chunk, so a long phrase is searched by its rarest substring; if few articles contain that,
 * their texts are searched for the phrase.
 */
export async function phraseHits(phrase: string, engine: Engine): Promise<Hit[]> {
  for (const substring of substringsOf(phrase, engine)) {
    const some = await engine.phrase(substring);
    if (some.length <= MAX_LOADED_TEXTS) return having(phrase, some);
  }
  const hits = await anySpelling(phrase, engine);
  return hits.length <= MAX_LOADED_TEXTS && OPEN_EDGE.test(phrase) ? having(phrase, hits) : hits;
}

/** The phrase that `phraseHits` asks for first, and whether as a figure. */
export function firstPhrase(phrase: string, engine: WordEstimates): [text: string, isFigure: boolean] {
  const [substring] = substringsOf(phrase, engine);
  return substring === undefined ? [phrase, isFigure(phrase)] : [substring, false];
}

/**
 * The substrings to ask for before the whole phrase, in this order: none that too many articles surely contain, and the
 * longer ones only if they save bytes.
 */
function substringsOf(phrase: string, engine: WordEstimates): string[] {
  const { length } = [...phrase];
  if (length < MIN_LONG_PHRASE) return [];
  const all = [...spellings(phrase), ...notations(phrase)];
  const whole = engine.bytesOf(...all);
  const found: string[] = [];
  for (const part of SUBSTRING_LENGTHS.filter((each) => each < length)) {
    const substring = rarestSubstring(all, part, engine);
    if (substring === undefined || engine.expectedOf(substring) > MAX_LOADED_TEXTS) continue;
    const isShortest = part === SUBSTRING_LENGTHS[0];
    if (isShortest || whole - engine.bytesOf(substring) >= MIN_SAVED_BYTES) found.push(substring);
  }
  return found;
}

/** The hits whose texts contain a phrase. */
function having(phrase: string, some: Hit[]): Promise<Hit[]> {
  return containing(pattern(phrase), some);
}

/** The hits whose texts a pattern matches, each with the position of the first match. */
export async function containing(source: string, some: Hit[]): Promise<Hit[]> {
  const whole = new RegExp(source, 'gu');
  const read = await Promise.all(some.map(async (hit) => ({ hit, at: positionIn(await hit.load(), whole) })));
  return read.flatMap(({ hit, at }) => (at === undefined ? [] : [{ ...hit, position: at }]));
}

/** The hits of all spellings and notations, each article with its first occurrence. */
async function anySpelling(phrase: string, engine: Engine): Promise<Hit[]> {
  const found = await Promise.all([
    ...spellings(phrase).map((spelling) => engine.phrase(spelling, isFigure(spelling))),
    ...notations(phrase).map((notation) => notationHits(notation, engine)),
  ]);
  if (found.length === 1) return found[0] ?? [];
  const hits = new Map<string, Hit>();
  for (const hit of found.flat()) {
    const known = hits.get(hit.id);
    if (!known || hit.position < known.position) hits.set(hit.id, hit);
  }
  return [...hits.values()].sort((a, b) => a.row - b.row);
}

/** The hits of another notation. One that a longer figure may contain is verified, if few articles have it. */
async function notationHits(notation: string, engine: Engine): Promise<Hit[]> {
  const hits = await engine.phrase(notation);
  const isOpen = /^\d|\d$/u.test(notation) && hits.length <= MAX_LOADED_TEXTS;
  return isOpen ? containing(notationPattern(notation), hits) : hits;
}

/** The substring of all spellings that is expected in the fewest articles. */
function rarestSubstring(
  [first = '', ...others]: string[],
  length: number,
  engine: WordEstimates,
): string | undefined {
  const words = [...first];
  let rarest: { text: string; expected: number } | undefined;
  for (let at = 0; at + length <= words.length; at += 1) {
    const text = words.slice(at, at + length).join('');
    if (others.some((other) => !other.includes(text))) continue;
    const expected = engine.expectedOf(text);
    if (!rarest || expected < rarest.expected) rarest = { text, expected };
  }
  return rarest?.text;
}

/** Position of a match in an article, counted as in the index: the title takes `TITLE_LENGTH` positions. */
function positionIn({ blocks }: Document, text: RegExp): number | undefined {
  let before = 0;
  for (const [index, block] of blocks.entries()) {
    const at = positionOf(block.text, text);
    if (at >= 0) return before + at;
    before = index === 0 ? TITLE_LENGTH : before + block.text.length + 1;
  }
  return undefined;
}
