import { LANGUAGE } from '../../shared/segments.ts';

interface EntrySegment {
  name: string;
  /** Part of the name of the segment's `.pf_meta`. */
  hash: string;
  pageCount: number;
}

/**
 * The text of `pagefind-entry.json`, which the browser loads first. It lists each segment as if it were a
 * language. Pagefind opens the newest one by itself, the others on request.
 * @param version of Pagefind's program
 * @param segments the newest first
 * @param release digest of the index; Pagefind ignores it, `index-requests.ts` compares it with the catalogue's
 * @param symbols characters that are neither letters nor digits and that queries may contain
 */
export function entryFile(
  { version, release }: { version: string; release: string },
  segments: EntrySegment[],
  symbols: string,
): string {
  const languages = segments.map(({ name, hash, pageCount }, index) => [
    index === 0 ? LANGUAGE : name,
    { hash, wasm: 'unknown', page_count: pageCount },
  ]);
  return JSON.stringify({
    version,
    release,
    languages: Object.fromEntries(languages),
    include_characters: [...symbols],
  });
}
