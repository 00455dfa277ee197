import type { Document, Engine, Hit } from './engine.ts';
import { tokensOf } from '../shared/fold.ts';
import { pattern } from './pattern.ts';
import { TITLE_LENGTH } from '../shared/positions.ts';

/** Phrases of at least this many characters are searched by a substring first. */
const MIN_LONG_PHRASE = 5;
const SUBSTRING_LENGTH = 3;
/** Texts that are loaded at most: the results page displays as many anyway. */
const MAX_LOADED_TEXTS = 10;

/**
 * The articles that contain a phrase. Each character of a query loads its own index chunk, so a long phrase is
 * searched by its rarest substring; if few articles contain that, their texts are searched for the phrase.
 */
export async function phraseHits(phrase: string, engine: Engine): Promise<Hit[]> {
  const tokens = tokensOf(phrase);
  if (tokens.length < MIN_LONG_PHRASE) return engine.phrase(phrase);
  const some = await engine.phrase(rarestSubstring(tokens, engine));
  if (some.length > MAX_LOADED_TEXTS) return engine.phrase(phrase);
  const whole = new RegExp(pattern(phrase), 'iu');
  const read = await Promise.all(some.map(async (hit) => ({ hit, at: positionIn(await hit.load(), whole) })));
  return read.flatMap(({ hit, at }) => (at === undefined ? [] : [{ ...hit, position: at }]));
}

/** The substring with the rarest characters: its index chunks are the smallest. */
function rarestSubstring(tokens: string[], { rarity }: Engine): string {
  let best = { at: 0, rare: -1 };
  for (let at = 0; at + SUBSTRING_LENGTH <= tokens.length; at += 1) {
    const rare = tokens.slice(at, at + SUBSTRING_LENGTH).reduce((sum, token) => sum + rarity(token), 0);
    if (rare > best.rare) best = { at, rare };
  }
  return tokens.slice(best.at, best.at + SUBSTRING_LENGTH).join('');
}

/** Position of a match in an article, counted as in the index: the title takes `TITLE_LENGTH` positions. */
function positionIn({ blocks }: Document, text: RegExp): number | undefined {
  let before = 0;
  for (const [index, block] of blocks.entries()) {
    const at = block.text.search(text);
    if (at >= 0) return before + at;
    before = index === 0 ? TITLE_LENGTH : before + block.text.length + 1;
  }
  return undefined;
}
