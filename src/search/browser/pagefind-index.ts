import type { Catalogue } from '../shared/catalogue.ts';
import { fold } from '../shared/fold.ts';
import {
  aliasCharacters,
  chunkFile,
  ENTRY_FILE,
  entryFile,
  isAlias,
  metaFile,
  metaOf,
  WASM_FILE,
} from '../shared/pagefind-files.ts';
import { PAGEFIND_VERSION } from '../shared/pagefind-version.ts';
import { charactersOf } from './chain.ts';
import type { Fragment, Opened, OpenIndex, Opening } from './engine.ts';
import { askAhead, type IndexFiles, loadLists, provide, withIndexRequests } from './index-requests.ts';
import { LoadError, loadModule } from './load.ts';
import { MAX_ALIASES, pairAliases } from './pair-aliases.ts';
import { firstPhrase } from './phrase.ts';
import { readCatalogue } from './read-catalogue.ts';
import { wordFacts } from './word-facts.ts';

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

/** Opens the index with Pagefind's program. */
export async function openPagefind({ folder, root, fresh, text, loaded, attempt }: Opening): Promise<Opened> {
  // Browsers cache a failed import: each attempt needs a different address.
  const programOf = (version: string) =>
    loadModule<Pagefind>(`${folder}pagefind.js?${version}${attempt > 1 ? `-${attempt}` : ''}`);
  // A page that was opened before a release may know an older version than the catalogue.
  const known = fresh ? undefined : programOf(PAGEFIND_VERSION);
  known?.catch(() => undefined);
  const files: IndexFiles = { folder, version: PAGEFIND_VERSION, fresh, known: new Map(), lists: new Map() };
  if (!fresh) askAhead(files, [WASM_FILE]);
  const catalogue = await readCatalogue(folder, fresh, loaded);
  if (known && catalogue.version !== PAGEFIND_VERSION) throw new LoadError('outdated', folder);
  files.version = catalogue.version;
  provideLists(files, catalogue);
  const facts = wordFacts(catalogue);
  const aliases = pairAliases(
    catalogue,
    (file) => loadLists(files, file),
    (file, content) => provide(files, file, content),
  );
  const wordsOf = (characters: string[]) => aliases.wordsOf(facts.chainOf(characters)) ?? characters;
  const first = charactersOf(...firstPhrase(fold(text), facts));
  // The aliases ask for their lists themselves.
  const words = first.every(facts.isIndexed) ? wordsOf(first).filter((word) => !isAlias(word)) : [];
  askAhead(files, chunksOf(words, catalogue));
  const pagefind = await (known ?? programOf(catalogue.version));
  await withIndexRequests(files, () => openSegments(pagefind, folder, root, catalogue));
  const find: OpenIndex['find'] = async (characters) => {
    const phrase = characters && `"${wordsOf(characters).join(' ')}"`;
    const { results } = await withIndexRequests(files, () => pagefind.search(phrase));
    return results.map((result) => ({
      id: result.id,
      position: result.words[0] ?? 0,
      fragment: () => withIndexRequests(files, () => result.data()),
    }));
  };
  return { catalogue, index: { find }, ...facts };
}

/** Names of the files that Pagefind will load for a phrase: the chunks of its words, in each segment. */
function chunksOf(words: string[], { segments }: Catalogue): string[] {
  const names = segments.flatMap((segment) => words.flatMap((word) => chunkFile(segment, word) ?? []));
  return [...new Set(names)];
}

/** Provides what Pagefind asks for first, from the catalogue. */
function provideLists({ known }: IndexFiles, { version, segments, symbols }: Catalogue): void {
  known.set(ENTRY_FILE, entryFile(version, segments, symbols + aliasCharacters(MAX_ALIASES)));
  for (const segment of segments) known.set(metaFile(segment), metaOf(segment, MAX_ALIASES));
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
