import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue } from '../search/catalogue.ts';
import { LANGUAGE } from '../search/segments.ts';
import { place } from './file-store.ts';
import type { SegmentFile } from './segment-cache.ts';

/** What Pagefind reads first. Each segment stands in it as if it were a language. */
export interface Entry {
  version: string;
  languages: Record<string, { hash: string; wasm: string | null; page_count: number }>;
  include_characters: string[];
}

const ENTRY = 'pagefind-entry.json';

/** Takes a segment's entry out of the files that Pagefind makes. */
export function takeEntry<T extends { path: string; content: Uint8Array }>(
  all: T[],
): { entry: Entry; files: T[] } {
  const entry = all.find(({ path: name }) => name === ENTRY);
  if (!entry) throw new Error(`Pagefind made no ${ENTRY}`);
  return {
    entry: JSON.parse(Buffer.from(entry.content).toString('utf8')),
    files: all.filter((file) => file !== entry),
  };
}

/** Writes a segment's files into the index's folder. */
export function writeSegment(folder: string, files: SegmentFile[]): void {
  for (const below of ['index', 'fragment']) mkdirSync(path.join(folder, below), { recursive: true });
  for (const file of files) {
    const target = path.join(folder, file.path);
    if ('source' in file) place(file.source, target);
    else writeFileSync(target, file.content);
  }
}

/** Writes what is said of all segments; the newest is the one that Pagefind opens by itself. */
export function writeHead(folder: string, entries: Entry[], catalogue: Catalogue): void {
  const [newest = ''] = catalogue.segments;
  const languages = entries.flatMap((entry) =>
    Object.entries(entry.languages).map(([name, of]) => [name === newest ? LANGUAGE : name, of]),
  );
  const entry: Entry = {
    version: entries[0]?.version ?? '',
    languages: Object.fromEntries(languages),
    include_characters: [...catalogue.symbols],
  };
  writeFileSync(path.join(folder, ENTRY), JSON.stringify(entry));
  writeFileSync(path.join(folder, 'catalogue.json'), JSON.stringify(catalogue));
}
