import type { Catalogue } from '../shared/catalogue.ts';
import { chunkFile, fileId, type ListedSegment, SIGNATURE } from '../shared/pagefind-files.ts';
import { readChunk } from './read-chunk.ts';
import type { Fragment, OpenIndex } from './engine.ts';
import { verified } from './index-requests.ts';
import { LoadError, loadBytes } from './load.ts';

/**
 * Reads Pagefind's index without Pagefind's program, for browsers that cannot run it: Chromium before 97 knows neither
 * its kind of WebAssembly nor the policy that permits it, and in some browsers WebAssembly is switched off. The search
 * asks for phrases and does its own ranking, so that little of the program is needed.
 */

/** The positions of a word on each of its pages, ascending. */
type Places = Map<number, number[]>;

interface IndexFolder {
  /** Address of the index's folder, with its last slash. */
  folder: string;
  /** Base path of the site. */
  root: string;
  /** Whether to load files past the browser's cache. */
  fresh: boolean;
}

/** @returns an index that answers as Pagefind's program does */
export function plainIndex(index: IndexFolder, { segments }: Pick<Catalogue, 'segments'>): OpenIndex {
  const chunks = new Map<string, Promise<Map<string, Places>>>();
  const placesOf = async (segment: ListedSegment, word: string): Promise<Places> => {
    const file = chunkFile(segment, word);
    if (file === undefined) return new Map();
    const address = index.folder + file;
    const loading =
      chunks.get(file) ?? loadContent(address, index).then((bytes) => placesByWord(bytes, address));
    chunks.set(file, loading);
    loading.catch(() => chunks.delete(file));
    return (await loading).get(word) ?? new Map<number, number[]>();
  };
  const found = (segment: ListedSegment, page: number, position: number) => {
    const id = fileId(segment, page);
    return { id, position, fragment: () => loadFragment(id, index) };
  };
  return {
    async find(words) {
      const lists = await Promise.all(
        segments.map(async (segment) => {
          if (words === null)
            return Array.from({ length: segment.count }, (_, page) => found(segment, page, 0));
          const places = await Promise.all(words.map((word) => placesOf(segment, word)));
          return phrasePages(places).map(([page, position]) => found(segment, page, position));
        }),
      );
      return lists.flat();
    },
  };
}

/** The pages on which words follow each other, each with the first place. */
function phrasePages([first, ...others]: Places[]): [page: number, position: number][] {
  const pages: [number, number][] = [];
  for (const [page, starts] of first ?? []) {
    const following = others.map((places) => new Set(places.get(page)));
    const start = starts.find((place) => following.every((places, index) => places.has(place + index + 1)));
    if (start !== undefined) pages.push([page, start]);
  }
  return pages;
}

function placesByWord(bytes: Uint8Array, address: string): Map<string, Places> {
  return new Map(
    parsed(address, () => readChunk(bytes)).map(([word, pages]) => {
      let page = 0;
      const places: Places = new Map();
      for (const [step, steps] of pages) {
        page += step;
        let place = 0;
        places.set(
          page,
          steps.map((each) => (place += each)),
        );
      }
      return [word, places];
    }),
  );
}

async function loadFragment(id: string, index: IndexFolder): Promise<Fragment> {
  const address = `${index.folder}fragment/${id}.pf_fragment`;
  const text = new TextDecoder().decode(await loadContent(address, index));
  const fragment = parsed(address, () => JSON.parse(text) as Fragment);
  return { ...fragment, url: index.root + fragment.url };
}

/** Loads a file of the index, without its signature. */
async function loadContent(address: string, { fresh }: IndexFolder): Promise<Uint8Array> {
  const bytes = await loadBytes(address, { cache: fresh ? 'reload' : 'default' });
  return (await verified(bytes, address)).subarray(SIGNATURE.length);
}

function parsed<T>(address: string, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    throw new LoadError('damaged', address, { cause });
  }
}
