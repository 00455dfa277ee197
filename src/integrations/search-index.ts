import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type IndexFile } from 'pagefind';
import { catalogueOf, charactersOf } from '../search/catalogue.ts';
import { indexHtml } from '../search/index-html.ts';

/** Folder of an issue, in which each article has one of its own. */
const ISSUE = /^\d{4}-\d{2}(?:-\d{2})?$/u;
/** Pagefind brings its own search boxes, and a worker that the search does not use (see engine.ts). */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\./u;
/**
 * Smaller pieces than Pagefind's own: a query of single characters loads fewer bytes. It is no
 * documented contract, so the version is pinned and the benchmark holds the figures.
 */
const CHUNK_SIZE = '2500';
/** Stands at the head of each of Pagefind's files. */
const SIGNATURE = 'pagefind_dcd';

/** Makes the search index of the article pages once they are written. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        await writeIndex(root, (await articleUrls(root)).toSorted());
      },
    },
  };
}

/** Not from the `pages` of the hook: those are the rendered ones, without the kept ones (see kept-files.ts). */
async function articleUrls(root: string): Promise<string[]> {
  const issues = (await readdir(path.join(root, 'issues'))).filter((name) => ISSUE.test(name));
  const urls = issues.map(async (issue) => {
    const entries = await readdir(path.join(root, 'issues', issue), { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() ? `issues/${issue}/${entry.name}/` : []));
  });
  return (await Promise.all(urls)).flat();
}

/**
 * Indexes built pages.
 * @param root folder of the built site; the index goes to its `pagefind/`
 * @param urls the articles' addresses below it, `issues/2022-09/a/`
 */
export async function writeIndex(root: string, urls: string[]): Promise<void> {
  const pages = await Promise.all(
    urls.map(async (url) => {
      const page = await readFile(path.join(root, url, 'index.html'), 'utf8');
      // An old address below an issue is a page that only leads on.
      if (!page.includes('data-pagefind-body')) return [];
      return [{ url, ...indexHtml(page) }];
    }),
  );
  const articles = pages.flat();
  const characters = charactersOf(articles.map(({ text }) => text));
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = CHUNK_SIZE;
  const { index, errors } = await createIndex({
    forceLanguage: 'zh-cn',
    includeCharacters: characters.symbols,
  });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    for (const { url, html: content } of articles) {
      throwErrors((await index.addHTMLFile({ url, content })).errors, url);
    }
    const { files, errors: failed } = await index.getFiles();
    throwErrors(failed, 'index');
    for (const { path: name, content } of files) {
      if (UNUSED.test(name)) continue;
      const file = path.join(root, 'pagefind', name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    const hashes = hashesOf(files);
    const catalogue = catalogueOf(
      articles.map((article) => ({ ...article, hash: hashes(article.url) })),
      characters,
    );
    await writeFile(path.join(root, 'pagefind', 'catalogue.json'), JSON.stringify(catalogue));
  } finally {
    await index.deleteIndex();
    await close();
  }
}

/** Pagefind's hash of a page by its address: it names a page's fragment after its hash. */
function hashesOf(files: IndexFile[]): (url: string) => string {
  const entries = files.flatMap(({ path: name, content }) => {
    const hash = /^fragment\/[^_]+_([0-9a-f]+)\.pf_fragment$/u.exec(name)?.[1];
    if (hash === undefined) return [];
    const json = gunzipSync(content).toString('utf8').replace(SIGNATURE, '');
    return [[(JSON.parse(json) as { url: string }).url, hash] as const];
  });
  const hashes = new Map(entries);
  return (url) => {
    const hash = hashes.get(url);
    if (hash === undefined) throw new Error(`${url}: not in the index`);
    return hash;
  };
}

function throwErrors(errors: string[], what: string): void {
  if (errors.length > 0) throw new Error(`${what}: ${errors.join('; ')}`);
}
