import { decodeStrictly } from '#core/text/decode-strictly.ts';
import { UnreadableError } from '../manuscript.ts';
import { chineseScore } from './encoding/chinese-score.ts';
import { containsChineseUtf8, findInvalidUtf8 } from './encoding/utf8.ts';

export { damagedCharacters } from './encoding/damaged-characters.ts';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | 'big5';

export interface DecodedText {
  /** Lines end with `\n`; no byte order mark, no control characters. */
  text: string;
  encoding: Encoding;
}

/** Maximum bytes of a text (60 MiB); no manuscript is larger, and decoding needs several times its size. */
const MAX_BYTES = 60 * 1024 * 1024;
/** `chineseScore()` below this means the wrong encoding. */
const MIN_SCORE = 0.25;
/** Minimum difference between the scores of the best and the second encoding. */
const MIN_LEAD = 0.15;
/** A text with more control characters than one per this many characters is binary. */
const MIN_CHARACTERS_PER_CONTROL = 50;

const SAVE_AS = '用记事本打开，点“文件—另存为”，编码选 UTF-8，保存后再导入';

const BINARY: [string, number[]][] = [
  ['压缩包或 Word 文件（.docx）', [0x50, 0x4b, 0x03, 0x04]],
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['旧版 Word 文件（.doc）', [0xd0, 0xcf, 0x11, 0xe0]],
  ['RTF 文件', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['JPEG 图片', [0xff, 0xd8, 0xff]],
  ['PNG 图片', [0x89, 0x50, 0x4e, 0x47]],
  ['GIF 图片', [0x47, 0x49, 0x46, 0x38]],
  ['RAR 压缩包', [0x52, 0x61, 0x72, 0x21]],
  ['7z 压缩包', [0x37, 0x7a, 0xbc, 0xaf]],
];

const BYTE_ORDER_MARKS: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Decodes a text file: by its byte order mark, else as strict UTF-8, else as GB 18030 or Big5, whichever
 * gives plausible Chinese.
 * @throws UnreadableError if it is not text, or no single encoding can decode all of it
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  checkSizeAndType(bytes);
  const byOrderMark = BYTE_ORDER_MARKS.find(([, mark]) => startsWith(bytes, mark))?.[0];
  const found =
    byOrderMark === undefined || byOrderMark === 'utf-8' ? findEncoding(bytes, byOrderMark) : undefined;
  const encoding = found ?? byOrderMark ?? 'utf-8';
  const raw = decodeStrictly(bytes, encoding);
  if (raw === undefined) throw truncatedError(bytes);
  return { text: normalizeText(raw), encoding };
}

