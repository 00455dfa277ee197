import type { Engine, Hit } from './engine.ts';
import { FIRST_SCREEN } from './first-screen.ts';
import { alonePattern, atomsOf, isRigid, wholePattern } from './pattern.ts';
import { fold } from '../shared/fold.ts';
import { searchLoosely } from './loose-search.ts';
import { matches } from './matches.ts';
import { containing, phraseHits } from './phrase.ts';
import { TITLE_LENGTH } from '../shared/positions.ts';

/**
 * How a query was answered: verbatim, by all its words, ignoring punctuation, after conversion to simplified
 * characters, by related articles only, or not at all.
 */
export type SearchMode = 'phrase' | 'terms' | 'punct' | 't2s' | 'related' | 'none';

export interface Answer {
  mode: SearchMode;
  /** Best first. */
  hits: Hit[];
  /** What to mark in the texts, folded. */
  phrases: string[];
}

/** The answer that finds nothing. */
const NOTHING: Answer = { mode: 'none', hits: [], phrases: [] };

export interface SearchContext {
  engine: Engine;
  /**
   * Other names of what the text names: 某某高新区 for 某某高新技术产业开发区. Absent: no related articles are looked for,
   * if nothing else was found.
   */
  otherNames?: string[] | undefined;
  /** Converts traditional to simplified characters; called only if nothing else was found. */
  simplify(text: string): Promise<string>;
}

/** Hits in the first 200 characters of the body rank before later ones. */
const EARLY_POSITION = TITLE_LENGTH + 200;
/** Hits checked at most for being part of a longer number or word. */
const MAX_CHECKED_HITS = 10;
/** Characters; longer queries are pasted, not typed, and are not split. */
const MAX_SPLIT_LENGTH = 24;

/** Quotes and title marks around a query, folded. */
const QUOTES = /^[“'《》]+|[“'《》]+$/gu;

/** Answers a query; see SearchMode for the order in which it is tried. */
export async function search(text: string, context: SearchContext): Promise<Answer> {
  const exact = await searchPrinted(text, context.engine);
  if (exact) return exact;
  const simple = await context.simplify(text);
  if (simple !== text) {
    const found = await searchPrinted(simple, context.engine);
    if (found) return { ...found, mode: 't2s' };
  }
  const { engine, otherNames } = context;
  return otherNames ? searchRelated(fold(simple), engine, otherNames) : NOTHING;
}

/** Searches verbatim text: the phrase, the phrase without quotes, its words, the phrase ignoring punctuation. */
async function searchPrinted(text: string, engine: Engine): Promise<Answer | undefined> {
  const query = fold(text);
  const phrases = [...new Set([query, unquoted(query)])].filter(Boolean);
  /** Articles that have a figure in a longer one only. */
  let parts: Answer | undefined;
  for (const phrase of phrases) {
    const hits = await phraseHits(phrase, engine);
    if (await isWhole(phrase, hits))
      return { mode: 'phrase', hits: await rank(hits, [phrase]), phrases: [phrase] };
    parts ??= hits.length > 0 ? { mode: 'related', hits, phrases: [phrase] } : undefined;
  }
  const words = [...new Set(text.split(/\s+/u).map((word) => unquoted(fold(word))))].filter(Boolean);
  if (words.length > 1) {
    const hits = common(await Promise.all(words.map((word) => phraseHits(word, engine))));
    if (hits.length > 0) return { mode: 'terms', hits: await rank(hits, words), phrases: words };
  }
  // Around a query angle brackets are typed for title marks; elsewhere they compare: <5%.
  const bare = query.replace(/^<(.+)>$/u, '$1');
  const { hits, phrases: found } = await searchLoosely(bare, engine);
  return hits.length > 0 ? { mode: 'punct', hits: await rank(hits, []), phrases: found } : parts;
}

/**
 * Whether hits are more than related: for a query that is nothing but a figure or a model, one of them has it where it
 * is no part of a longer one. Not checked for more articles than can be loaded.
 */
async function isWhole(phrase: string, hits: Hit[]): Promise<boolean> {
  const alone = hits.length > MAX_CHECKED_HITS ? undefined : alonePattern(phrase);
  return (alone === undefined ? hits : await containing(alone, hits)).length > 0;
}

