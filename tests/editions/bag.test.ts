import { expect, it } from 'vitest';
import { bagOf, damageOf } from '../../src/editions/archive/bag.ts';
import { unzip, zipOf } from '../../src/editions/archive/zip.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const BAG = bagOf(
  new Map([
    ['文.txt', bytes('甲')],
    ['a/b.txt', bytes('乙')],
  ]),
  '# 说明\n',
  [['Source-Organization', '本刊编辑部']],
);
const text = (name: string) => new TextDecoder().decode(BAG.get(name));

it('a bag has the files and digests of RFC 8493', () => {
  expect([...BAG.keys()]).toEqual([
    'README.md',
    'bag-info.txt',
    'bagit.txt',
    'manifest-sha256.txt',
    'tagmanifest-sha256.txt',
    'data/a/b.txt',
    'data/文.txt',
  ]);
  expect(text('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  expect(text('bag-info.txt')).toBe('Source-Organization: 本刊编辑部\nPayload-Oxum: 6.2\n');
  // The digests are those of sha256sum.
  expect(text('manifest-sha256.txt')).toBe(
    '71530d4c49f12c489dcfc7d6d1b46d53546ca05bfd1775392c9a42b9b7944bbb  data/a/b.txt\n33e3580c093111e1c4cac922872c40371f7896bb3fa4e23be5840bd1834fc622  data/文.txt\n',
  );
  expect(text('tagmanifest-sha256.txt')).toMatch(
    /^[0-9a-f]{64} {2}README\.md\n[0-9a-f]{64} {2}bag-info\.txt\n[0-9a-f]{64} {2}bagit\.txt\n[0-9a-f]{64} {2}manifest-sha256\.txt\n$/u,
  );
});

it('the same files give the same ZIP, and it has no damage', () => {
  const zip = zipOf(BAG);
  expect(zipOf(BAG)).toEqual(zip);
  expect(damageOf(unzip(zip) ?? new Map())).toEqual({ compared: 6, damage: [] });
});

it('every change of a file is found', () => {
  const changed = new Map<string, Uint8Array | undefined>(BAG);
  changed.set('data/a/b.txt', bytes('丙'));
  changed.delete('data/文.txt');
  changed.set('data/新.txt', bytes('丁'));
  changed.set('README.md', undefined);
  expect(damageOf(changed).damage).toEqual([
    { kind: 'unreadable', file: 'README.md' },
    { kind: 'changed', file: 'data/a/b.txt' },
    { kind: 'missing', file: 'data/文.txt' },
    { kind: 'added', file: 'data/新.txt' },
  ]);
});

it('an edited list of digests is found', () => {
  const forged = new Map(BAG).set('data/a/b.txt', bytes('丙'));
  forged.set(
    'manifest-sha256.txt',
    bagOf(new Map([['a/b.txt', bytes('丙')]]), '', []).get('manifest-sha256.txt') ?? bytes(''),
  );
  expect(damageOf(forged).damage).toEqual([
    { kind: 'added', file: 'data/文.txt' },
    { kind: 'changed', file: 'manifest-sha256.txt' },
  ]);
});

it('a damaged ZIP never throws', () => {
  const zip = zipOf(BAG);
  expect(unzip(zip.subarray(0, zip.length - 30))).toBeUndefined();
  expect(unzip(bytes('不是压缩包'))).toBeUndefined();
  for (let at = 0; at < zip.length; at += 7) {
    const broken = zip.slice();
    broken[at] = (broken[at] ?? 0) ^ 0x55;
    const files = unzip(broken);
    if (files) expect([at, damageOf(files)]).toEqual([at, expect.anything()]);
  }
});
