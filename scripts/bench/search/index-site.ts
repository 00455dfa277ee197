import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pageKind } from '../../../src/core/page-kind.ts';
import { IndexBuilder } from '../../../src/search/indexing/index-builder.ts';

/**
 * Indexes a built site again, with other segments.
 * @param site its folder; the index is written to its `pagefind/`
 * @param most maximum of articles per segment
 */
export async function indexSite(site: string, most: number): Promise<void> {
  const read = (url: string) => () => readFile(path.join(site, url, 'index.html'), 'utf8');
  const articles = (await articleUrls(site)).map((url) => ({ url, key: '', read: read(url) }));
  await new IndexBuilder(path.join(site, 'pagefind'), articles, { maxArticles: most }).finish();
}

/** Addresses of a built site's articles below it, `issues/2022-09/a/`, in their order. */
export async function articleUrls(site: string): Promise<string[]> {
  const names = await readdir(path.join(site, 'issues'), { recursive: true });
  return names
    .filter((name) => path.basename(name) === 'index.html')
    .map((name) => `issues/${path.dirname(name).replaceAll(path.sep, '/')}/`)
    .filter((url) => pageKind(url) === 'article')
    .toSorted();
}
