import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/**
 * Shares compiled code between Vitest's workers and the commands that tests start, for one test run.
 * https://nodejs.org/api/module.html#module-compile-cache
 */
export default async function setup() {
  if (process.env.NODE_COMPILE_CACHE) return undefined;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bulletin-compiled-'));
  process.env.NODE_COMPILE_CACHE = folder;
  // The last workers may still be writing to it.
  return () => rm(folder, { recursive: true, force: true, maxRetries: 10 });
}
