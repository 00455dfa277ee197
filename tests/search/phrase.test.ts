import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Engine, Hit } from '../../src/search/browser/engine.ts';
import { phraseHits } from '../../src/search/browser/phrase.ts';
import { search } from '../../src/search/browser/search.ts';
import { fold } from '../../src/search/shared/fold.ts';

/** An engine that searches a few texts, each a title and paragraphs, by brute force. */
function engineOf(texts: string[][]): Engine & { asked: string[] } {
  const asked: string[] = [];
  const hits = texts.map((blocks, index): Hit => {
    const document = {
      url: `/${index}/`,
      title: blocks[0] ?? '',
      breaks: [],
      category: '',
      issue: '',
      date: '',
      blocks: blocks.map((text) => ({ text })),
    };
    return { id: String(index), row: index, position: 0, load: async () => document };
  });
  return {
    asked,
    phrase: async (phrase) => {
      asked.push(phrase);
      return hits
        .filter((_, index) => texts[index]?.some((text) => fold(text).includes(phrase)))
        .map((hit) => ({
          ...hit,
          position: fold(texts[Number(hit.id)]?.[0] ?? '').includes(phrase) ? 0 : 100,
        }));
    },
    all: async () => hits,
    monthOf: () => '',
    valuesOf: () => [],
    bytesOf: (...all) => 2400 * all.join('').length,
    expectedOf: (part) => (/[\d.亿元]/u.test(part) ? 9 : 1),
  };
}

const ids = (hits: Hit[]) => hits.map(({ id }) => id);
const text = fc.string({ unit: fc.constantFrom(...'园区高新1，“'), minLength: 1, maxLength: 14 });

it('finds by a substring of a long phrase exactly the articles that contain the phrase', async () => {
  const texts = fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(texts, fc.nat(), fc.nat(), async (blocks, from, of) => {
      const all = blocks.flat();
      const phrase = fold((all[of % Math.max(1, all.length)] ?? '').slice(from % 5));
      fc.pre(phrase !== '');
      const engine = engineOf(blocks);
      expect(ids(await phraseHits(phrase, engine)).toSorted()).toEqual(
        ids(await engine.phrase(phrase)).toSorted(),
      );
    }),
  );
});

it('queries only two rare characters of a long phrase if few articles contain them', async () => {
  const engine = engineOf([['题', '投资396.54亿元落地生根']]);
  expect(ids(await phraseHits('396.54亿元落地生根', engine))).toEqual(['0']);
  expect(engine.asked).toEqual(['落地']);
});

it.each([
  ['园区', 'phrase', ['1', '0']],
  ['高新 园区', 'terms', ['0']],
  ['碳中和园区', 'punct', ['2']],
  ['園區', 't2s', ['1', '0']],
  ['甲号', 'related', ['3']],
  ['高新技术园', 'related', ['0']],
  ['无此', 'none', []],
  ['41.22', 'none', []],
  ['41220亩', 'phrase', ['3']],
  ['41，220亩', 'phrase', ['3']],
  ['1<2', 'phrase', ['3']],
])('answers %s by %s', async (query, mode, expected) => {
  const engine = engineOf([
    ['一', '高新技术', '甲处园区'],
    ['园区'],
    ['三', '“碳中和”园圃', '“碳中和”园，区'],
    ['四', '乙号', '4122.0与41,220亩', '1<2'],
  ]);
  const answer = await search(query, {
    engine,
    otherNames: query === '甲号' ? ['乙号'] : [],
    simplify: async (typed) => typed.replace('園區', '园区'),
  });
  expect([answer.mode, ids(answer.hits)]).toEqual([mode, expected]);
});
