import type { Engine } from './engine.ts';
import { within } from './load.ts';
import { NOT_SIMPLIFIED } from './messages.ts';
import type { SearchQuery } from './query.ts';
import { type Answer, search } from './search.ts';
import { simplify } from './simplify.ts';

/** Milliseconds that a query waits for the table of traditional characters; without it the text is searched as typed. */
const MAX_TABLE_WAIT_MS = 4000;

/**
 * The answer, a note on it, and the text in simplified characters if it was looked for in these too.
 * @param otherNames see `SearchContext`
 */
export async function answerTo(
  query: SearchQuery,
  opened: Engine,
  otherNames?: string[],
): Promise<{ answer: Answer; note: string; text: string }> {
  const { text: typed } = query;
  if (!typed)
    return { answer: { mode: 'phrase', hits: await opened.all(), phrases: [] }, note: '', text: '' };
  let isSimplified = true;
  let simplified = typed;
  const found = await search(typed, {
    engine: opened,
    otherNames,
    simplify: async (text) => {
      const simple = await within(MAX_TABLE_WAIT_MS, simplify(text));
      isSimplified = simple !== undefined;
      simplified = simple ?? text;
      return simplified;
    },
  });
  return { answer: found, note: isSimplified ? '' : NOT_SIMPLIFIED, text: simplified };
}
