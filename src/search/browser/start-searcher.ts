import { remote, served } from './calls.ts';
import { inTime, LoadError, loadModule } from './load.ts';
import { SEARCHER_METHODS, type Searcher } from './searcher.ts';
import workerAddress from './search-worker.ts?worker&url';

/**
 * Starts what searches, in a worker; in the page where the browser has no workers of modules (Firefox before 114).
 * @param root base path of the site
 * @throws LoadError if its script cannot be loaded
 */
export async function startSearcher(root: string): Promise<Searcher> {
  try {
    return await searcherInWorker(root);
  } catch (error) {
    if (error instanceof LoadError) throw error;
    // The error does not say why: what can be imported is a script that the browser only cannot run as a worker.
    await loadModule(workerAddress);
    if (!window.createSearcher) throw error;
    return window.createSearcher(root);
  }
}

async function searcherInWorker(root: string): Promise<Searcher> {
  const worker = new Worker(workerAddress, { type: 'module', name: root });
  const searcher = remote<Searcher>(worker, SEARCHER_METHODS);
  try {
    await inTime(served(worker), workerAddress);
    return searcher;
  } catch (error) {
    worker.terminate();
    throw error;
  }
}
