import type { Document, Engine, Hit } from './engine.ts';
import { tokensOf } from '../shared/fold.ts';
import { pattern } from './pattern.ts';
import { TITLE_LENGTH } from '../shared/positions.ts';

/** Longer phrases are looked for by a piece of them first. */
const LONG = 5;
const PIECE = 3;
/** So many texts are loaded to be shown anyway. */
const FEW = 10;

/**
 * The articles that hold a phrase. Each character of a query loads its part of the index, so of a
 * long phrase only a piece is asked; where few articles hold that, their texts, which will be shown,
 * tell which hold it all.
 */
export async function phraseHits(phrase: string, engine: Engine): Promise<Hit[]> {
  const tokens = tokensOf(phrase);
  if (tokens.length < LONG) return engine.phrase(phrase);
  const some = await engine.phrase(pieceOf(tokens, engine));
  if (some.length > FEW) return engine.phrase(phrase);
  const whole = new RegExp(pattern(phrase), 'iu');
  const read = await Promise.all(some.map(async (hit) => ({ hit, at: positionIn(await hit.load(), whole) })));
  return read.flatMap(({ hit, at }) => (at === undefined ? [] : [{ ...hit, position: at }]));
}

/** The piece of the rarest characters: the parts of the index that it loads are the smallest. */
function pieceOf(tokens: string[], { rarity }: Engine): string {
  let best = { at: 0, rare: -1 };
  for (let at = 0; at + PIECE <= tokens.length; at += 1) {
    const rare = tokens.slice(at, at + PIECE).reduce((sum, token) => sum + rarity(token), 0);
    if (rare > best.rare) best = { at, rare };
  }
  return tokens.slice(best.at, best.at + PIECE).join('');
}

/** Where a text stands in an article, counted as the index counts: a title takes 64 positions. */
function positionIn({ blocks }: Document, text: RegExp): number | undefined {
  let before = 0;
  for (const [index, block] of blocks.entries()) {
    const at = block.text.search(text);
    if (at >= 0) return before + at;
    before = index === 0 ? TITLE_LENGTH : before + block.text.length + 1;
  }
  return undefined;
}
