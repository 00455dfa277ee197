import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue } from '../search/catalogue.ts';
import { LANGUAGE } from '../search/segments.ts';
import type { PagefindIndex } from './pagefind.ts';

/** What Pagefind reads first. Each segment stands in it as if it were a language. */
export interface Entry {
  version: string;
  languages: Record<string, { hash: string; wasm: string | null; page_count: number }>;
  include_characters: string[];
}

const ENTRY = 'pagefind-entry.json';

/** Writes a segment's files into the index's folder, all but its entry, which it gives. */
export function writeSegment(folder: string, files: PagefindIndex['files']): Entry {
  for (const below of ['index', 'fragment']) mkdirSync(path.join(folder, below), { recursive: true });
  let entry = '';
  for (const { path: name, content } of files) {
    if (name === ENTRY) entry = Buffer.from(content).toString('utf8');
    else writeFileSync(path.join(folder, name), content);
  }
  return JSON.parse(entry);
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
