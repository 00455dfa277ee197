import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue } from '../shared/catalogue.ts';
import { LANGUAGE } from '../shared/segments.ts';
import { linkOrCopy } from '../../build-cache/file-store.ts';
import type { PagefindProgram } from './pagefind.ts';
import type { IndexedSegment, SegmentFile } from './segment-cache.ts';

/** Writes files of the index into its folder. */
export function writeFiles(folder: string, files: SegmentFile[]): void {
  for (const below of ['index', 'fragment']) mkdirSync(path.join(folder, below), { recursive: true });
  for (const file of files) {
    const target = path.join(folder, file.path);
    if ('source' in file) linkOrCopy(file.source, target);
    else writeFileSync(target, file.content);
  }
}

/**
 * Writes what is said of all segments, and the program that reads it. Each segment stands in Pagefind's
 * entry as if it were a language; the newest is the one that Pagefind opens by itself.
 */
export function writeHead(
  folder: string,
  { version, files }: PagefindProgram,
  segments: Pick<IndexedSegment, 'hash' | 'articles'>[],
  catalogue: Catalogue,
): void {
  writeFiles(folder, files);
  const languages = segments.map(({ hash, articles }, index) => [
    index === 0 ? LANGUAGE : catalogue.segments[index],
    { hash, wasm: 'unknown', page_count: articles.length },
  ]);
  const entry = {
    version,
    languages: Object.fromEntries(languages),
    include_characters: [...catalogue.symbols],
  };
  writeFileSync(path.join(folder, 'pagefind-entry.json'), JSON.stringify(entry));
  writeFileSync(path.join(folder, 'catalogue.json'), JSON.stringify(catalogue));
}
