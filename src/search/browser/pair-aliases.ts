import type { Catalogue } from '../shared/catalogue.ts';
import type { WordList } from '../shared/packed-chunk.ts';
import { aliasCharacters, aliasFile, chunkFile, chunkOf } from '../shared/pagefind-files.ts';
import { isPair } from '../shared/pairs.ts';
import type { Link } from './chain.ts';

/** Aliases until the index is opened again: after that, queries load more bytes. */
export const MAX_ALIASES = 1024;

/**
 * Lets Pagefind's program search for pairs of characters. It takes only a single character for a word, so each character
 * of a pair gets one as its alias when a phrase first needs it, and a chunk with its list under that name.
 */
export interface PairAliases {
  /** The words that Pagefind has to find in succession; undefined if there are not enough aliases. */
  wordsOf(chain: Link[]): string[] | undefined;
}

/**
 * @param load loads a chunk of the index by its name
 * @param provide passes Pagefind the content of a file by its name
 */
export function pairAliases(
  { segments }: Pick<Catalogue, 'segments'>,
  load: (file: string) => Promise<WordList[]>,
  provide: (file: string, content: Promise<Uint8Array<ArrayBuffer>>) => void,
): PairAliases {
  const characters = [...aliasCharacters(MAX_ALIASES)];
  const aliases = new Map<string, string>();
  const aliasOf = ({ word, place }: Link): string | undefined => {
    if (!isPair(word)) return word;
    const key = `${word}${place}`;
    const known = aliases.get(key);
    if (known !== undefined) return known;
    const number = aliases.size;
    const alias = characters[number];
    if (alias === undefined) return undefined;
    for (const segment of segments) {
      const file = chunkFile(segment, word);
      const lists = file === undefined ? Promise.resolve([]) : load(file);
      const content = lists.then((words) => {
        const list = words.find(([each]) => each === word);
        return chunkOf(list ? [[alias, shifted(list[1], place)]] : []);
      });
      provide(aliasFile(segment, number), content);
    }
    aliases.set(key, alias);
    return alias;
  };
  return {
    wordsOf(chain) {
      const words = chain.map(aliasOf);
      return words.includes(undefined) ? undefined : (words as string[]);
    },
  };
}

/** The places so many positions later: the first position of each page tells where the others are. */
function shifted(places: WordList[1], by: number): WordList[1] {
  const later = [...places];
  for (let at = 0; at < later.length; at += 2 + (later[at + 1] ?? 0))
    later[at + 2] = (later[at + 2] ?? 0) + by;
  return later;
}