/** Decodes with the encoding that a file declares; undefined if not all of it can be decoded. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): DecodedText | undefined {
  checkSizeAndType(bytes);
  const raw = decodeStrictly(bytes, encoding);
  return raw === undefined ? undefined : { text: normalizeText(raw), encoding };
}

/** Whether the bytes are UTF-8, or contain Chinese text in UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  return findInvalidUtf8(bytes) === undefined || containsChineseUtf8(bytes);
}

function checkSizeAndType(bytes: Uint8Array): void {
  if (bytes.length > MAX_BYTES) {
    throw new UnreadableError(
      `文件有 ${Math.round(bytes.length / 1024 / 1024)} MB，文字稿不会这么大`,
      '请确认没有拿错文件；确实是文字的，分成几个小于 60 MB 的文件再导入',
    );
  }
  const binary = BINARY.find(([, beginning]) => startsWith(bytes, beginning))?.[0];
  if (binary !== undefined) {
    throw new UnreadableError(
      `这不是文字文件，是${binary}`,
      '把扩展名改对，或者用原来的程序打开，另存为 .docx',
    );
  }
}

function findEncoding(bytes: Uint8Array, byOrderMark: Encoding | undefined): Encoding {
  if (byOrderMark === undefined && bytes.includes(0)) {
    const wide = (['utf-16le', 'utf-16be'] as const).find((encoding) => {
      const text = decodeStrictly(bytes, encoding);
      return text !== undefined && chineseScore(text) > MIN_SCORE && !isBinary(text);
    });
    if (wide) return wide;
  }
  const invalid = findInvalidUtf8(bytes);
  if (invalid === undefined) return 'utf-8';
  if (byOrderMark === 'utf-8' || containsChineseUtf8(bytes))
    throw invalid.cut ? truncatedError(bytes) : mixedEncodingsError(bytes, invalid.at);
  return findChinese(bytes);
}

function findChinese(bytes: Uint8Array): Encoding {
  const read = (['gb18030', 'big5'] as const)
    .flatMap((encoding) => {
      const text = decodeStrictly(bytes, encoding);
      return text === undefined ? [] : [{ encoding, score: chineseScore(text) }];
    })
    .toSorted((a, b) => b.score - a.score);
  const [best, other] = read;
  if (best && best.score >= MIN_SCORE && best.score - (other?.score ?? 0) >= MIN_LEAD) return best.encoding;
  for (const encoding of ['gb18030', 'big5'] as const) {
    const undecodable = findUndecodableLine(bytes, encoding);
    if (
      undecodable?.last &&
      [1, 2, 3].some((cut) => isCut(bytes, cut) && isChinese(bytes.subarray(0, -cut), encoding))
    ) {
      throw truncatedError(bytes);
    }
    if (undecodable && isChinese(bytes.subarray(0, undecodable.start), encoding))
      throw mixedEncodingsError(bytes, undecodable.start);
  }
  throw new UnreadableError('认不出文字的编码', `${SAVE_AS}；打开后是乱码的，请作者重新发一份 .docx`);
}

/** The first line that cannot be decoded. Splitting at 0x0A is safe: it is not part of a multi-byte character. */
function findUndecodableLine(
  bytes: Uint8Array,
  encoding: Encoding,
): { start: number; last: boolean } | undefined {
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(0x0a, start);
    const next = end < 0 ? bytes.length : end + 1;
    if (decodeStrictly(bytes.subarray(start, next), encoding) === undefined) {
      return { start, last: next === bytes.length };
    }
    start = next;
  }
  return undefined;
}

/** Whether the last bytes are an incomplete character of two or four bytes. */
function isCut(bytes: Uint8Array, length: number): boolean {
  const [lead = 0, second = 0x30] = bytes.subarray(-length);
  return lead > 0x80 && lead < 0xff && second >= 0x30 && second <= 0x39;
}

function isChinese(bytes: Uint8Array, encoding: Encoding): boolean {
  const text = decodeStrictly(bytes, encoding);
  return text !== undefined && /[^\p{ASCII}]/u.test(text) && chineseScore(text) >= MIN_SCORE;
}

/** @throws UnreadableError if it has too many control characters, or no text */
function normalizeText(raw: string): string {
  if (isBinary(raw)) {
    throw new UnreadableError(
      '里面不是文字（有许多控制字符）',
      '请确认没有拿错文件；用原来的程序打开它，另存为 .docx 或 .txt',
    );
  }
  const text = raw.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n').replace(/[^\P{Cc}\t\n]/gu, '');
  if (!/[^\s\u200B-\u200D\u2060\uFEFF\u00AD]/u.test(text)) {
    throw new UnreadableError('里面没有文字', '打开文件看看，是不是存成了空文件');
  }
  return text;
}

function isBinary(text: string): boolean {
  let controls = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code < 0x20 && (code < 0x09 || code > 0x0d)) || (code >= 0x7f && code < 0xa0 && code !== 0x85)) {
      controls += 1;
    }
  }
  return controls * MIN_CHARACTERS_PER_CONTROL > text.length;
}

function truncatedError(bytes: Uint8Array): UnreadableError {
  return new UnreadableError(
    `文件在第 ${lineOf(bytes, bytes.length)} 行断了，最后一个字只有半个，可能没有下载完整`,
    '请作者重新发一份；文字确实齐全的，用记事本打开，删去末尾的乱码，另存为，编码选 UTF-8',
  );
}

function mixedEncodingsError(bytes: Uint8Array, at: number): UnreadableError {
  return new UnreadableError(
    `文件里混着两种编码（从第 ${lineOf(bytes, at)} 行起），照哪一种读都会有乱码`,
    `可能是两个文件拼起来的：请分别${SAVE_AS}`,
  );
}

function lineOf(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let end = bytes.indexOf(0x0a); end >= 0 && end < at; end = bytes.indexOf(0x0a, end + 1)) line += 1;
  return line;
}

function startsWith(bytes: Uint8Array, beginning: number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte);
}
