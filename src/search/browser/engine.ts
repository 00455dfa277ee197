import { type Catalogue, rowsOf } from '../shared/catalogue.ts';
import { chunkFile, ENTRY_FILE, entryFile, metaFile, metaOf, WASM_FILE } from '../shared/pagefind-files.ts';
import { figureStart } from '../shared/figures.ts';
import { BOUNDARY, fold, isSymbol } from '../shared/fold.ts';
import type { FilterName } from '#core/filter-name.ts';
import { askAhead, type IndexFiles, requestsEnded, withIndexRequests } from './index-requests.ts';
import { LoadError, loadJson, loadModule } from './load.ts';
import { firstPhrase } from './phrase.ts';
import { runsProgram } from './runs-program.ts';
import { PAGEFIND_VERSION } from '../shared/pagefind-version.ts';
import { type WordFacts, wordFacts } from './word-facts.ts';

/** The part of Pagefind's browser API that this module uses. */
interface Pagefind {
  options(options: { baseUrl: string; noWorker: boolean; metaCacheTag: string }): Promise<void>;
  mergeIndex(
    address: string,
    options: { language: string; baseUrl: string; metaCacheTag: string },
  ): Promise<void>;
  search(
    text: string | null,
  ): Promise<{ results: { id: string; words: number[]; data(): Promise<Fragment> }[] }>;
}

/** The text of an article as the index holds it. */
export interface Fragment {
  url: string;
  content: string;
  anchors: { id: string; location: number }[];
  meta: Record<string, string>;
}

/** What finds articles: Pagefind's program, or `plain-index.ts` where that cannot run. */
export interface OpenIndex {
  /** The articles that contain words in succession, each with the position of the first ones; all articles if null. */
  find(words: string[] | null): Promise<{ id: string; position: number; fragment(): Promise<Fragment> }[]>;
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

export interface Engine extends Pick<WordFacts, 'bytesOf'> {
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
  const { catalogue, index, symbols, bytesOf } = await open({ folder, root, fresh, text, loaded });
  const documents = new Map<string, Promise<Document>>();
  const phrases = new Map<string, Promise<Hit[]>>();
  const rows = rowsOf(catalogue);
  const months = catalogue.months.flatMap(([month, count]) => Array<string>(count).fill(month));

  const query = async (words: string[] | null): Promise<Hit[]> => {
    const found = await index.find(words);
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
      const words = wordsOf(folded, isFigure);
      return memoized(phrases, words.join(''), async () => {
        // Pagefind drops symbols that are not indexed and would find the rest of the phrase.
        if (words.length === 0 || words.some((word) => isUnknown(word, symbols))) return [];
        return query(words);
      });
    },
    all: () => memoized(phrases, '', () => query(null)),
    monthOf: ({ row }) => months[row] ?? '',
    valuesOf: ({ row }, filter) => rows.valuesOf(row, filter),
    bytesOf,
  };
}

interface Opening {
  folder: string;
  root: string;
  fresh: boolean;
  text: string;
  loaded: Catalogue | undefined;
}

interface Opened extends WordFacts {
  catalogue: Catalogue;
  index: OpenIndex;
}

async function openPagefind({ folder, root, fresh, text, loaded }: Opening): Promise<Opened> {
  // Browsers cache a failed import: each attempt needs a different address.
  const programOf = (version: string) =>
    loadModule<Pagefind>(`${folder}pagefind.js?${version}${attempts > 1 ? `-${attempts}` : ''}`);
  // A page that was opened before a release may know an older version than the catalogue.
  const known = fresh ? undefined : programOf(PAGEFIND_VERSION);
  known?.catch(() => undefined);
  const files: IndexFiles = { folder, version: PAGEFIND_VERSION, fresh, known: new Map() };
  if (!fresh) askAhead(files, [WASM_FILE]);
  const catalogue = await readCatalogue(folder, fresh, loaded);
  if (known && catalogue.version !== PAGEFIND_VERSION) throw new LoadError('outdated', folder);
  files.version = catalogue.version;
  provideLists(files, catalogue);
  const facts = wordFacts(catalogue);
  askAhead(files, chunksOf(wordsOf(...firstPhrase(fold(text), facts)), catalogue, facts.symbols));
  const pagefind = await (known ?? programOf(catalogue.version));
  await withIndexRequests(files, () => openSegments(pagefind, folder, root, catalogue));
  const find: OpenIndex['find'] = async (words) => {
    const phrase = words && `"${words.join(' ')}"`;
    const { results } = await withIndexRequests(files, () => pagefind.search(phrase));
    return results.map((result) => ({
      id: result.id,
      position: result.words[0] ?? 0,
      fragment: () => withIndexRequests(files, () => result.data()),
    }));
  };
  return { catalogue, index: { find }, ...facts };
}

/** Opens the index without Pagefind's program. */
async function openPlain({ folder, root, fresh, loaded }: Opening): Promise<Opened> {
  const reader = import('./plain-index.ts');
  reader.catch(() => undefined);
  const catalogue = await readCatalogue(folder, fresh, loaded);
  const { plainIndex } = await reader.catch((cause) => {
    throw new LoadError('missing', folder, { cause });
  });
  return { catalogue, index: plainIndex({ folder, root, fresh }, catalogue), ...wordFacts(catalogue) };
}

/** The words by which the index has a folded text. */
function wordsOf(folded: string, isFigure: boolean): string[] {
  const [first = '', ...others] = folded;
  return isFigure ? [figureStart(first), ...others] : [...folded];
}

function isUnknown(word: string, symbols: Set<string>): boolean {
  return isSymbol(word) && !symbols.has(word);
}

/** Names of the files that Pagefind will load for a phrase: the chunks of its words, in each segment. */
function chunksOf(words: string[], { segments }: Catalogue, symbols: Set<string>): string[] {
  if (words.some((word) => isUnknown(word, symbols))) return [];
  const names = segments.flatMap((segment) => words.flatMap((word) => chunkFile(segment, word) ?? []));
  return [...new Set(names)];
}

/** Provides what Pagefind asks for first, from the catalogue. */
function provideLists({ known }: IndexFiles, { version, segments, symbols }: Catalogue): void {
  known.set(ENTRY_FILE, entryFile(version, segments, symbols));
  for (const segment of segments) known.set(metaFile(segment), metaOf(segment));
}

/**
 * Opens all segments: the newest as Pagefind's main index, the others as merged indexes. All share one folder
 * and one entry file.
 */
async function openSegments(
  pagefind: Pagefind,
  folder: string,
  root: string,
  catalogue: Catalogue,
): Promise<void> {
  const [, ...older] = catalogue.segments;
  const options = { baseUrl: root, metaCacheTag: catalogue.release };
  // No worker: its requests would not be seen by `withIndexRequests`.
  await pagefind.options({ ...options, noWorker: true });
  // Pagefind skips an index with the address of its main one, but does not recognize the address without its origin.
  await Promise.all(older.map(({ name }) => pagefind.mergeIndex(folder, { ...options, language: name })));
}

/** The catalogue is the one file of the index that has to be asked for each time. */
async function readCatalogue(folder: string, fresh: boolean, loaded?: Catalogue): Promise<Catalogue> {
  const address = `${folder}catalogue.json`;
  const catalogue = loaded ?? (await loadJson<Catalogue>(address, { cache: fresh ? 'reload' : 'no-cache' }));
  if (!catalogue?.release || !Array.isArray(catalogue.segments)) throw new LoadError('damaged', address);
  return catalogue;
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
