import { readFileSync } from 'node:fs';
import type { CataloguedArticle, CharacterCounts } from '../shared/catalogue.ts';
import { FileStore, keyOf } from '../../build-cache/file-store.ts';

/** All that a segment adds to the site's index. */
export interface IndexedSegment {
  /** In the name of the file that Pagefind's program loads first of it. */
  hash: string;
  articles: (CataloguedArticle & { url: string })[];
  characters: CharacterCounts;
  files: SegmentFile[];
}

/** A file of the index: its bytes, or another file that holds them. */
export type SegmentFile = { path: string } & ({ content: Uint8Array } | { source: string });

/** What a segment was made of. */
export interface SegmentKeys {
  /** Digest of the keys of its pages: the same for the same pages. */
  pages: string;
  /** Digest of what was indexed; another template may leave it as it was. */
  content: string;
}

interface Head {
  hash: string;
  articles: IndexedSegment['articles'];
  characters: [character: string, count: number][];
  files: string[];
}

/**
 * Keeps segments' indexes from one build to the next. What cannot be read, or is not whole, counts as
 * not there: a cache never breaks a build.
 */
export class SegmentCache {
  readonly #store: FileStore;

  /** @param folder absolute path of a folder for this alone; need not be there */
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
    const known = this.#store.find(keyOf(`head ${content}`));
    if (known === undefined) return undefined;
    const head = JSON.parse(readFileSync(known, 'utf8')) as Head;
    const files = head.files.flatMap((path) => {
      const source = this.#store.find(keyOf(`file ${content} ${path}`));
      return source === undefined ? [] : [{ path, source }];
    });
    if (files.length < head.files.length) return undefined;
    return { ...head, characters: new Map(head.characters), files };
  }

  /** Keeps a segment, and gives it with the files that are kept. */
  put({ pages, content }: SegmentKeys, segment: IndexedSegment): IndexedSegment {
    const files = segment.files.map((file) => {
      if ('source' in file) return file;
      const { path, content: bytes } = file;
      return { path, source: this.#store.put(keyOf(`file ${content} ${path}`), bytes) };
    });
    const { hash, articles, characters } = segment;
    const head: Head = {
      hash,
      articles,
      characters: [...characters],
      files: files.map(({ path }) => path),
    };
    this.#store.put(keyOf(`head ${content}`), Buffer.from(JSON.stringify(head)));
    this.#store.put(keyOf(`pages ${pages}`), Buffer.from(content));
    return { ...segment, files };
  }

  /** Removes all that this build has neither found nor put. */
  removeOthers(): void {
    this.#store.dropUnused();
  }
}
