import path from 'node:path';
import { decodeAddress } from '#core/text/decode-address.ts';
import { UnreadableError } from '../../manuscript.ts';
import { unzip } from '../../zip.ts';
import { attributeOf, elementsOf, type XmlElement } from './xml.ts';

/** A relationship of a part: another part, or an address outside the file. */
export interface Relation {
  /** Last segment of its type: `image`, `footnotes`. */
  type: string;
  target: string;
  external: boolean;
}

export interface Package {
  /** Name of the main document part: `word/document.xml`. */
  document: string;
  /** The elements of a part; empty if there is no such part. */
  elements(part: string, root?: string): Iterable<XmlElement>;
  /** The relationships of a part, by id. */
  relations(part: string): Map<string, Relation>;
  /** Bytes of pictures by part name; missing parts are omitted. */
  pictures(parts: Iterable<string>): Promise<Map<string, Uint8Array>>;
}

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const CONTENT_TYPES = '[content_types].xml';
const AS_DOCX = '用 Word 打开，另存为 .docx 再导入';

/**
 * @throws UnreadableError if the bytes are not an OOXML package with a document
 */
export async function openPackage(bytes: Uint8Array): Promise<Package> {
  if (COMPOUND.every((byte, index) => bytes[index] === byte)) throw compoundError(bytes);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    throw new UnreadableError('这不是 .docx 文件，可能没有下载完整，或者改过扩展名', AS_DOCX);
  }
  const entries = await unzip(bytes, { wanted: (name) => /\.(?:xml|rels)$/iu.test(name) });
  // Part names are case-insensitive (ECMA-376 part 2, 6.2.2).
  const parts = new Map([...entries].map(([name, content]) => [name.toLowerCase(), content]));
  if (!parts.has(CONTENT_TYPES)) {
    throw new UnreadableError('压缩包里没有 Word 文档的内容（缺 [Content_Types].xml）', AS_DOCX);
  }
  const elements = (part: string, root?: string): Iterable<XmlElement> => {
    const content = parts.get(part.toLowerCase());
    return content ? elementsOf(content, part, root) : [];
  };
  const known = new Map<string, Map<string, Relation>>();
  const relations = (part: string): Map<string, Relation> => {
    const found = known.get(part) ?? relationsOf(part, elements(relationsPart(part)));
    known.set(part, found);
    return found;
  };
  const document = [...relations('').values()].find(({ type }) => type === 'officeDocument')?.target;
  if (document === undefined || !parts.has(document.toLowerCase())) {
    throw new UnreadableError('压缩包里没有 Word 文档的正文', AS_DOCX);
  }
  return {
    document,
    elements,
    relations,
    async pictures(names) {
      const wanted = new Map([...names].map((name) => [name.toLowerCase(), name]));
      if (wanted.size === 0) return new Map();
      const found = await unzip(bytes, { wanted: (name) => wanted.has(name.toLowerCase()) });
      return new Map([...found].map(([name, content]) => [wanted.get(name.toLowerCase()) ?? name, content]));
    },
  };
}

/** Old .doc files and encrypted files are both OLE compound files. */
function compoundError(bytes: Uint8Array): UnreadableError {
  const encrypted = Buffer.from('EncryptedPackage', 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encrypted)
    ? new UnreadableError('这个文件加了密码', '用 Word 打开，去掉密码（文件—信息—保护文档），保存后再导入')
    : new UnreadableError('这是旧的 .doc 文件', AS_DOCX);
}

function relationsPart(part: string): string {
  return path.posix.join(path.posix.dirname(part), '_rels', `${path.posix.basename(part)}.rels`);
}

function relationsOf(part: string, elements: Iterable<XmlElement>): Map<string, Relation> {
  const out = new Map<string, Relation>();
  for (const element of elements) {
    const target = attributeOf(element, 'Target') ?? '';
    const external = attributeOf(element, 'TargetMode') === 'External';
    const type = attributeOf(element, 'Type')?.split('/').at(-1) ?? '';
    const resolved = external ? target : resolve(part, target);
    out.set(attributeOf(element, 'Id') ?? '', { type, target: resolved, external });
  }
  return out;
}

/** Resolves a relationship's target to a part name: `../media/a.png`, `/word/media/a.png`. */
function resolve(part: string, target: string): string {
  const joined = path.posix.join('/', target.startsWith('/') ? '' : path.posix.dirname(part), target);
  return decodeAddress(joined.slice(1));
}
