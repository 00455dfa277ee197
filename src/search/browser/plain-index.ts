import type { Catalogue } from '../shared/catalogue.ts';
import { chunkFile, fileId, type ListedSegment, SIGNATURE } from '../shared/pagefind-files.ts';
import type { WordList } from '../shared/packed-chunk.ts';
import type { Fragment, OpenIndex } from './engine.ts';
import { bytesAt, listsOf, verified } from './index-requests.ts';
import { LoadError } from './load.ts';
import type { WordFacts } from './word-facts.ts';

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
export function plainIndex(
  index: IndexFolder,
  { segments }: Pick<Catalogue, 'segments'>,
  { chainOf }: Pick<WordFacts, 'chainOf'>,
): OpenIndex {
  const chunks = new Map<string, Promise<Map<string, Places>>>();
  const placesOf = async (segment: ListedSegment, word: string): Promise<Places> => {
    const file = chunkFile(segment, word);
    if (file === undefined) return new Map();
    const address = index.folder + file;
    const loading =
      chunks.get(file) ?? bytesAt(address, index).then((bytes) => placesByWord(listsOf(bytes, address)));
    chunks.set(file, loading);
    loading.catch(() => chunks.delete(file));
    return (await loading).get(word) ?? new Map<number, number[]>();
  };
  const found = (segment: ListedSegment, page: number, position: number) => {
    const id = fileId(segment, page);
    return { id, position, fragment: () => loadFragment(id, index) };
  };
  return {
    async find(characters) {
      const lists = await Promise.all(
        segments.map(async (segment) => {
          if (characters === null)
            return Array.from({ length: segment.count }, (_, page) => found(segment, page, 0));
          const chain = await Promise.all(
            chainOf(characters).map(async ({ word, place }, index) => ({
              places: await placesOf(segment, word),
              offset: index - place,
            })),
          );
          return phrasePages(chain).map(([page, position]) => found(segment, page, position));
        }),
      );
      return lists.flat();
    },
  };
}

/** A word's places, and how many positions after the beginning of a phrase it begins. */
interface Chained {
  places: Places;
  offset: number;
}

/** The pages on which words follow each other, each with the first place. */
function phrasePages([first, ...others]: Chained[]): [page: number, position: number][] {
  const pages: [number, number][] = [];
  for (const [page, starts] of first?.places ?? []) {
    const following = others.map(({ places, offset }) => ({ places: new Set(places.get(page)), offset }));
    const start = starts.find((place) => following.every(({ places, offset }) => places.has(place + offset)));
    if (start !== undefined) pages.push([page, start]);
  }
  return pages;
}

function placesByWord(lists: WordList[]): Map<string, Places> {
  return new Map(lists.map(([word, places]) => [word, placesByPage(places)]));
}

function placesByPage(list: WordList[1]): Places {
  const places: Places = new Map();
  let page = 0;
  for (let at = 0; at < list.length;) {
    page += list[at] ?? 0;
    const end = at + 2 + (list[at + 1] ?? 0);
    let place = 0;
    places.set(
      page,
      list.slice(at + 2, end).map((step) => (place += step)),
    );
    at = end;
  }
  return places;
}

async function loadFragment(id: string, index: IndexFolder): Promise<Fragment> {
  const address = `${index.folder}fragment/${id}.pf_fragment`;
  const file = await verified(await bytesAt(address, index), address);
  try {
    const fragment = JSON.parse(new TextDecoder().decode(file.subarray(SIGNATURE.length))) as Fragment;
    return { ...fragment, url: index.root + fragment.url };
  } catch (cause) {
    throw new LoadError('damaged', address, { cause });
  }
}
