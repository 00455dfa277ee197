import { LoadError, loadBytes, readAll } from './load.ts';
import { isPacked, unpacked, type WordList } from '../shared/packed-chunk.ts';
import { chunkOf, ENTRY_FILE, GB_SIGNATURE, SIGNATURE } from '../shared/pagefind-files.ts';

/** An index whose files Pagefind loads. */
export interface IndexFiles {
  /** Address of its folder, with its last slash. */
  folder: string;
  /** Version of Pagefind's program, whose files have no digest in their names. */
  version: string;
  /** Whether files are loaded past the browser's cache, because something in it is broken. */
  fresh: boolean;
  /** Contents of files that need no request, or were requested in advance, by name. */
  known: Map<string, BodyInit | Promise<BodyInit>>;
  /** Lists of chunks of pairs, by name. */
  lists: Map<string, Promise<WordList[]>>;
}

const PROGRAM = /^wasm\./u;
const INDEX_FILE = /\.pf_[a-z]+$/u;

/** Work that loads files. */
const running = new Set<Promise<unknown>>();
/** Failures since the page was opened. */
const failures: unknown[] = [];

/**
 * Runs work that loads files of the index, and throws if a request failed: Pagefind itself ignores missing and
 * broken files and would report no results. `fetch` is replaced only while such work is running.
 * @throws LoadError if a file of the index did not come whole while the work ran
 */
export async function withIndexRequests<T>(index: IndexFiles, work: () => Promise<T>): Promise<T> {
  const before = failures.length;
  if (running.size === 0) restore = watchFetch();
  watched = index;
  const working = work();
  running.add(working);
  try {
    const result = await working;
    if (failures.length > before) throw failures[before];
    return result;
  } catch (error) {
    throw failures[before] ?? error;
  } finally {
    running.delete(working);
    if (running.size === 0) restore();
  }
}

/** Waits until no work is running, so that requests of a failed search do not make the next one fail. */
export async function requestsEnded(): Promise<void> {
  while (running.size > 0) await Promise.allSettled(running);
}

let restore = () => {};
/** The browser's `fetch` while it is replaced. */
let original: typeof fetch | undefined;
/** The index that was opened last; an older one is not asked again. */
let watched: IndexFiles;

/** Loads and verifies files of the index; returns a function that restores the original `fetch`. */
function watchFetch(): () => void {
  const { fetch: browsers } = globalThis;
  original = browsers;
  globalThis.fetch = async (...request) => {
    const address = String(request[0] instanceof Request ? request[0].url : request[0]);
    if (!address.includes(watched.folder) || !isPagefinds(nameOf(address))) return browsers(...request);
    try {
      return new Response(await load(address, watched));
    } catch (error) {
      failures.push(error);
      throw error;
    }
  };
  return () => {
    globalThis.fetch = browsers;
    original = undefined;
  };
}

/** Whether Pagefind loads a file of the index's folder; the catalogue, beside its files, the search loads itself. */
function isPagefinds(name: string): boolean {
  return name === ENTRY_FILE || PROGRAM.test(name) || INDEX_FILE.test(name);
}

function nameOf(address: string): string {
  const { pathname } = new URL(address, location.href);
  return pathname.slice(pathname.lastIndexOf('/') + 1);
}

/** Requests files in advance and in parallel: Pagefind would request each only after it has read another. */
export function askAhead(index: IndexFiles, names: string[]): void {
  for (const name of names) provide(index, name, load(`${index.folder}${name}`, index));
}

/** Provides a file's content, which then is not requested. */
export function provide(index: IndexFiles, name: string, content: Promise<BodyInit>): void {
  // Pagefind's own request fails in its place.
  content.catch(() => undefined);
  index.known.set(nameOf(name), content);
}

async function load(address: string, index: IndexFiles): Promise<BodyInit> {
  const name = nameOf(address);
  const known = index.known.get(name);
  if (known !== undefined) return known;
  return verified(
    await bytesAt(PROGRAM.test(name) ? `${address}?${index.version}` : address, index),
    address,
  );
}

/** Loads the lists of a chunk, once. */
export function loadLists(index: IndexFiles, name: string): Promise<WordList[]> {
  const address = `${index.folder}${name}`;
  const loading = index.lists.get(name) ?? bytesAt(address, index).then((bytes) => listsOf(bytes, address));
  index.lists.set(name, loading);
  return loading;
}

/** Loads a file with the browser's own `fetch`, past its cache if that is asked for. */
export function bytesAt(
  address: string,
  { fresh }: Pick<IndexFiles, 'fresh'>,
): Promise<Uint8Array<ArrayBuffer>> {
  return loadBytes(address, { load: original ?? fetch, cache: fresh ? 'reload' : 'default' });
}

/**
 * Unpacks or unzips a file of the index.
 * @returns the file as Pagefind writes it, with its signature
 * @throws LoadError if it is damaged, or another file
 */
export async function verified(
  bytes: Uint8Array<ArrayBuffer>,
  address: string,
): Promise<Uint8Array<ArrayBuffer>> {
  if (isPacked(bytes)) return chunkOf(listsOf(bytes, address));
  const plain = await unzipped(bytes).catch((cause) => {
    throw new LoadError('damaged', address, { cause });
  });
  const signature = new TextDecoder().decode(plain.subarray(0, SIGNATURE.length));
  if (signature === GB_SIGNATURE) return inUtf8(plain);
  if (signature !== SIGNATURE) throw new LoadError('damaged', address);
  return plain;
}

/** A text in GB 18030 as Pagefind expects it. */
function inUtf8(file: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder('gb18030').decode(file.subarray(GB_SIGNATURE.length));
  return new TextEncoder().encode(SIGNATURE + text);
}

/**
 * The lists of a chunk.
 * @throws LoadError if it is damaged, or another file
 */
export function listsOf(bytes: Uint8Array<ArrayBuffer>, address: string): WordList[] {
  const lists = isPacked(bytes) ? unpacked(bytes) : undefined;
  if (lists === undefined) throw new LoadError('damaged', address);
  return lists;
}

const isZipped = ([first, second]: Uint8Array) => first === 0x1f && second === 0x8b;

/** Unzips bytes, if they are zipped: a truncated file fails here. */
async function unzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (!isZipped(bytes)) return bytes;
  if (!('DecompressionStream' in globalThis)) {
    const { gunzipSync } = await import('./gunzip.ts');
    return new Uint8Array(gunzipSync(bytes));
  }
  const unzip = new DecompressionStream('gzip');
  const writer = unzip.writable.getWriter();
  // The reader of the stream throws the error.
  for (const writing of [writer.write(bytes), writer.close()]) writing.catch(() => undefined);
  return readAll(unzip.readable);
}
