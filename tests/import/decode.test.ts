import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutWhitespace, UnreadableError } from '../../src/import/manuscript.ts';
import { damagedCharacters, decodeText } from '../../src/import/readers/decode-text.ts';
import { decodeHtml } from '../../src/import/readers/read-html.ts';
import { rereadText } from '../../src/import/verify/reread-text.ts';
import { encodeChinese, encodeUtf16 } from '../lib/encode-chinese.ts';
import { LONG } from '../lib/long.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: (Uint8Array | number[])[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

/** The message and the fix of the error that decoding throws. */
function rejectionOf(bytes: Uint8Array, decode: (bytes: Uint8Array) => unknown = decodeText): string {
  try {
    decode(bytes);
  } catch (error) {
    if (error instanceof UnreadableError) return `${error.message}｜${error.fix}`;
    throw error;
  }
  return '没有拒绝';
}

const PROSE = '某县把产业园区作为工业发展的主要平台，一年来完成投资一百二十亿元。\n二是优化环境。';
const TRADITIONAL = '某縣把產業園區作為工業發展的主要平台，一年來完成投資一百二十億元。\n二是優化環境。';

describe('the encoding of a text', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['UTF-8', utf8(PROSE), 'utf-8', PROSE],
    ['UTF-8 with a byte order mark', joined([0xef, 0xbb, 0xbf], utf8(PROSE)), 'utf-8', PROSE],
    ['UTF-16 little-endian', encodeUtf16(PROSE, true), 'utf-16le', PROSE],
    ['UTF-16 big-endian', encodeUtf16(PROSE, false), 'utf-16be', PROSE],
    ['UTF-16 with its mark', joined([0xff, 0xfe], encodeUtf16(PROSE, true)), 'utf-16le', PROSE],
    ['big-endian with its mark', joined([0xfe, 0xff], encodeUtf16(PROSE, false)), 'utf-16be', PROSE],
    ['GBK', encodeChinese(PROSE, 'gb18030'), 'gb18030', PROSE],
    [
      'four bytes of GB 18030',
      joined(encodeChinese(PROSE, 'gb18030'), [0x95, 0x32, 0x82, 0x36]),
      'gb18030',
      `${PROSE}𠀀`,
    ],
    ['a short GBK title', encodeChinese('园区要闻', 'gb18030'), 'gb18030', '园区要闻'],
    ['Big5', encodeChinese(TRADITIONAL, 'big5'), 'big5', TRADITIONAL],
    ['ASCII', utf8('GDP 10%'), 'utf-8', 'GDP 10%'],
    ['UTF-16 of ASCII', encodeUtf16('GDP 10%\n', true), 'utf-16le', 'GDP 10%\n'],
  ])('%s', (_, bytes, encoding, text) => expect(decodeText(bytes)).toEqual({ text, encoding }));

  it('is detected for any text of common words, and the second reader agrees', () => {
    const unit = fc.constantFrom(
      ...'的一是在了不和有大这主中人上为们地个用工时要动国产以我到他会作来分，。“”（）\n 19',
    );
    const text = fc.string({ unit, minLength: 8, maxLength: 200 }).filter((each) => /[一-龥]{4}/u.test(each));
    fc.assert(
      fc.property(text, (each) => {
        const bytes = encodeChinese(each, 'gb18030');
        const decoded = decodeText(bytes);
        expect(decoded).toEqual({ text: each, encoding: 'gb18030' });
        expect(withoutWhitespace(rereadText(bytes, decoded.encoding))).toBe(withoutWhitespace(decoded.text));
      }),
    );
  });

  it.each([
    ['a\r\nb\rc\n', 'a\nb\nc\n'],
    [`甲\f乙\u2028丙${'丁'.repeat(100)}`, `甲\n乙\n丙${'丁'.repeat(100)}`],
    [`${'甲'.repeat(100)}\u0000\u0007\t乙`, `${'甲'.repeat(100)}\t乙`],
  ])('lines of %j are %j', (written, read) => {
    const bytes = utf8(written);
    const { text, encoding } = decodeText(bytes);
    expect(text).toBe(read);
    expect(withoutWhitespace(rereadText(bytes, encoding))).toBe(withoutWhitespace(text));
  });
});

