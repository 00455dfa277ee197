import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue } from '../shared/catalogue.ts';
import type { catalogueOf } from './build-catalogue.ts';
import { ENTRY_FILE, entryFile, type ListedSegment } from '../shared/pagefind-files.ts';
import { keyOf, linkOrCopy } from '../../build-cache/file-store.ts';
import type { PagefindProgram } from './pagefind/index.ts';
import type { SegmentFile } from './segment-cache.ts';

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
 * @param segments the newest first
 */
export function writeSiteFiles(
  folder: string,
  { version, files }: PagefindProgram,
  segments: ListedSegment[],
  catalogue: ReturnType<typeof catalogueOf>,
): void {
  writeFiles(folder, files);
  const release = keyOf(JSON.stringify([version, segments, catalogue])).slice(0, RELEASE_LENGTH);
  const whole: Catalogue = { release, version, segments, ...catalogue };
  writeFileSync(path.join(folder, ENTRY_FILE), entryFile(version, segments, catalogue.symbols));
  writeFileSync(path.join(folder, 'catalogue.json'), JSON.stringify(whole));
}
