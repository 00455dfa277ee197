import { readFileSync } from 'node:fs';
import type { CataloguedArticle, CharacterCounts } from './build-catalogue.ts';
import type { ListedSegment } from '../shared/pagefind-files.ts';
import { FileStore, keyOf } from '../../build-cache/file-store.ts';

/** Everything that a segment adds to the site's index. */
export interface IndexedSegment {
  listed: ListedSegment;
  articles: (CataloguedArticle & { url: string })[];
  characters: CharacterCounts;
  files: SegmentFile[];
}

/** A file of the index: its bytes, or the path of a file with the same bytes. */
export type SegmentFile = { path: string } & ({ content: Uint8Array } | { source: string });

/** Cache keys of a segment. */
export interface SegmentKeys {
  /** Digest of the keys of its pages: equal for equal pages. */
  pages: string;
  /** Digest of the indexed content: unchanged if only the page template has changed. */
  content: string;
}

interface Head {
  listed: ListedSegment;
  articles: IndexedSegment['articles'];
  characters: [character: string, count: number][];
  files: string[];
}

/**
 * Caches the indexes of segments between builds. An unreadable or damaged file counts as missing: a cache
 * never breaks a build.
 */
export class SegmentCache {
  readonly #store: FileStore;

  /** @param folder absolute path of a folder that only this cache uses; created if missing */
  constructor(folder: string) {
    this.#store = new FileStore(folder);
  }

  /** The segment of these pages. */
  findPages(pages: string): IndexedSegment | undefined {
    const file = this.#store.find(keyOf(`pages ${pages}`));
    return file === undefined ? undefined : this.findContent(readFileSync(file, 'utf8'));
  }

  /** The segment of this content. */
  findContent(content: string): IndexedSegment | undefined {
    const headFile = this.#store.find(keyOf(`head ${content}`));
    if (headFile === undefined) return undefined;
    const head = JSON.parse(readFileSync(headFile, 'utf8')) as Head;
    const files = head.files.flatMap((path) => {
      const source = this.#store.find(keyOf(`file ${content} ${path}`));
      return source === undefined ? [] : [{ path, source }];
    });
    if (files.length < head.files.length) return undefined;
    return { ...head, characters: new Map(head.characters), files };
  }

  /** Stores a segment and returns it with its files replaced by the stored ones. */
  put({ pages, content }: SegmentKeys, segment: IndexedSegment): IndexedSegment {
    const files = segment.files.map((file) => {
      if ('source' in file) return file;
      const { path, content: bytes } = file;
      return { path, source: this.#store.put(keyOf(`file ${content} ${path}`), bytes) };
    });
    const { listed, articles, characters } = segment;
    const head: Head = {
      listed,
      articles,
      characters: [...characters],
      files: files.map(({ path }) => path),
    };
    this.#store.put(keyOf(`head ${content}`), Buffer.from(JSON.stringify(head)));
    this.#store.put(keyOf(`pages ${pages}`), Buffer.from(content));
    return { ...segment, files };
  }

  /** Deletes everything that this build has neither found nor stored. */
  dropUnused(): void {
    this.#store.dropUnused();
  }
}
