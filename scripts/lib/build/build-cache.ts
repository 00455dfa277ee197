import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isSystemError } from '../../../src/core/system-error.ts';
import { displayPath } from '../display-path.ts';

/** Below this many free bytes (32 MiB) the cache is not used: Astro itself needs disk space. */
const MIN_FREE_BYTES = 32 * 1024 * 1024;

/** The folder for results that the next build can reuse. */
export interface BuildCache {
  folder: string;
  /** Removes a temporary folder. */
  close(): void;
}

/**
 * Opens the cache of a content folder; each has its own, so that two bulletins never share entries. If it is
 * not writable, the build gets a temporary folder: a cache problem never stops a build.
 */
export function openBuildCache(content: string, say: (line: string) => void): BuildCache {
  const name = createHash('sha256').update(path.resolve(content)).digest('hex').slice(0, 8);
  const folder = path.resolve('node_modules/.astro', name);
  if (isUsable(folder)) return { folder, close: () => undefined };
  say(`缓存文件夹 ${displayPath(folder)} 不能写，或者磁盘满了：这一次不用缓存，慢一些，结果一样`);
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'park-bulletin-'));
  return { folder: temporary, close: () => rmSync(temporary, { recursive: true, force: true }) };
}

function isUsable(folder: string): boolean {
  const probe = path.join(folder, `probe.${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, 'probe');
    rmSync(probe);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= MIN_FREE_BYTES;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    rmSync(probe, { force: true });
    return false;
  }
}
