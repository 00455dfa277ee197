import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { decodeStrictly } from '#core/text/decode-strictly.ts';
import { UnreadableError } from './manuscript.ts';

export interface UnzipOptions {
  /** Selects the entries to unpack. The names of all entries are checked. */
  wanted?: (name: string) => boolean;
  /** Maximum bytes of all unpacked entries together. */
  total?: number;
  /** Maximum bytes of one XML part. */
  part?: number;
  /** Maximum number of entries, unpacked or not. */
  entries?: number;
}

/** Bytes of a mebibyte. */
const MB = 1024 * 1024;
/** Larger than any manuscript with its pictures. */
const LIMITS = { total: 200 * MB, part: 60 * MB, entries: 5000 };
/** Compression ratio. Deflate can reach 1000; ordinary XML 20, very regular tables 200. Checked from MIN_RATIO_BYTES on. */
const MAX_RATIO = 500;
const MIN_RATIO_BYTES = 4 * MB;

const XML_PART = /\.(?:xml|rels)$/iu;
const REPACK = '向作者重新要一份，或者解开后用系统自带的功能重新压缩再导入';
const BOMB_FIX = '正常的稿件没有这么大。确有这么多内容的话，分成几个小文件再导入';

/** The end record of a zip. A comment may follow; the record's last two bytes are its length. */
const END_OF_ZIP = Buffer.from('PK\x05\x06', 'latin1');
/** Bytes of the end record without its comment. */
const END_SIZE = 22;

/** Bit of the general purpose flag. */
const UNICODE_NAME = 0x0800;
/** Id of the extra field with the name in UTF-8. */
const UNICODE_PATH = 0x7075;
/** Mask of the Unix file type in the upper half of the external attributes. */
const FILE_TYPE = 0xf000;
const SYMLINK = 0xa000;

/**
 * Unpacks a zip in memory, without folders. Does not trust the sizes that the zip declares: stops as soon
 * as a limit is exceeded.
 * @returns bytes by name, in the order of the zip
 * @throws UnreadableError for zip bombs, damaged or encrypted zips, symbolic links, and unsafe names
 */
export async function unzip(
  bytes: Uint8Array,
  { wanted = () => true, ...limits }: UnzipOptions = {},
): Promise<Map<string, Uint8Array>> {
  const { total, part, entries } = { ...LIMITS, ...limits };
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new UnreadableError('这不是压缩包', REPACK);
  const out = new Map<string, Uint8Array>();
  const names = new Set<string>();
  let left = total;
  try {
    const zip = await fromBufferPromise(upToEndOfZip(bytes), {
      decodeStrings: false,
      validateEntrySizes: true,
    });
    if (zip.entryCount > entries) throw tooManyError(entries);
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      checkEntry(entry, name);
      if (names.has(name)) throw damagedError(`有两个“${name}”`);
      names.add(name);
      if (names.size > entries) throw tooManyError(entries);
      if (name.endsWith('/') || !wanted(name)) continue;
      const maxBytes = XML_PART.test(name) ? Math.min(left, part) : left;
      const content = await contentOf(zip, entry, name, maxBytes);
      left -= content.length;
      out.set(name, content);
    }
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw error instanceof Error && /encrypt/u.test(error.message)
      ? passwordError(error)
      : damagedError('', error);
  }
  return out;
}

/** Removes bytes after the end that the zip declares: mail programs and downloads append some. */
function upToEndOfZip(bytes: Uint8Array): Buffer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = buffer.lastIndexOf(END_OF_ZIP);
  if (at < 0 || at + END_SIZE > buffer.length) return buffer;
  return buffer.subarray(0, at + END_SIZE + buffer.readUInt16LE(at + END_SIZE - 2));
}

/** Zips made on Chinese Windows have names in GB 18030 without declaring it. */
function nameOf({ fileNameRaw, extraFields }: Entry): string {
  if (extraFields.some(({ id }) => id === UNICODE_PATH)) {
    return withSlashes(getFileNameLowLevel(UNICODE_NAME, fileNameRaw, extraFields, true));
  }
  return withSlashes(decodeStrictly(fileNameRaw, 'utf-8') ?? new TextDecoder('gb18030').decode(fileNameRaw));
}

/** Some programs for Windows write `\\` between folders. */
function withSlashes(name: string): string {
  return name.replaceAll('\\', '/');
}

function checkEntry(entry: Entry, name: string): void {
  const parts = name.split('/');
  if (name === '' || /^\/|^[A-Za-z]:|\p{Cc}/u.test(name) || parts.includes('..')) {
    throw new UnreadableError(`压缩包里有不安全的文件名“${name.replace(/\p{Cc}/gu, '?')}”`, REPACK);
  }
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMLINK) {
    throw new UnreadableError(`压缩包里的“${name}”不是文件，是指向别处的链接`, REPACK);
  }
  if ((entry.generalPurposeBitFlag & 1) !== 0) throw passwordError();
}

/** @param maxBytes unpacking stops with an error above this size */
async function contentOf(zip: ZipFile, entry: Entry, name: string, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  const stream: Readable = await zip.openReadStreamPromise(entry);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    const isBomb = size > MIN_RATIO_BYTES && size > entry.compressedSize * MAX_RATIO;
    if (size > maxBytes || isBomb) {
      throw new UnreadableError(`压缩包里的“${name}”解开后大得不合常理`, BOMB_FIX);
    }
    chunks.push(chunk);
  }
  const content = Buffer.concat(chunks, size);
  if (crc32(content) !== entry.crc32) throw damagedError(`“${name}”的内容不对`);
  return content;
}

function tooManyError(entries: number): UnreadableError {
  return new UnreadableError(`压缩包里的文件超过 ${entries} 个`, '只留下要导入的稿件，重新压缩再导入');
}

function passwordError(cause?: unknown): UnreadableError {
  return new UnreadableError('压缩包加了密码', '解开后去掉密码，重新压缩再导入', { cause });
}

function damagedError(detail: string, cause?: unknown): UnreadableError {
  return new UnreadableError(`压缩包不完整，或者已经损坏${detail && `：${detail}`}`, REPACK, { cause });
}