describe('a file that is not text', () => {
  const SAVE = '用记事本打开，点“文件—另存为”，编码选 UTF-8，保存后再导入';
  const gbk = encodeChinese(PROSE, 'gb18030');
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), '里面没有文字｜打开文件看看，是不是存成了空文件'],
    ['white space', utf8(' \n　\u200B\uFEFF\t'), '里面没有文字｜打开文件看看，是不是存成了空文件'],
    [
      'a Word file',
      joined([0x50, 0x4b, 0x03, 0x04], utf8('甲')),
      '这不是文字文件，是压缩包或 Word 文件（.docx）｜把扩展名改对，或者用原来的程序打开，另存为 .docx',
    ],
    [
      'a photograph',
      Uint8Array.of(0xff, 0xd8, 0xff, 0xe0),
      '这不是文字文件，是JPEG 图片｜把扩展名改对，或者用原来的程序打开，另存为 .docx',
    ],
    [
      'other bytes',
      Uint8Array.from({ length: 400 }, (_, index) => index % 7),
      '里面不是文字（有许多控制字符）｜请确认没有拿错文件；用原来的程序打开它，另存为 .docx 或 .txt',
    ],
    [
      'bytes of no encoding',
      Uint8Array.from({ length: 90 }, () => 0xe4),
      `认不出文字的编码｜${SAVE}；打开后是乱码的，请作者重新发一份 .docx`,
    ],
    [
      'UTF-8 and then GBK',
      joined(utf8(PROSE), [0x0a], gbk),
      `文件里混着两种编码（从第 3 行起），照哪一种读都会有乱码｜可能是两个文件拼起来的：请分别${SAVE}`,
    ],
    [
      'GBK and then UTF-8',
      joined(gbk, [0x0a], utf8(PROSE)),
      `文件里混着两种编码（从第 1 行起），照哪一种读都会有乱码｜可能是两个文件拼起来的：请分别${SAVE}`,
    ],
    [
      'a byte of GBK in UTF-8',
      joined(utf8(PROSE), [0xb0], utf8('甲')),
      `文件里混着两种编码（从第 2 行起），照哪一种读都会有乱码｜可能是两个文件拼起来的：请分别${SAVE}`,
    ],
    ...(
      [
        ['UTF-8', utf8(PROSE).slice(0, -1)],
        ['marked UTF-8', joined([0xef, 0xbb, 0xbf], utf8(PROSE).slice(0, -2))],
        ['GBK', gbk.slice(0, -1)],
        ['UTF-16', joined([0xff, 0xfe], encodeUtf16(PROSE, true).slice(0, -1))],
      ] as [string, Uint8Array][]
    ).map(([name, bytes]): [string, Uint8Array, string] => [
      `${name} that ends in a character`,
      bytes,
      '文件在第 2 行断了，最后一个字只有半个，可能没有下载完整｜请作者重新发一份；文字确实齐全的，用记事本打开，删去末尾的乱码，另存为，编码选 UTF-8',
    ]),
  ])('%s', (_, bytes, message) => expect(rejectionOf(bytes)).toBe(message));

  it('60 MB and more', () => {
    expect(rejectionOf(new Uint8Array(61 * 1024 * 1024))).toBe(
      '文件有 61 MB，文字稿不会这么大｜请确认没有拿错文件；确实是文字的，分成几个小于 60 MB 的文件再导入',
    );
  });

  it('is handled in limited time for any large file', { timeout: 60_000 }, () => {
    const filled = (pattern: Uint8Array) => {
      const bytes = new Uint8Array(LONG ? 10_000_000 : 1_000_000);
      for (let at = 0; at < bytes.length; at += pattern.length) {
        bytes.set(pattern.subarray(0, bytes.length - at), at);
      }
      return bytes;
    };
    for (const pattern of [
      Uint8Array.of(0xe4),
      Uint8Array.of(0),
      Uint8Array.of(0xb0, 0x0a),
      joined(utf8('园区'), [0xb0]),
    ]) {
      expect(rejectionOf(filled(pattern))).not.toBe('没有拒绝');
    }
  });
});

describe('a page', () => {
  const page = (charset: string) =>
    `<html><head><meta charset="${charset}"><title>一</title></head><body>冇</body></html>`;
  it.each<[string, Uint8Array, string]>([
    ['with a declared encoding', encodeChinese(page('gb2312'), 'gb18030'), 'gb18030'],
    [
      'with an encoding declared in http-equiv',
      encodeChinese('<META http-equiv=Content-Type content="text/html; charset=GBK">冇', 'gb18030'),
      'gb18030',
    ],
    ['with a wrong declaration', utf8(page('gb2312')), 'utf-8'],
    ['without a declaration', encodeChinese(`<p>${PROSE}</p>`, 'gb18030'), 'gb18030'],
    ['with a byte order mark', joined([0xff, 0xfe], encodeUtf16(page('gbk'), true)), 'utf-16le'],
    [
      'with a declaration of another encoding',
      encodeChinese(`<meta charset=utf-8><p>${PROSE}</p>`, 'gb18030'),
      'gb18030',
    ],
  ])('%s', (_, bytes, encoding) => expect(decodeHtml(bytes).encoding).toBe(encoding));

  it('is rejected if its bytes do not match the encoding it declares', () => {
    expect(rejectionOf(joined(encodeChinese(page('gbk'), 'gb18030'), [0xff, 0xff]), decodeHtml)).toMatch(
      /^认不出/u,
    );
  });
});

describe('characters damaged before the import', () => {
  it.each([
    ['完整的文字：“10～20”，××县，……，é、à la carte，m²', []],
    [
      '甲\n这里\uFFFD\uFFFD读坏，\uFFFD也是',
      [
        'damaged-character 2 这里��读坏，�也是｜这里有读坏的字（�），原来的字已经没有了（共2处），请对照原件改正',
      ],
    ],
    [
      '名单锟斤拷锟斤拷',
      ['mojibake 1 名单锟斤拷锟斤拷｜这里是乱码，原来的字已经没有了（共2处），请对照原件改正'],
    ],
    [
      'å›­åŒºå»ºè®¾',
      ['mojibake 1 å›­åŒºå»ºè®¾｜这里像是乱码，UTF-8 的文字曾按西文打开（共1处），请对照原件改正'],
    ],
    ['Ã¤Â…', ['mojibake 1 Ã¤Â…｜这里像是乱码，UTF-8 的文字曾按西文打开（共1处），请对照原件改正']],
    [
      '鍥尯锛屽缓璁',
      ['mojibake 1 鍥尯锛屽缓璁｜这里像是乱码，UTF-8 的文字曾按 GBK 打开（共1处），请对照原件改正'],
    ],
    [
      '符号\uF06C一',
      [
        'private-character 1 符号\uF06C一｜这里有造字或符号字体的字，网页上显示不出来（共1处），请对照原件改正',
      ],
    ],
  ])('%j', (text, warnings) => {
    const found = damagedCharacters(text).map(
      ({ code, line, quote, message }) => `${code} ${line} ${quote}｜${message}`,
    );
    expect(found).toEqual(warnings);
  });
});
