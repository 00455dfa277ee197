import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isSystemError } from '../../src/core/system-error.ts';
import { shownPath } from './shown-path.ts';

/** Free bytes below which a cache is left alone: Astro itself needs some of them. */
const LEAST_FREE = 32 * 1024 * 1024;

/** The folder that a build keeps its results in. */
export interface BuildCache {
  folder: string;
  /** Removes a folder that is for this build only. */
  close(): void;
}

/**
 * The cache of a content folder: each has its own, so that two bulletins never mix. Where it cannot be
 * written, the build gets a temporary one: a cache never stops a build.
 */
export function openBuildCache(content: string, say: (line: string) => void): BuildCache {
  const name = createHash('sha256').update(path.resolve(content)).digest('hex').slice(0, 8);
  const folder = path.resolve('node_modules/.astro', name);
  if (isUsable(folder)) return { folder, close: () => undefined };
  say(`缓存文件夹 ${shownPath(folder)} 不能写，或者磁盘满了：这一次不用缓存，慢一些，结果一样`);
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
    return bavail * bsize >= LEAST_FREE;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    rmSync(probe, { force: true });
    return false;
  }
}
