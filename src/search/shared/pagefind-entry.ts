import { LANGUAGE } from './segments.ts';

/** A segment of the index, as the browser has to know it before it loads anything of it. */
export interface ListedSegment {
  name: string;
  /** Part of the name of its `.pf_meta`. */
  hash: string;
  /** Number of its articles. */
  count: number;
}

/** Name of Pagefind's entry file in the folder of an index. */
export const ENTRY_FILE = 'pagefind-entry.json';

/** Name of the file with a segment's pages and chunks. */
export function metaFile(hash: string): string {
  return `pagefind.${hash}.pf_meta`;
}

/**
 * The text of Pagefind's entry file. It lists each segment as if it were a language. Pagefind opens the newest
 * one by itself, the others on request. The browser makes it from the catalogue and does not load it.
 * @param version of Pagefind's program
 * @param segments the newest first
 * @param symbols characters that are neither letters nor digits and that queries may contain
 */
export function entryFile(version: string, segments: ListedSegment[], symbols: string): string {
  const languages = segments.map(({ name, hash, count }, index) => [
    index === 0 ? LANGUAGE : name,
    { hash, wasm: 'unknown', page_count: count },
  ]);
  return JSON.stringify({
    version,
    languages: Object.fromEntries(languages),
    include_characters: [...symbols],
  });
}
