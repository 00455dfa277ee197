import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { engineFile } from '../../engine/engine-folder.ts';
import type { WordListsFile } from '#core/schema/word-lists.ts';

/** A phrase and its replacement. `except` lists longer phrases in which it is right. */
export interface Wording {
  wrong: string;
  right: string;
  except?: readonly string[];
}

/** The word lists of the rules: those of default-words.yaml, and what editors add in `content/check.yaml`. */
export interface WordLists {
  /** Words that are always wrong. */
  typos: readonly Wording[];
  /** Place names that must not be printed so. */
  places: readonly Wording[];
  /** Set phrases; a difference of one character is reported. */
  phrases: readonly string[];
  /** Names of the registers of the bulletin. */
  names: readonly string[];
  /** Phrases that are left over from copying. */
  residue: readonly string[];
  /** Words in captions that refer to a map. */
  maps: readonly string[];
  /** Words with a doubled character or word that are right. */
  doubles: readonly string[];
  /** Names that differ from others by one character and are right. */
  distinct: readonly string[];
}

let defaults: WordLists | undefined;

/** The lists of default-words.yaml, which is read once, when they are first needed. */
export function defaultWords(): WordLists {
  defaults ??= { ...NO_WORDS, ...readDefaults() };
  return defaults;
}

const NO_WORDS: WordLists = {
  typos: [],
  places: [],
  phrases: [],
  names: [],
  residue: [],
  maps: [],
  doubles: [],
  distinct: [],
};

function readDefaults(): Partial<WordLists> {
  return parse(readFileSync(engineFile('src/check/words/default-words.yaml'), 'utf8')) as WordListsFile;
}

/** The default lists with the editors' own words added. */
export function withDefaults(own: Partial<WordLists>): WordLists {
  const words = defaultWords();
  const lists = { ...words };
  for (const key of Object.keys(words) as (keyof WordLists)[]) {
    Object.assign(lists, { [key]: [...words[key], ...(own[key] ?? [])] });
  }
  return lists;
}
