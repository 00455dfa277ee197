import { answerTo } from './answer-to.ts';
import { type Card, cardOf } from './card.ts';
import { type Engine, openEngine, type OpenOptions } from './engine.ts';
import { type FacetCounts, facetCounts, filtered, inMonths } from './facets.ts';
import { phraseHits } from './phrase.ts';
import { fold } from '../shared/fold.ts';
import type { SearchQuery } from './query.ts';
import type { Answer, SearchMode } from './search.ts';

/** A query, and what it is called otherwise. */
export interface Asked {
  query: SearchQuery;
  /** Other names of what the text names. Absent: only what is printed is looked for. */
  otherNames?: string[];
}

/** An answer as the page needs it. */
export interface Found {
  mode: SearchMode;
  /** Number of results. */
  total: number;
  /** Number of results without filters. */
  unfiltered: number;
  counts: FacetCounts;
  /** A note on the answer, empty for none. */
  note: string;
  /** The text, in simplified characters if it was looked for in these too. */
  text: string;
}

/** What finds and reads articles for the search page. All values can be sent from a worker to the page. */
export interface Searcher {
  /** Opens the index; only needed to open it early, or again. Fails as `openEngine` does. */
  open(options: OpenOptions): Promise<void>;
  /** Whether a text is printed anywhere. */
  isPrinted(text: string): Promise<boolean>;
  answer(asked: Asked): Promise<Found>;
  /** The cards of some of an answer's results. */
  cards(asked: Asked, start: number, count: number): Promise<Card[]>;
  /** For each name, the number of articles with it that are not among an answer's results. */
  countOthers(asked: Asked, names: string[]): Promise<number[]>;
}

export const SEARCHER_METHODS = ['open', 'isPrinted', 'answer', 'cards', 'countOthers'] as const;

/** Answers that are kept: the last one, and those that a reader goes back to by deleting characters. */
const MAX_KEPT_ANSWERS = 8;

interface Kept {
  answer: Answer;
  found: Found;
}

/** @param root base path of the site */
export function createSearcher(root: string): Searcher {
  const folder = `${root}pagefind/`;
  let engine: Promise<Engine> | undefined;
  const kept = new Map<string, Promise<Kept>>();

  /** Runs work with the index, which is opened once; after a failure it is opened again. */
  const withEngine = async <T>(use: (opened: Engine) => T | Promise<T>, text = ''): Promise<T> => {
    engine ??= openEngine(folder, root, { text });
    const opening = engine;
    try {
      return await use(await opening);
    } catch (error) {
      if (engine === opening) forget();
      throw error;
    }
  };
  const forget = () => {
    engine = undefined;
    kept.clear();
  };
  const answered = (asked: Asked): Promise<Kept> => {
    const key = JSON.stringify(asked);
    const known = kept.get(key);
    if (known) return known;
    const answering = withEngine((opened) => answerOf(asked, opened), asked.query.text);
    kept.set(key, answering);
    answering.catch(() => {
      // Since then, the same may have been asked again.
      if (kept.get(key) === answering) kept.delete(key);
    });
    for (const oldest of kept.keys()) if (kept.size > MAX_KEPT_ANSWERS) kept.delete(oldest);
    return answering;
  };
  return {
    async open(options) {
      if (options.fresh) forget();
      engine ??= openEngine(folder, root, options);
      await withEngine(() => undefined);
    },
    isPrinted: (text) =>
      withEngine(async (opened) => (await phraseHits(fold(text).trim(), opened)).length > 0, text),
    answer: async (asked) => (await answered(asked)).found,
    cards: (asked, start, count) =>
      withEngine(async () => {
        const { answer } = await answered(asked);
        const documents = await Promise.all(answer.hits.slice(start, start + count).map((hit) => hit.load()));
        return documents.map((document) => cardOf(document, answer));
      }),
    async countOthers(asked, names) {
      const { answer } = await answered(asked);
      const found = new Set(answer.hits.map(({ id }) => id));
      return Promise.all(
        names.map((name) =>
          withEngine(
            async (opened) =>
              (await phraseHits(fold(name), opened)).filter(({ id }) => !found.has(id)).length,
          ),
        ),
      );
    },
  };
}

async function answerOf({ query, otherNames }: Asked, opened: Engine): Promise<Kept> {
  const { answer, note, text } = await answerTo(query, opened, otherNames);
  const among = inMonths(answer.hits, query.months, opened);
  const chosen = filtered(among, query.filters, opened.valuesOf);
  const hits = query.sort === 'date' ? [...chosen].sort((a, b) => a.row - b.row) : chosen;
  return {
    answer: { ...answer, hits },
    found: {
      mode: answer.mode,
      total: hits.length,
      unfiltered: answer.hits.length,
      counts: facetCounts(among, query.filters, opened.valuesOf),
      note,
      text,
    },
  };
}
