import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { chainOf } from '../../src/search/browser/chain.ts';
import { MAX_ALIASES } from '../../src/search/browser/pair-aliases.ts';
import { wordFacts } from '../../src/search/browser/word-facts.ts';
import { isPaired, orderOf } from '../../src/search/shared/pairs.ts';
import { fold } from '../../src/search/shared/fold.ts';
import { openSearchedSite, type SearchedSite } from '../lib/searched-site.ts';

let site: SearchedSite | undefined;
afterEach(() => {
  site?.close();
  site = undefined;
});

/** Opens a site of texts in two issues, each issue a segment of its own. */
async function opened(texts: string[]): Promise<SearchedSite> {
  const articles = texts.map((text, index) => ({
    url: `issues/${index % 2 === 0 ? '2022-09' : '2023-01'}/a${index}/`,
    title: '题',
    body: `<p>${text}</p>`,
    date: `2022-09-${String(index + 1).padStart(2, '0')}`,
  }));
  site = await openSearchedSite(articles, 3);
  return site;
}

const urlsOf = async ({ engine }: SearchedSite, phrase: string) => {
  const hits = await engine.phrase(fold(phrase));
  const documents = await Promise.all(hits.map((hit) => hit.load()));
  return documents.map(({ url }) => Number(/a(\d+)/u.exec(url)?.[1])).toSorted((a, b) => a - b);
};

const TEXTS = [
  '全市1—8月，园区新开工项目23个，总投资45亿元。',
  '县里的园区，1—6月完成产值12亿元，增长3.5%。',
  '“一区多园”：开发区、高新区、经开区。区内，园区外。',
  '龘龘，龘。项目的项目的项目，23，23。',
];

describe.each(['Pagefind’s program', 'the plain reader'])('with %s', (reader) => {
  it('finds every phrase of frequent and rare characters, and no other', async () => {
    if (reader === 'the plain reader') vi.stubGlobal('WebAssembly', undefined);
    const opening = await opened(TEXTS);
    const folded = TEXTS.map((text) => fold(text));
    const phrases = folded.flatMap((text) =>
      Array.from(text, (_, at) => [1, 2, 3, 4, 7].map((length) => text.slice(at, at + length))).flat(),
    );
    const absent = ['区园', '，园1', '亿元，增', '23。23', '龘。龘', '项目项目', '的目', '1月'];
    for (const phrase of new Set([...phrases, ...absent.map((each) => fold(each))])) {
      const expected = folded.flatMap((text, index) => (text.includes(phrase) ? [index] : []));
      expect([phrase, await urlsOf(opening, phrase)]).toEqual([phrase, expected]);
    }
  });

  it.each([
    ['damaged', async () => new Response('<!doctype html>')],
    ['missing', async () => new Response(null, { status: 404 })],
    ['offline', () => Promise.reject(new TypeError('offline'))],
  ])('reports a chunk of pairs that is %s', async (fault, answer) => {
    if (reader === 'the plain reader') vi.stubGlobal('WebAssembly', undefined);
    const { engine } = await opened(TEXTS);
    vi.stubGlobal('fetch', answer);
    // Pagefind's program reports it there.
    vi.spyOn(console, 'error').mockReturnValue();
    await expect(engine.phrase('23')).rejects.toMatchObject({ fault });
  });
});

it('still finds phrases when all aliases are in use', async () => {
  const { engine } = await opened(TEXTS);
  for (let pair = 0; pair < MAX_ALIASES; pair += 1) {
    await engine.phrase(`1${String.fromCodePoint(0x5000 + pair)}`);
  }
  expect(await engine.phrase('1-8月,园区新开工')).toHaveLength(1);
  expect(await engine.phrase('1-8月,区园')).toHaveLength(0);
});

it('takes a character that is used as an alias for none of the texts', async () => {
  const { engine } = await opened([...TEXTS, '印着\u{100000}的字。']);
  expect(await engine.phrase('23')).toHaveLength(2);
  expect(await engine.phrase('\u{100000}')).toEqual([]);
  expect(await engine.phrase('\u{100000}的字')).toEqual([]);
});

describe('chainOf', () => {
  const character = fc.constantFrom(...'1，。园龘𠮷');
  const cost = (word: string) => (word.length * 37 + (word.codePointAt(0) ?? 0)) % 101;

  /** The bytes of all chains, by brute force. */
  function bytesOfAll(characters: string[], at = 0): number[] {
    if (at >= characters.length) return [0];
    const [before = '', each = '', next = ''] = [characters[at - 1], characters[at], characters[at + 1]];
    const add = (word: string, end: number) => bytesOfAll(characters, end).map((bytes) => bytes + cost(word));
    return [
      ...add(each, at + 1),
      ...(next && isPaired(each, next) ? add(each + next, at + 2) : []),
      ...(before && isPaired(before, each) ? add(before + each, at + 1) : []),
    ];
  }

  it('has a list for each character that is in the index, with the fewest bytes', () => {
    fc.assert(
      fc.property(fc.array(character, { maxLength: 9 }), (characters) => {
        const chain = chainOf(characters, cost);
        expect(chain.map(({ word, place }) => [...word][place])).toEqual(characters);
        for (const [index, { word, place }] of chain.entries()) {
          const [first = '', second] = word;
          if (second === undefined) continue;
          expect(isPaired(first, second)).toBe(true);
          expect(characters.slice(index - place, index - place + 2)).toEqual([first, second]);
        }
        const links = chain.filter(
          ({ word, place }, index) =>
            place === 0 || chain[index - 1]?.word !== word || chain[index - 1]?.place !== 0,
        );
        const bytes = links.reduce((sum, { word }) => sum + cost(word), 0);
        expect(bytes).toBe(Math.min(...bytesOfAll(characters)));
      }),
    );
  });
});

it('orders words as UTF-8 does', () => {
  const words = fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }));
  fc.assert(
    fc.property(words, (some) => {
      const ordered = some.toSorted((a, b) => orderOf(a) - orderOf(b));
      expect(ordered).toEqual(some.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
    }),
  );
});

it('estimates what phrases cost and how often they occur, and avoids long lists', () => {
  const others = String.fromCodePoint(...Array.from({ length: 395 }, (_, index) => 0x5000 + index));
  const facts = wordFacts({
    symbols: ',。',
    common: `,的。园区${others}`,
    segments: [{ name: 'und', digest: '0123456789', count: 1000, characters: [], pairs: '' }],
    dates: Array<number>(1000).fill(0),
  });
  expect(facts.bytesOf(',')).toBe(78_000);
  expect(facts.bytesOf('龘')).toBe(3200);
  expect(facts.bytesOf('龘,龘')).toBe(4000 + 3200);
  expect(facts.bytesOf('龘,', ',龘')).toBe(4000 + 4000);
  expect(Math.round(facts.expectedOf(','))).toBe(60_000);
  expect(facts.expectedOf('龘')).toBeLessThan(facts.expectedOf('园'));
  expect(Math.round(facts.expectedOf(',的'))).toBe(7125);
  expect(facts.chainOf([...'龘园区,']).map(({ word, place }) => word + place)).toEqual([
    '龘0',
    '园区0',
    '园区1',
    '区,1',
  ]);
});
