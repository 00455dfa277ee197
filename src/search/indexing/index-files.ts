import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue } from '../shared/catalogue.ts';
import { keyOf, linkOrCopy } from '../../build-cache/file-store.ts';
import { entryFile, type PagefindProgram } from './pagefind/index.ts';
import type { IndexedSegment, SegmentFile } from './segment-cache.ts';

/** Characters of the digest of an index. */
const RELEASE_LENGTH = 16;

/** Writes files of the index into its folder. */
export function writeFiles(folder: string, files: SegmentFile[]): void {
  for (const subfolder of ['index', 'fragment']) mkdirSync(path.join(folder, subfolder), { recursive: true });
  for (const file of files) {
    const target = path.join(folder, file.path);
    if ('source' in file) linkOrCopy(file.source, target);
    else writeFileSync(target, file.content);
  }
}

/**
 * Writes the files that exist once for the whole site: Pagefind's program, its entry file, the catalogue.
 * @param segments in the order of `catalogue.segments`
 */
export function writeSiteFiles(
  folder: string,
  { version, files }: PagefindProgram,
  segments: Pick<IndexedSegment, 'hash' | 'articles'>[],
  catalogue: Omit<Catalogue, 'release' | 'version'>,
): void {
  writeFiles(folder, files);
  const listed = segments.map(({ hash, articles }, index) => ({
    name: catalogue.segments[index] ?? '',
    hash,
    pageCount: articles.length,
  }));
  const release = keyOf(JSON.stringify([version, listed, catalogue])).slice(0, RELEASE_LENGTH);
  const named = { version, release };
  writeFileSync(path.join(folder, 'pagefind-entry.json'), entryFile(named, listed, catalogue.symbols));
  writeFileSync(path.join(folder, 'catalogue.json'), JSON.stringify({ ...named, ...catalogue }));
}
