import { type Catalogue, rowsOf } from '../shared/catalogue.ts';
import { BOUNDARY } from '../shared/fold.ts';
import type { FilterName } from '#core/filter-name.ts';
import { charactersOf } from './chain.ts';
import { requestsEnded } from './index-requests.ts';
import { LoadError } from './load.ts';
import { openPagefind } from './pagefind-index.ts';
import { readCatalogue } from './read-catalogue.ts';
import { runsProgram } from './runs-program.ts';
import { type WordFacts, wordFacts } from './word-facts.ts';

/** The text of an article as the index holds it. */
export interface Fragment {
  url: string;
  content: string;
  anchors: { id: string; location: number }[];
  meta: Record<string, string>;
}

/** What finds articles: Pagefind's program, or `plain-index.ts` where that cannot run. */
export interface OpenIndex {
  /** The articles that contain characters in succession, each with the position of the first ones; all if null. */
  find(
    characters: string[] | null,
  ): Promise<{ id: string; position: number; fragment(): Promise<Fragment> }[]>;
}

/** An article that a search has found; its text is loaded when it is displayed. */
export interface Hit {
  id: string;
  /** Its row in the catalogue, the newest in row 0. */
  row: number;
  /** Token position of the first occurrence: below `TITLE_LENGTH` it is in the title. */
  position: number;
  load(): Promise<Document>;
}

/** An article's indexed text as printed, in blocks. */
export interface Document {
  url: string;
  title: string;
  /** Places in the title where a line may break. */
  breaks: number[];
  kicker?: string;
  category: string;
  issue: string;
  date: string;
  blocks: Block[];
}

export interface Block {
  text: string;
  /** Id of the heading above the block. */
  anchor?: string;
}

export interface Engine extends Pick<WordFacts, 'bytesOf' | 'expectedOf'> {
  /**
   * Articles that contain a folded text verbatim, newest first.
   * @param isFigure whether it is a figure with its sign, and must not be the end of a longer one
   */
  phrase(folded: string, isFigure?: boolean): Promise<Hit[]>;
  /** All articles, newest first. */
  all(): Promise<Hit[]>;
  /** The month in which the article was published, `2022-09`. */
  monthOf(hit: Pick<Hit, 'row'>): string;
  /** The article's values for a filter. */
  valuesOf(hit: Pick<Hit, 'row'>, filter: FilterName): string[];
}

let attempts = 0;

export interface OpenOptions {
  /** Whether to load files past the browser's cache: after a failure, or a release. */
  fresh?: boolean;
  /** A query that will be asked first: what it needs is loaded together with the program. */
  text?: string;
  /** The catalogue as it is on the server now, if it has been loaded already. */
  catalogue?: Catalogue;
}

/**
 * Opens the index.
 * @param folder address of Pagefind's folder, with its last slash
 * @param root base path of the site, for the results' addresses
 * @throws LoadError if the index cannot be loaded, for example offline
 */
export async function openEngine(
  folder: string,
  root: string,
  { fresh = false, text = '', catalogue: loaded }: OpenOptions = {},
): Promise<Engine> {
  attempts += 1;
  if (fresh) await requestsEnded();
  const open = runsProgram() ? openPagefind : openPlain;
  const opening = { folder, root, fresh, text, loaded, attempt: attempts };
  const { catalogue, index, isIndexed, bytesOf, expectedOf } = await open(opening);
  const documents = new Map<string, Promise<Document>>();
  const phrases = new Map<string, Promise<Hit[]>>();
  const rows = rowsOf(catalogue);
  const months = catalogue.months.flatMap(([month, count]) => Array<string>(count).fill(month));

  const query = async (characters: string[] | null): Promise<Hit[]> => {
    const found = await index.find(characters);
    const hits = found.map(({ id, position, fragment }) => ({
      id,
      row: rows.rowOf(id),
      position,
      load: () => memoized(documents, id, async () => documentOf(await fragment())),
    }));
    if (hits.some(({ row }) => row >= rows.count)) throw new LoadError('outdated', folder);
    return hits.sort((a, b) => a.row - b.row);
  };
  return {
    phrase: (folded, isFigure = false) => {
      const characters = charactersOf(folded, isFigure);
      return memoized(phrases, characters.join(''), async () => {
        // Pagefind drops symbols that are not indexed and would find the rest of the phrase.
        if (characters.length === 0 || !characters.every(isIndexed)) return [];
        return query(characters);
      });
    },
    all: () => memoized(phrases, '', () => query(null)),
    monthOf: ({ row }) => months[row] ?? '',
    valuesOf: ({ row }, filter) => rows.valuesOf(row, filter),
    bytesOf,
    expectedOf,
  };
}

/** What an index is opened with, see `openEngine`. */
export interface Opening {
  folder: string;
  root: string;
  fresh: boolean;
  text: string;
  loaded: Catalogue | undefined;
  /** How often the page has opened its index, with this time. */
  attempt: number;
}

export interface Opened extends WordFacts {
  catalogue: Catalogue;
  index: OpenIndex;
}

/** Opens the index without Pagefind's program. */
async function openPlain({ folder, root, fresh, loaded }: Opening): Promise<Opened> {
  const reader = import('./plain-index.ts');
  reader.catch(() => undefined);
  const catalogue = await readCatalogue(folder, fresh, loaded);
  const { plainIndex } = await reader.catch((cause) => {
    throw new LoadError('missing', folder, { cause });
  });
  const facts = wordFacts(catalogue);
  return { catalogue, index: plainIndex({ folder, root, fresh }, catalogue, facts), ...facts };
}

/** Returns the cached result for a key, or calls `load`; rejected results are not cached. */
function memoized<T>(cache: Map<string, Promise<T>>, key: string, load: () => Promise<T>): Promise<T> {
  const cached = cache.get(key);
  if (cached) return cached;
  const loading = load();
  cache.set(key, loading);
  loading.catch(() => cache.delete(key));
  return loading;
}

/** Splits a fragment's text into blocks. */
export function documentOf({ url, content, anchors, meta }: Fragment): Document {
  const blocks: Block[] = [];
  const pending = [...anchors].sort((a, b) => a.location - b.location);
  let anchor: string | undefined;
  let start = 0;
  for (const text of content.split(BOUNDARY)) {
    while (pending[0] && pending[0].location <= start) anchor = pending.shift()?.id;
    if (text !== '') blocks.push({ text, ...(anchor && { anchor }) });
    start += text.length + BOUNDARY.length;
  }
  const { title = '', breaks, kicker, category = '', issue = '', day: date = '' } = meta;
  return {
    url,
    title,
    breaks: breaks ? breaks.split(' ').map(Number) : [],
    category,
    issue,
    date,
    blocks,
    ...(kicker && { kicker }),
  };
}
