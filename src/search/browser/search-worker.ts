import { serveCalls } from './calls.ts';
import { createSearcher } from './searcher.ts';

declare global {
  interface Window {
    /** Set where the script of the worker was imported into the page: the bundler renames its exports. */
    createSearcher?: typeof createSearcher;
  }
}

/**
 * The worker of the search page, so that typing and scrolling do not wait for a search. Its name is the base path of
 * the site. A browser without workers of modules imports it into the page.
 */
if ('document' in globalThis) window.createSearcher = createSearcher;
else serveCalls(createSearcher(self.name));
