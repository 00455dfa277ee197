import type { Engine, Hit } from './engine.ts';
import { matches } from './matches.ts';
import { atomsOf, isRigid, loosePattern, wholePattern } from './pattern.ts';
import { containing, phraseHits } from './phrase.ts';

/** Texts loaded to verify a match. */
const MAX_VERIFIED_TEXTS = 40;
/** Punctuation marks that a typed query may lack, or have others. */
const MAX_MISSING_MARKS = 4;
/** Atoms up to which a query is taken for typed. A pasted or dictated sentence has any number of other marks. */
const MAX_TYPED_LENGTH = 24;
/** Pairs of hanzi that are looked for: the rarest ones of a sentence are enough. */
const MAX_PAIRS = 16;
/** A word of letters that print may join with a sign: WiFi, ecommerce, kWh. */
const JOINED = /[a-z]{3,12}/gu;
const JOINTS = ['-', "'", '·', '/'];
/** Where print may have a hyphen in a model, or a query one too many: A12型, C-919. */
const MODEL_BORDER = /(?<=(?<![\da-z])[a-z]{1,4})(?=\d)/u;

/**
 * Searches a folded query ignoring punctuation, then ignoring the signs that join Latin words.
 * @returns what was found, and what to mark
 */
export async function searchLoosely(
  query: string,
  engine: Engine,
): Promise<{ hits: Hit[]; phrases: string[] }> {
  const hits = await searchWithoutPunctuation(query, engine);
  if (hits.length > 0) return { hits, phrases: [query] };
  const found = await Promise.all(
    otherJoints(query).map(async (phrase) => ({ phrase, hits: await joinedHits(phrase, engine) })),
  );
  const joined = found.filter((each) => each.hits.length > 0);
  const all = new Map(joined.flatMap((each) => each.hits.map((hit) => [hit.id, hit])));
  return { hits: [...all.values()], phrases: joined.map(({ phrase }) => phrase) };
}

/** A pair of hanzi of the query, or a figure or Latin word, which a candidate needs. */
interface Piece {
  text: string;
  needed: boolean;
}

/**
 * Articles that contain a text if punctuation is ignored: candidates contain all its figures and words, and most
 * pairs of its hanzi; then verified.
 */
async function searchWithoutPunctuation(query: string, engine: Engine): Promise<Hit[]> {
  const atoms = atomsOf(query);
  if (atoms.join('').length < 2) return [];
  const pieces = piecesOf(atoms, engine);
  if (pieces.length === 0) return [];
  const found = await Promise.all(
    pieces.map(async ({ text, needed }) => ({ needed, hits: await phraseHits(text, engine) })),
  );
  const seen = new Map<string, { hit: Hit; pieces: number; needed: number }>();
  for (const { needed, hits } of found) {
    for (const hit of hits) {
      const known = seen.get(hit.id) ?? { hit, pieces: 0, needed: 0 };
      known.pieces += 1;
      if (needed) known.needed += 1;
      seen.set(hit.id, known);
    }
  }
  const rigid = pieces.filter(({ needed }) => needed).length;
  const half = Math.floor((pieces.length - rigid) / 2);
  const breaks = atoms.length > MAX_TYPED_LENGTH ? half : Math.min(MAX_MISSING_MARKS, half);
  const likely = [...seen.values()]
    .filter((each) => each.needed === rigid && each.pieces >= pieces.length - breaks)
    .sort((a, b) => b.pieces - a.pieces)
    .slice(0, MAX_VERIFIED_TEXTS);
  const loose = new RegExp(loosePattern(query), 'gu');
  const verified = await Promise.all(
    likely.map(async ({ hit }) =>
      (await hit.load()).blocks.some(({ text }) => matches(text, loose)) ? [hit] : [],
    ),
  );
  return verified.flat();
}

/** All figures and words of a query, and its rarest pairs of hanzi. */
function piecesOf(atoms: string[], { expectedOf }: Engine): Piece[] {
  const rigid = atoms.filter(isRigid);
  const pairs = atoms.flatMap((atom, index) => {
    const before = atoms[index - 1];
    return before === undefined || isRigid(atom) || isRigid(before) ? [] : [{ before, atom }];
  });
  const rarest = pairs
    .map(({ before, atom }) => ({ text: before + atom, expected: expectedOf(before + atom) }))
    .sort((a, b) => a.expected - b.expected)
    .slice(0, MAX_PAIRS);
  return [
    ...rigid.map((text) => ({ text, needed: true })),
    ...rarest.map(({ text }) => ({ text, needed: false })),
  ];
}

/** The query without the signs inside its Latin words, and with one more in its only word. */
function otherJoints(query: string): string[] {
  const without = query.replace(/(?<=[a-z])[-'·](?=[a-z])|(?<=(?<![\da-z])[a-z]{1,4})-(?=\d)/gu, '');
  const [word, ...others] = query.matchAll(JOINED);
  const model = query.replace(MODEL_BORDER, '-');
  const plain = [without, model].filter((each) => each !== query);
  if (!word || others.length > 0) return plain;
  const { index, 0: letters } = word;
  const joined = JOINTS.flatMap((sign) =>
    Array.from({ length: letters.length - 1 }, (_, at) => {
      const cut = index + at + 1;
      return `${query.slice(0, cut)}${sign}${query.slice(cut)}`;
    }),
  );
  return [...plain, ...joined];
}

/** Articles with a query in another form, in which no figure or word is cut. */
async function joinedHits(phrase: string, engine: Engine): Promise<Hit[]> {
  const hits = await phraseHits(phrase, engine);
  return containing(wholePattern(phrase), hits.slice(0, MAX_VERIFIED_TEXTS));
}
