import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PostingLists } from '../../src/search/indexing/pagefind/posting-lists.ts';
import { BitReader, BitWriter, golombCode } from '../../src/search/shared/bits.ts';
import { isPacked, packed, unpacked } from '../../src/search/shared/packed-chunk.ts';

it('reads the numbers that it has written, whatever their mean', () => {
  const number = fc.oneof(fc.nat(3), fc.nat(300), fc.nat(2 ** 30));
  const mean = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 5000, noNaN: true }));
  fc.assert(
    fc.property(fc.array(fc.tuple(number, mean)), (numbers) => {
      const writer = new BitWriter();
      for (const [value, near] of numbers) writer.golomb(value, golombCode(near)).number(value);
      const reader = new BitReader(Uint8Array.from(writer.bytes));
      for (const [value, near] of numbers)
        expect([reader.golomb(golombCode(near)), reader.number()]).toEqual([value, value]);
    }),
  );
});

const page = fc.array(fc.constantFrom(...'园区开发1，𠮷%'), { maxLength: 60 });

it('unpacks every chunk to the lists that were packed', () => {
  fc.assert(
    fc.property(fc.array(page, { maxLength: 12 }), fc.nat(3000), (pages, pageLength) => {
      const lists = new PostingLists();
      for (const [number, words] of pages.entries()) lists.add(number * 7, words);
      for (const words of [...lists.characters(20), ...lists.pairs(20)]) {
        const chunk = packed(words, pageLength);
        expect(isPacked(chunk)).toBe(true);
        expect(unpacked(chunk)).toEqual(words);
      }
    }),
  );
});

it('notices a chunk that is cut or changed anywhere', () => {
  const lists = new PostingLists();
  for (let number = 0; number < 40; number += 1) lists.add(number, [...'园区开发园区']);
  const [words = []] = lists.characters(10_000);
  const chunk = packed(words, 6);
  for (let length = 0; length < chunk.length; length += 1) {
    const cut = chunk.slice(0, length);
    expect(isPacked(cut) && unpacked(cut) !== undefined).toBe(false);
  }
  for (let at = 0; at < chunk.length; at += 1) {
    const changed = chunk.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(isPacked(changed) && unpacked(changed) !== undefined).toBe(false);
  }
});