function unquoted(folded: string): string {
  return folded.replace(QUOTES, '');
}

/** Title first, then the first lines, then the rest; matches inside longer numbers or words last. */
async function rank(hits: Hit[], phrases: string[]): Promise<Hit[]> {
  const zone = ({ position }: Hit) => (position < TITLE_LENGTH ? 0 : position < EARLY_POSITION ? 1 : 2);
  const ranked = [...hits].sort((a, b) => zone(a) - zone(b));
  const inside = await insideWords(ranked, phrases);
  return ranked.sort((a, b) => Number(inside.has(a.id)) - Number(inside.has(b.id)));
}

/**
 * Hits of `3个项目` whose text only contains `413个项目`. Checks the hits of the first screen, and if one is such a part,
 * those that may take its place: each costs a text.
 */
async function insideWords(hits: Hit[], phrases: string[]): Promise<Set<string>> {
  const wholes = phrases
    .filter((phrase) => /^[\da-z]|[\da-z]$/u.test(phrase))
    .map((phrase) => new RegExp(wholePattern(phrase), 'gu'));
  if (wholes.length === 0) return new Set();
  const isInside = async (hit: Hit) => {
    if (hit.position < TITLE_LENGTH) return false;
    const { title, blocks } = await hit.load();
    const texts = [title, ...blocks.map(({ text }) => text)];
    return !wholes.every((whole) => texts.some((text) => matches(text, whole)));
  };
  const insideOf = async (some: Hit[]) => {
    const found = await Promise.all(some.map(isInside));
    return some.filter((_, index) => found[index]).map(({ id }) => id);
  };
  const inside = await insideOf(hits.slice(0, FIRST_SCREEN));
  const others = inside.length > 0 ? await insideOf(hits.slice(FIRST_SCREEN, MAX_CHECKED_HITS)) : [];
  return new Set([...inside, ...others]);
}

/**
 * Articles with another name of the query, else with its longest substrings: at least half of it, beginning and
 * ending with a hanzi. Never single characters, and never parts of figures or Latin words.
 */
async function searchRelated(query: string, engine: Engine, otherNames: string[]): Promise<Answer> {
  const named = await Promise.all(
    otherNames.map(async (name) => ({ name, hits: await phraseHits(fold(name), engine) })),
  );
  const withHits = named.filter(({ hits }) => hits.length > 0);
  if (withHits.length > 0) {
    const hits = await rank(either(withHits.map((each) => each.hits)), []);
    return { mode: 'related', hits, phrases: withHits.map(({ name }) => fold(name)) };
  }
  const atoms = atomsOf(query).slice(0, MAX_SPLIT_LENGTH);
  const shortest = Math.max(2, Math.ceil(atoms.length / 2));
  for (let length = atoms.length - 1; length >= shortest; length -= 1) {
    const pieces = Array.from({ length: atoms.length - length + 1 }, (_, at) => atoms.slice(at, at + length))
      .filter(([first = '', ...rest]) => !isRigid(first) && !isRigid(rest[rest.length - 1] ?? ''))
      .map((piece) => piece.join(''));
    const found = await Promise.all(pieces.map((piece) => engine.phrase(piece)));
    const phrases = pieces.filter((_, index) => (found[index]?.length ?? 0) > 0);
    if (phrases.length > 0) return { mode: 'related', hits: await rank(either(found), []), phrases };
  }
  return NOTHING;
}

/** Hits that are in all lists, each with its lowest position. */
function common(lists: Hit[][]): Hit[] {
  const [first = [], ...others] = lists;
  const positions = others.map((list) => new Map(list.map(({ id, position }) => [id, position])));
  return first
    .filter(({ id }) => positions.every((each) => each.has(id)))
    .map((hit) => ({
      ...hit,
      position: Math.min(hit.position, ...positions.map((each) => each.get(hit.id) ?? 0)),
    }));
}

/** The union of all lists, without duplicates. */
function either(lists: Hit[][]): Hit[] {
  return [...new Map(lists.flat().map((hit) => [hit.id, hit])).values()];
}
