import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import { type Engine, openEngine } from '../../src/search/browser/engine.ts';
import { IndexBuilder } from '../../src/search/indexing/index-builder.ts';

/** An article of a site that exists only as an index. */
export interface MadeArticle {
  /** Its address, `issues/2022-09/a/`. */
  url: string;
  title: string;
  /** HTML below the title. */
  body: string;
  date?: string;
}

export interface SearchedSite {
  /** Base path of the site, with its last slash. */
  root: string;
  engine: Engine;
  /** Files of the index that the browser code has asked for since it was opened, each with its bytes. */
  requests: { name: string; bytes: number }[];
  close(): void;
}

/** The sites of a test file that are open, each with its requests: the other sites stay usable when one closes. */
const openSites = new Map<string, SearchedSite['requests']>();

/** Answers like a server, with a file of an open site. */
function answer(request: string | URL | Request): Promise<Response> {
  const address = request instanceof Request ? request.url : String(request);
  const file = address.replace(/^file:\/\//u, '').replace(/\?.*$/u, '');
  const content = readFileSync(file);
  for (const [folder, requests] of openSites)
    if (file.startsWith(folder)) requests.push({ name: path.relative(folder, file), bytes: content.length });
  return Promise.resolve(new Response(content));
}

/**
 * Writes the real index of articles and opens it with the real engine: Pagefind's program runs in Node as in a worker,
 * which lacks only an address.
 */
export async function openSearchedSite(articles: MadeArticle[], maxArticles?: number): Promise<SearchedSite> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'bulletin-searched-'));
  const folder = path.join(root, 'pagefind');
  const planned = articles.map((article) => ({
    url: article.url,
    key: '',
    read: async () => pageOf(article),
  }));
  await new IndexBuilder(folder, planned, maxArticles === undefined ? {} : { maxArticles }).finish();

  const requests: SearchedSite['requests'] = [];
  openSites.set(folder, requests);
  vi.stubGlobal('fetch', answer);
  vi.stubGlobal('location', { href: 'file:///', origin: 'file://' });
  vi.stubGlobal('window', { location });
  const engine = await openEngine(`${folder}/`, '/');
  return {
    root: `${root}/`,
    engine,
    requests,
    close() {
      openSites.delete(folder);
      if (openSites.size === 0) vi.unstubAllGlobals();
      rmSync(root, { recursive: true });
    },
  };
}

function pageOf({ title, body, date = '2022-09-30' }: MadeArticle): string {
  return `<html><head><meta name="date" content="${date}" data-search-date><meta content="${title}" data-pagefind-meta="title[content]"></head><body><article class="article" data-pagefind-body><h1>${title}</h1>${body}</article></body></html>`;
}
