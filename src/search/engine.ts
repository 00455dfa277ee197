import type { IndexedCharacters } from './characters.ts';
import { BOUNDARY, isSymbol, TOKEN_END, tokensOf } from './fold.ts';

/** The part of Pagefind's browser API that is used here. */
interface Pagefind {
  options(options: { baseUrl: string; noWorker: boolean }): Promise<void>;
  filters(): Promise<Record<string, Record<string, number>>>;
  search(
    text: string | null,
    options: { filters?: Record<string, string>; sort?: { date: 'desc' } },
  ): Promise<{ results: { id: string; words: number[]; data(): Promise<Fragment> }[] }>;
}

interface Fragment {
  url: string;
  raw_content?: string;
  content: string;
  anchors: { id: string; location: number }[];
  meta: Record<string, string>;
}

/** An article that a search has met; its text is loaded only where it is shown. */
export interface Hit {
  id: string;
  /** Position of the first place: below 64 it is in the title. */
  position: number;
  load(): Promise<Document>;
}

/** An article's text as the index has it: folded, in blocks. */
export interface Document {
  url: string;
  title: string;
  kicker?: string;
  category: string;
  issue: string;
  date: string;
  blocks: Block[];
}

export interface Block {
  text: string;
  /** Id of the heading that the block stands under. */
  anchor?: string;
}

export interface Engine {
  /** Articles that hold a folded text word for word, newest first. */
  phrase(folded: string): Promise<Hit[]>;
  /** All articles of a filter's value, or all there are. */
  having(name?: string, value?: string): Promise<Hit[]>;
  /** How rare a character is: 0 for the most frequent, the same for all that are rare. */
  rarity(character: string): number;
  /** The values of each filter. */
  filters(): Promise<Record<string, string[]>>;
}

let attempts = 0;
let faults: (() => number) | undefined;

/**
 * Opens the index.
 * @param folder address of Pagefind's folder, with its last slash
 * @param root base path of the site, for the results' addresses
 * @throws where the index cannot be had, for example offline
 */
export async function openEngine(folder: string, root: string): Promise<Engine> {
  attempts += 1;
  const [pagefind, characters] = await Promise.all([
    // A module that has failed to load stays failed: each attempt is one of its own.
    import(
      /* @vite-ignore */ `${folder}pagefind.js${attempts > 1 ? `?${attempts}` : ''}`
    ) as Promise<Pagefind>,
    readCharacters(folder),
  ]);
  faults ??= watchFaults(folder);
  const lost = faults;
  const symbols = new Set(characters.symbols);
  const ranks = new Map([...characters.common].map((character, rank) => [character, rank]));
  await pagefind.options({ baseUrl: root, noWorker: true });
  const documents = new Map<string, Promise<Document>>();
  const phrases = new Map<string, Promise<Hit[]>>();
  const sets = new Map<string, Promise<Hit[]>>();

  const ask = async (...[text, options]: Parameters<Pagefind['search']>): Promise<Hit[]> => {
    const before = lost();
    const { results } = await pagefind.search(text, { ...options, sort: { date: 'desc' } });
    if (lost() > before) throw new Error('A part of the index could not be loaded');
    return results.map((result) => ({
      id: result.id,
      position: result.words[0] ?? 0,
      load: () => kept(documents, result.id, async () => documentOf(await result.data())),
    }));
  };
  return {
    phrase: (folded) =>
      kept(phrases, folded, async () => {
        const tokens = tokensOf(folded);
        // Pagefind drops what it has not indexed, and would find the rest of the phrase.
        if (tokens.length === 0 || tokens.some((token) => isSymbol(token) && !symbols.has(token))) return [];
        return ask(`"${tokens.join(' ')}"`, {});
      }),
    having: (name = '', value = '') =>
      kept(sets, `${name}=${value}`, () => ask(null, name ? { filters: { [name]: value } } : {})),
    rarity: (character) => ranks.get(character.toLowerCase()) ?? ranks.size,
    filters: async () =>
      Object.fromEntries(
        Object.entries(await pagefind.filters()).map(([name, counts]) => [name, Object.keys(counts)]),
      ),
  };
}

/**
 * Counts the files of the index that could not be loaded: Pagefind goes on without them and would
 * say that nothing was found. It asks for them here, not in a worker, for this to be seen.
 */
function watchFaults(folder: string): () => number {
  let count = 0;
  const { fetch: load } = globalThis;
  globalThis.fetch = async (...request) => {
    const ofIndex = String(request[0] instanceof Request ? request[0].url : request[0]).includes(folder);
    try {
      const response = await load(...request);
      if (ofIndex && !response.ok) count += 1;
      return response;
    } catch (error) {
      if (ofIndex) count += 1;
      throw error;
    }
  };
  return () => count;
}

async function readCharacters(folder: string): Promise<IndexedCharacters> {
  return (await fetch(`${folder}characters.json`)).json();
}

/** Remembers what was asked before; a failure is not remembered. */
function kept<T>(memory: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const known = memory.get(key);
  if (known) return known;
  const asked = ask();
  memory.set(key, asked);
  asked.catch(() => memory.delete(key));
  return asked;
}

/** Pagefind gives back a token as HTML: a sign that stands for itself comes as an entity. */
function printed(token: string): string {
  return token.replace('&lt;', '<').replace('&gt;', '>').replace('&amp;', '&').replace('&quot;', '"');
}

/** Takes a fragment's tokens apart into blocks. */
export function documentOf({ url, raw_content, content, anchors, meta }: Fragment): Document {
  const blocks: Block[] = [];
  const ahead = anchors.toSorted((a, b) => a.location - b.location);
  let anchor: string | undefined;
  let text = '';
  (raw_content ?? content).split(TOKEN_END).forEach((token, position) => {
    if (text.trim() === '') {
      while (ahead[0] && ahead[0].location <= position) anchor = ahead.shift()?.id;
    }
    const [before = '', ...after] = printed(token).split(BOUNDARY);
    text += before;
    if (after.length === 0) return;
    if (text.trim() !== '') blocks.push({ text: text.trim(), ...(anchor && { anchor }) });
    text = after.join('');
  });
  if (text.trim() !== '') blocks.push({ text: text.trim(), ...(anchor && { anchor }) });
  const { title = '', kicker, category = '', issue = '', day: date = '' } = meta;
  return { url, title, category, issue, date, blocks, ...(kicker && { kicker }) };
}
