import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CataloguedArticle, CharacterCounts } from '../search/catalogue.ts';
import type { PagefindIndex } from './pagefind.ts';

/** All that a segment adds to the site's index. */
export interface IndexedSegment {
  articles: CataloguedArticle[];
  characters: CharacterCounts;
  files: PagefindIndex['files'];
}

/** What a segment was made of. */
export interface SegmentKeys {
  name: string;
  /** Digest of the keys of its pages: the same for the same pages. */
  pages: string;
  /** Digest of what was indexed; another template may leave it as it was. */
  content: string;
}

/**
 * Keeps segments' indexes from one build to the next, each in one file named after its keys. What
 * cannot be read, or is not whole, counts as not there: a cache never breaks a build.
 */
export class SegmentCache {
  readonly #folder: string;
  readonly #used = new Set<string>();
  #names: Promise<string[]> | undefined;

  /** @param folder absolute path of a folder for this alone; need not be there */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Whether an earlier build has made a segment of this name. */
  async knows(name: string): Promise<boolean> {
    return (await this.#all()).some((file) => file.startsWith(`${name}.`));
  }

  /** The segment of these pages, or of this content. */
  async find({
    name,
    pages,
    content,
  }: Pick<SegmentKeys, 'name'> & Partial<SegmentKeys>): Promise<IndexedSegment | undefined> {
    const file = (await this.#all()).find((each) => {
      const [itsName, itsPages, itsContent] = each.split('.');
      return itsName === name && (pages === undefined ? itsContent === content : itsPages === pages);
    });
    if (file === undefined) return undefined;
    const known = await readFile(path.join(this.#folder, file)).then(unpack, () => undefined);
    if (known) this.#used.add(file);
    return known;
  }

  /** Keeps a segment; one of the same content is kept under the new keys. */
  async put(keys: SegmentKeys, segment: IndexedSegment): Promise<void> {
    const file = fileOf(keys);
    this.#used.add(file);
    await ignoringFaults(async () => {
      await mkdir(this.#folder, { recursive: true });
      const unfinished = path.join(this.#folder, `${process.pid}`);
      await writeFile(unfinished, pack(segment));
      await rename(unfinished, path.join(this.#folder, file));
    });
  }

  /** Removes all that this build has neither found nor put. */
  async removeOthers(): Promise<void> {
    await ignoringFaults(async () => {
      for (const name of await readdir(this.#folder)) {
        if (!this.#used.has(name)) await rm(path.join(this.#folder, name), { recursive: true });
      }
    });
  }

  #all(): Promise<string[]> {
    this.#names ??= readdir(this.#folder).catch(() => []);
    return this.#names;
  }
}

function fileOf({ name, pages, content }: SegmentKeys): string {
  return `${name}.${pages}.${content}.segment`;
}

interface Contents {
  articles: CataloguedArticle[];
  characters: [character: string, count: number][];
  files: [path: string, bytes: number][];
}

/** The digest of what follows, a line of contents, the files one after the other. */
function pack({ articles, characters, files }: IndexedSegment): Buffer {
  const contents: Contents = {
    articles,
    characters: [...characters],
    files: files.map(({ path: name, content }) => [name, content.length]),
  };
  const body = Buffer.concat([
    Buffer.from(`${JSON.stringify(contents)}\n`),
    ...files.map(({ content }) => content),
  ]);
  return Buffer.concat([digest(body), body]);
}

function unpack(bytes: Buffer): IndexedSegment | undefined {
  const body = bytes.subarray(DIGEST_LENGTH);
  if (!digest(body).equals(bytes.subarray(0, DIGEST_LENGTH))) return undefined;
  let at = body.indexOf('\n') + 1;
  const { articles, characters, files } = JSON.parse(body.toString('utf8', 0, at)) as Contents;
  return {
    articles,
    characters: new Map(characters),
    files: files.map(([name, length]) => {
      const content = body.subarray(at, at + length);
      at += length;
      return { path: name, content };
    }),
  };
}

const DIGEST_LENGTH = 32;

function digest(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

async function ignoringFaults(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    // The next build has a segment more to make.
  }
}
