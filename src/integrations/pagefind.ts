import { gunzipSync } from 'node:zlib';
import { close, createIndex, type IndexFile } from 'pagefind';

/** An index as Pagefind makes it, before it is written. */
export interface PagefindIndex {
  files: IndexFile[];
  /** Pagefind's hash of each page, by its address: a page's fragment is named after it. */
  hashes: Map<string, string>;
}

interface IndexedPage {
  url: string;
  html: string;
}

export interface PagefindOptions {
  /** Begins the names of the index's files. */
  forceLanguage: string;
  /** The symbols to be indexed. */
  includeCharacters: string;
}

/** Pagefind brings its own search boxes, and a worker that the search does not use (see engine.ts). */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\./u;
/**
 * Smaller pieces than Pagefind's own: a query of single characters loads fewer bytes. It is no
 * documented contract, so the version is pinned and the benchmark holds the figures.
 */
const CHUNK_SIZE = '1500';
/** Stands at the head of each of Pagefind's files. */
const SIGNATURE = 'pagefind_dcd';

/**
 * Indexes pages, each as soon as it is there.
 * @param pages their addresses and their HTML; their order decides the bytes of the index
 * @throws where Pagefind does
 */
export async function indexPages(
  pages: AsyncIterable<IndexedPage> | Iterable<IndexedPage>,
  options: PagefindOptions,
): Promise<PagefindIndex> {
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = CHUNK_SIZE;
  const { index, errors } = await createIndex(options);
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    const added: Promise<string[]>[] = [];
    // Without waiting for the answer: Pagefind reads while it is written to.
    for await (const { url, html: content } of pages) {
      const page = index.addHTMLFile({ url, content });
      added.push(
        page.then(
          ({ errors: of }) => of.map((error) => `${url}: ${error}`),
          (fault) => [String(fault)],
        ),
      );
    }
    throwErrors((await Promise.all(added)).flat());
    const { files, errors: failed } = await index.getFiles();
    throwErrors(failed);
    return { files: files.filter(({ path }) => !UNUSED.test(path)), hashes: hashesOf(files) };
  } finally {
    // The process goes too, and its memory with it.
    await close();
  }
}

function hashesOf(files: IndexFile[]): Map<string, string> {
  const entries = files.flatMap(({ path: name, content }) => {
    const hash = /^fragment\/[^_]+_([0-9a-f]+)\.pf_fragment$/u.exec(name)?.[1];
    if (hash === undefined) return [];
    const json = gunzipSync(content).toString('utf8').replace(SIGNATURE, '');
    return [[(JSON.parse(json) as { url: string }).url, hash] as const];
  });
  return new Map(entries);
}

function throwErrors(errors: string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
