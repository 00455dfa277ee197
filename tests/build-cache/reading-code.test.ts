import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { READING_CODE } from '../../src/loader/content-loader.ts';

/** What reads a content folder and checks its texts. */
const ENTRIES = ['src/loader/content-reader-fs.ts', 'src/check/index.ts'];
/** Folders that find and keep files, and do not change what is read from them. */
const NEUTRAL = ['src/engine', 'src/build-cache'];

/** The modules of the project that the entries import, directly or not. */
function importedModules(): string[] {
  const found = new Set<string>();
  const add = (file: string): void => {
    if (found.has(file) || !existsSync(file)) return;
    found.add(file);
    for (const [, written = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import\() ?'([#.][^']+)'/gu))
      add(
        written.startsWith('#core/')
          ? written.replace('#core/', 'src/core/')
          : path.posix.join(path.posix.dirname(file), written),
      );
  };
  ENTRIES.forEach(add);
  return [...found];
}

describe('the version of the reading cache', () => {
  it('depends on all code that reads and checks content', () => {
    const folders = [...READING_CODE, ...NEUTRAL];
    const modules = importedModules();
    expect(modules).toContain('src/pinyin/reading.ts');
    expect(modules.filter((file) => !folders.some((folder) => file.startsWith(`${folder}/`)))).toEqual([]);
  });
});
