import fc from 'fast-check';
import { close, createIndex } from 'pagefind';
import { describe, expect, it } from 'vitest';
import { Cbor } from '../../src/search/shared/cbor.ts';
import { SegmentIndex } from '../../src/search/indexing/pagefind/segment-index.ts';
import { checkVersion, pagefindProgram } from '../../src/search/indexing/pagefind/program.ts';
import { PostingLists } from '../../src/search/indexing/pagefind/posting-lists.ts';
import { symbolsOf } from '../../src/search/indexing/build-catalogue.ts';
import { BOUNDARY, fold, printedOf } from '../../src/search/shared/fold.ts';
import { packed, pagesIn } from '../../src/search/shared/packed-chunk.ts';
import { numbered, type Pages, readCbor, readIndex, unpacked, type Words } from '../lib/pagefind-index.ts';

const article = (text: string) => ({
  words: [...fold(text)],
  printed: printedOf(text),
  meta: { title: '题' },
  anchors: [{ id: 'x', location: 1 }],
  date: '2022-09-30',
  filters: [],
});

async function ours(texts: string[]) {
  const draft = new SegmentIndex('und-202201');
  for (const [number, text] of texts.entries()) draft.add(`${number}/`, article(text));
  return (await draft.finish()).files;
}

/** The index that Pagefind itself builds from texts. */
async function pagefinds(texts: string[]) {
  const lists = new PostingLists();
  for (const [page, text] of texts.entries()) lists.add(page, [...fold(text)]);
  const includeCharacters = symbolsOf(lists.counts());
  const { index } = await createIndex({ forceLanguage: 'und', includeCharacters });
  for (const [number, text] of texts.entries()) {
    const words = [...fold(text)].join(' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    await index?.addHTMLFile({ url: `${number}/`, content: `<html><body><p>${words}</p></body></html>` });
  }
  const files = (await index?.getFiles())?.files ?? [];
  await close();
  return files;
}

/** Drops the empty word (from emoji and lone accents): no query contains it. And what only our index has. */
const asked = (words: Words) =>
  Object.fromEntries(Object.entries(words).filter(([word]) => !/^$|^[𝟎-𝟗]$/u.test(word)));

const text = fc.string({
  unit: fc.constantFrom(...'园区开发３ＡaAéÉÑñßİ“，。_%&<>-1Ⅷ㎡①Ω\u{20BB7}\u{1F3ED} \u3000', BOUNDARY),
  minLength: 1,
  maxLength: 40,
});

/** The fields of a record; of a list of equal records only one. */
function shapeOf(value: unknown): unknown {
  if (!Array.isArray(value)) return typeof value === 'number' ? 'number' : 'text';
  const fields = value.map((each) => shapeOf(each));
  const isList = fields.every(
    (each) => each !== 'text' && JSON.stringify(each) === JSON.stringify(fields[0]),
  );
  return isList ? fields.slice(0, 1) : fields;
}

describe('a segment’s index', () => {
  it('has the same words and positions as Pagefind’s own index of the same texts', async () => {
    const texts = fc.sample(text, 200);
    expect(asked(readIndex(await ours(texts)).words)).toEqual(asked(readIndex(await pagefinds(texts)).words));
  });

  it('has the same records with the same fields as Pagefind’s own', async () => {
    const texts = ['园区开发', '园区3%'];
    const [own, theirs] = [await ours(texts), await pagefinds(texts)].map((files) => {
      const only = (extension: string) => files.filter(({ path }) => path.endsWith(extension));
      const [meta, chunk] = [...only('.pf_meta'), ...only('.pf_index')].map((file) =>
        readCbor(unpacked(file)),
      );
      return { meta: shapeOf(meta), chunk: shapeOf(chunk), version: (meta as string[])[0] };
    });
    // Pagefind also indexes titles, of which these pages have none, and cuts chunks elsewhere.
    expect(own).toEqual(theirs);
    expect(own).toEqual({
      version: '1.6.0',
      meta: ['text', [['text', 'number', 'text']], [['text', 'text', 'text']], [], [], []],
      chunk: [[['text', [['number', ['number'], []]], []]]],
    });
  });

  it('returns every token at its position, in chunks within the size limit', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), fc.integer({ min: 1, max: 60 }), (texts, most) => {
        const pages = texts.map((each) => [...fold(each)]);
        const lists = new PostingLists();
        for (const [page, tokens] of pages.entries()) lists.add(page, tokens);
        const found = pages.map((tokens) => tokens.map(() => ''));
        for (const words of lists.characters(most)) {
          // Each page has one number more.
          const size = words.map(([, places]) => places.length - pagesIn(places).pages);
          if (words.length > 1) expect(size.reduce((sum, each) => sum + each)).toBeLessThanOrEqual(most);
          const [lists] = readCbor(unpacked({ path: '', content: packed(words, 20) })) as [[string, Pages][]];
          for (const [word, of] of lists) {
            for (const [page, places] of numbered(of)) {
              if (/[𝟎-𝟗]/u.test(word)) continue;
              for (const place of places) (found[page] as string[])[place] += word;
            }
          }
        }
        expect(found).toEqual(pages);
      }),
    );
  });

  it('returns its texts, and names its files by a hash of their content', async () => {
    const files = await ours(['园区', '开发']);
    expect(files.map(({ path }) => path.replaceAll(/[0-9a-f]{7,}/gu, '…'))).toEqual([
      'pagefind.und-202201_….pf_meta',
      'index/und-202201_….pf_index',
      // Of the pairs.
      'index/und-202201_….pf_index',
      'fragment/und-202201_….pf_fragment',
      'fragment/und-202201_….pf_fragment',
    ]);
    const fragment = files.find(({ path }) => path.endsWith('.pf_fragment'));
    expect(fragment && JSON.parse(Buffer.from(unpacked(fragment)).toString('utf8'))).toEqual({
      url: '0/',
      content: '园区',
      word_count: 2,
      filters: {},
      meta: { title: '题', breaks: '' },
      anchors: [{ element: 'h2', text: '', id: 'x', location: 1 }],
    });
    expect(await ours(['园区', '开发'])).toEqual(files);
    const others = (await ours(['园区', '开放'])).map(({ path }) => path);
    expect(others.filter((path) => files.some((file) => file.path === path))).toEqual([]);
  });

  it('has a digest that covers everything a reader can see or search', () => {
    const digest = (change: object) => {
      const draft = new SegmentIndex('und');
      draft.add('a/', { ...article('园区'), ...change });
      return draft.digest();
    };
    const changes = [
      {},
      { date: '2023-01-01' },
      { filters: [['park', 'a']] },
      { meta: { title: '另题' } },
      { printed: '园' },
      { anchors: [] },
    ];
    expect(new Set(changes.map(digest)).size).toBe(changes.length);
    expect(digest({})).toBe(digest({}));
  });
});

it('encodes numbers, texts and arrays of every length', () => {
  const numbers = [0, 23, 24, 255, 256, 65_535, 65_536, 2 ** 32 - 1];
  const long = '区'.repeat(30_000);
  const written = new Cbor().array(numbers.length + 1).text(long);
  for (const number of numbers) written.unsigned(number);
  expect(readCbor(written.bytes)).toEqual([long, ...numbers]);
});

it('refuses a browser program of another version', () => {
  expect(() => checkVersion({ version: '1.7.0' })).toThrow(
    '检索程序是 Pagefind 1.7.0 版，索引照 1.6.0 版写，两样对不上：请重新安装本程序',
  );
});

it('publishes Pagefind’s browser script and no other file of the package', async () => {
  const { version, files } = await pagefindProgram();
  expect(version).toBe('1.6.0');
  expect(files.map(({ path }) => path).toSorted()).toEqual(['pagefind.js', 'wasm.unknown.pagefind']);
});
