import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { IndexBuilder } from '../../src/integrations/index-builder.ts';

/**
 * Indexes a built site once more, cut otherwise.
 * @param site its folder; the index goes to its `pagefind/`
 * @param urls the articles' addresses below it, `issues/2022-09/a/`
 * @param most how many articles a segment may have
 */
export async function indexSite(site: string, urls: string[], most: number): Promise<void> {
  const read = (url: string) => () => readFile(path.join(site, url, 'index.html'), 'utf8');
  const articles = urls.map((url) => ({ url, key: '', read: read(url) }));
  await new IndexBuilder(path.join(site, 'pagefind'), articles, { most }).finish();
}
