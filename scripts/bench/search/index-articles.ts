import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import { articleUrls, indexSite } from './index-site.ts';

/*
 * Indexes a built site's articles, ours or with Pagefind as it comes: a program of its own, so that its
 * memory can be measured.
 *   node index-articles.ts ours|stock <site> <articles of a segment>
 */
const [which, site = '', most] = process.argv.slice(2);
if (which === 'ours') await indexSite(site, Number(most));
else await writeStockIndex();

async function writeStockIndex(): Promise<void> {
  const { index } = await createIndex({});
  for (const url of await articleUrls(site)) {
    await index?.addHTMLFile({ url, content: await readFile(path.join(site, url, 'index.html'), 'utf8') });
  }
  await index?.writeFiles({ outputPath: path.join(site, 'pagefind-stock') });
  await close();
}
