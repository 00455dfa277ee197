import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { IndexBuilder } from '../search/indexing/index-builder.ts';
import type { PagesListener } from './page-cache.ts';
import { SegmentCache } from '../search/indexing/segment-cache.ts';

/** Route of an article's page. */
const ARTICLE = '/issues/[issue]/[slug]';

/** Builds the search index from the articles' pages; `pages` must be passed to `pageCache()`. */
export function searchIndex(): AstroIntegration & { pages: PagesListener } {
  let cache: SegmentCache;
  let builder: IndexBuilder | undefined;
  return {
    name: 'search-index',
    pages: {
      route: ARTICLE,
      planned(pages, outDir) {
        const planned = pages.map(({ pathname, cacheKey = '', file, isCached }) => ({
          url: `${pathname}/`,
          key: cacheKey,
          ...(isCached && { read: () => readFile(path.join(outDir, file), 'utf8') }),
        }));
        builder = new IndexBuilder(path.join(outDir, 'pagefind'), planned, { cache });
      },
      rendered({ pathname }, html) {
        builder?.add(`${pathname}/`, html);
      },
    },
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = new SegmentCache(fileURLToPath(new URL('search-index/', config.cacheDir)));
      },
      'astro:build:done': () => builder?.finish(),
    },
  };
}
