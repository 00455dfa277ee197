let running = 0;
let failures = 0;

/**
 * Runs work that loads files of the index, and throws if a request failed: Pagefind itself ignores missing
 * files and would report no results. `fetch` is replaced only while such work is running.
 * @param folder address of the index
 * @throws if a file of the index could not be loaded while the work ran
 */
export async function withIndexRequests<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = failures;
  if (running === 0) restore = watchFetch(folder);
  running += 1;
  try {
    const result = await work();
    if (failures > before) throw new Error('A part of the index could not be loaded');
    return result;
  } finally {
    running -= 1;
    if (running === 0) restore();
  }
}

let restore = () => {};

/** Counts failed requests for files of a folder; returns a function that restores the original `fetch`. */
function watchFetch(folder: string): () => void {
  const { fetch: original } = globalThis;
  globalThis.fetch = async (...request) => {
    const ofIndex = String(request[0] instanceof Request ? request[0].url : request[0]).includes(folder);
    try {
      const response = await original(...request);
      if (ofIndex && !response.ok) failures += 1;
      return response;
    } catch (error) {
      if (ofIndex) failures += 1;
      throw error;
    }
  };
  return () => {
    globalThis.fetch = original;
  };
}
