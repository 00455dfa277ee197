import type { Catalogue } from '../shared/catalogue.ts';
import { within } from './load.ts';
import type { Searcher } from './searcher.ts';
import { startSearcher } from './start-searcher.ts';

/**
 * What searches, started before the other scripts of the search page: on a slow network they come half a second later,
 * and the worker loads the index in the meantime. It imports little for the same reason.
 */

declare global {
  interface Window {
    /** The catalogue, which the script in the head of the page has asked for; undefined if it did not come. */
    searchCatalogue?: Promise<Catalogue | undefined>;
  }
}

/** Milliseconds that the worker waits for this catalogue before it asks for one itself. */
const MAX_CATALOGUE_WAIT_MS = 3000;

const { root = '/' } = document.querySelector<HTMLElement>('[data-search-results]')?.dataset ?? {};

let running: Promise<Searcher> | undefined;

/** What searches; if it could not be started, it is started again. */
export function searcher(): Promise<Searcher> {
  if (running) return running;
  const starting = start();
  running = starting;
  starting.catch(() => {
    running = undefined;
  });
  return starting;
}

/** Starts what searches; it begins to load what the query of the address needs. Failures show when the page searches. */
async function start(): Promise<Searcher> {
  const started = await startSearcher(root);
  if (window.searchCatalogue) {
    const catalogue = await within(MAX_CATALOGUE_WAIT_MS, window.searchCatalogue);
    const text = new URLSearchParams(location.search).get('q') ?? '';
    started.open({ text, ...(catalogue && { catalogue }) }).catch(() => undefined);
  }
  return started;
}

searcher().catch(() => undefined);
