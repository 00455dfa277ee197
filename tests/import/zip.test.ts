import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { UnreadableError } from '../../src/import/manuscript.ts';
import { unzip } from '../../src/import/zip.ts';
import { makeZip } from '../lib/docx-builder.ts';

const CENTRAL = 0x02014b50;
/** Places in an entry of the central directory. */
const AT = { host: 5, flags: 8, crc: 16, size: 24, attributes: 38 };

/** A copy of a zip with bytes of its first entry's central directory written over. */
function patched(zip: Uint8Array, at: number, ...values: number[]): Uint8Array {
  const copy = Buffer.from(zip);
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(CENTRAL);
  copy.set(values, copy.indexOf(signature) + at);
  return copy;
}

/** A copy of a zip in which a name of ASCII stands as other bytes, without a word on their charset. */
function renamed(zip: Uint8Array, from: string, to: number[]): Uint8Array {
  const copy = Buffer.from(zip);
  for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + 1)) copy.set(to, at);
  return copy;
}

async function texts(zip: Promise<Map<string, Uint8Array>>): Promise<[string, string][]> {
  return [...(await zip)].map(([name, bytes]) => [name, Buffer.from(bytes).toString()]);
}

describe('unpacking', () => {
  it('returns the files in their order, without folders', async () => {
    const zip = makeZip({ '乙/': '', '乙/二.txt': '二', 'a.txt': '', '一.md': '一'.repeat(9999) });
    expect(await texts(unzip(zip))).toEqual([
      ['乙/二.txt', '二'],
      ['a.txt', ''],
      ['一.md', '一'.repeat(9999)],
    ]);
  });

  it('reads files that are not compressed', async () => {
    const zip = zipSync({ a: new Uint8Array([0x61]) }, { level: 0 });
    expect(await texts(unzip(zip))).toEqual([['a', 'a']]);
  });

  it('ignores bytes after the end', async () => {
    const zip = Buffer.concat([makeZip({ a: '甲' }), Buffer.alloc(9)]);
    expect(await texts(unzip(zip))).toEqual([['a', '甲']]);
  });

  it('unpacks only the wanted files', async () => {
    const zip = makeZip({ 'a.xml': '甲', 'b.bin': new Uint8Array(1000) });
    expect(await texts(unzip(zip, { wanted: (name) => name.endsWith('.xml'), total: 10 }))).toEqual([
      ['a.xml', '甲'],
    ]);
  });

  it('reads backslashes between folders as slashes', async () => {
    const zip = makeZip({ '来稿\\一.txt': '甲', 'word\\document.xml': '<a/>' });
    expect(await texts(unzip(zip))).toEqual([
      ['来稿/一.txt', '甲'],
      ['word/document.xml', '<a/>'],
    ]);
  });

  it.each([
    ['GB18030', [0xb8, 0xe5, 0xbc, 0xfe], '稿件.txt'],
    ['GB18030 with a backslash as its second byte', [0xd5, 0x5c, 0xd0, 0xc5], '誠信.txt'],
    ['UTF-8', [...Buffer.from('稿'), 0x31], '稿1.txt'],
  ])('reads names in %s that are not marked', async (_, bytes, name) => {
    const zip = renamed(makeZip({ 'name.txt': '文' }), 'name', bytes);
    expect(await texts(unzip(zip))).toEqual([[name, '文']]);
  });
});

describe('zips that are rejected', () => {
  const plain = makeZip({ 'a.txt': '甲乙丙丁'.repeat(50) });
  const damaged = '压缩包不完整，或者已经损坏';
  it.each([
    ['no zip', Buffer.from('<html>'), '这不是压缩包'],
    ['nothing', new Uint8Array(), '这不是压缩包'],
    ['a beginning only', Buffer.from('PK'), damaged],
    ['a truncated zip', plain.subarray(0, plain.length - 10), damaged],
    ['half a zip', plain.subarray(0, plain.length / 2), damaged],
    ['a truncated comment', Buffer.concat([plain.subarray(0, -2), Buffer.from([9, 0, 65])]), damaged],
    ['a smaller size than the content has', patched(plain, AT.size, 9, 0, 0, 0), damaged],
    ['a bigger size than the content has', patched(plain, AT.size, 0xff, 0xff, 0, 0), damaged],
    ['content that was changed', patched(plain, AT.crc, 1, 2, 3, 4), `${damaged}：“a.txt”的内容不对`],
    ['a password', patched(plain, AT.flags, 1), '压缩包加了密码'],
    ['a password of the newer kind', patched(plain, AT.flags, 0x41), '压缩包加了密码'],
    [
      'a link',
      patched(patched(plain, AT.host, 3), AT.attributes, 0, 0, 0xff, 0xa1),
      '压缩包里的“a.txt”不是文件，是指向别处的链接',
    ],
    [
      'the same name twice',
      renamed(makeZip({ 'aa.txt': '', 'bb.txt': '' }), 'bb', [0x61, 0x61]),
      `${damaged}：有两个“aa.txt”`,
    ],
    [
      'a path that leaves the folder',
      makeZip({ 'a/../../b.txt': '' }),
      '压缩包里有不安全的文件名“a/../../b.txt”',
    ],
    ['an absolute name', makeZip({ '/etc/a.txt': '' }), '压缩包里有不安全的文件名“/etc/a.txt”'],
    ['the name of a drive', makeZip({ 'C:/a.txt': '' }), '压缩包里有不安全的文件名“C:/a.txt”'],
    ['backslashes to folders above', makeZip({ '..\\b.txt': '' }), '压缩包里有不安全的文件名“../b.txt”'],
    ['a name on another computer', makeZip({ '\\\\pc\\b.txt': '' }), '压缩包里有不安全的文件名“//pc/b.txt”'],
    [
      'the same name with both slashes',
      makeZip({ 'a\\b': '', 'a/b': '' }),
      '压缩包不完整，或者已经损坏：有两个“a/b”',
    ],
    ['control characters', makeZip({ 'a\u0007.txt': '' }), '压缩包里有不安全的文件名“a?.txt”'],
    ['a bomb', makeZip({ a: new Uint8Array(20_000_000) }), '压缩包里的“a”解开后大得不合常理'],
    [
      'very many files',
      makeZip(Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`${index}`, '']))),
      '压缩包里的文件超过 5000 个',
    ],
  ])('%s', async (_, bytes, message) => {
    const error = await unzip(bytes).catch((each: unknown) => each);
    expect(error).toBeInstanceOf(UnreadableError);
    expect((error as UnreadableError).message).toBe(message);
    expect((error as UnreadableError).fix).not.toBe('');
  });

  it('checks the names of all files', async () => {
    await expect(unzip(makeZip({ '../a': '' }), { wanted: () => false })).rejects.toThrow('不安全的文件名');
  });

  it('stops at the limit, for all files together and for one XML part', async () => {
    const content = (size: number) =>
      Buffer.from(Array.from({ length: size }, (_, index) => (index * index) % 251));
    const zip = makeZip({ 'a.bin': content(600), 'b.bin': content(600), 'c.xml': content(300) });
    await expect(unzip(zip, { total: 1199 })).rejects.toThrow('“b.bin”解开后大得不合常理');
    await expect(unzip(zip, { total: 1499 })).rejects.toThrow('“c.xml”解开后大得不合常理');
    await expect(unzip(zip, { part: 299 })).rejects.toThrow('“c.xml”解开后大得不合常理');
    expect((await unzip(zip, { total: 1500, part: 300 })).size).toBe(3);
    await expect(unzip(zip, { entries: 2 })).rejects.toThrow('超过 2 个');
  });
});
