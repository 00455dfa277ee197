import { serveCalls } from './calls.ts';
import { createSearcher } from './searcher.ts';

/**
 * The worker of the search page, so that typing and scrolling do not wait for a search. Its name is the base path of
 * the site. A browser without workers of modules imports it into the page.
 */
export { createSearcher };

if (!('document' in globalThis)) serveCalls(createSearcher(self.name));
