import { UnreadableError } from '../manuscript.ts';
import { foreignKindError } from './foreign-kinds.ts';

/** Kind of a file, by its first bytes or else by its name. */
export type FileKind = 'docx' | 'zip' | 'doc' | 'pdf' | 'html' | 'mhtml' | 'markdown' | 'text' | 'picture';

const BEGINNINGS: [FileKind, number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['doc', [0xd0, 0xcf, 0x11, 0xe0]],
  ['doc', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  // Word and WPS save pages like this, also under the names .doc and .htm.
  ['mhtml', [...Buffer.from('MIME-Ver')]],
];

const EXTENSIONS: Record<string, FileKind> = {
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  zip: 'zip',
  doc: 'doc',
  dot: 'doc',
  wps: 'doc',
  rtf: 'doc',
  odt: 'doc',
  pdf: 'pdf',
  html: 'html',
  htm: 'html',
  shtml: 'html',
  xhtml: 'html',
  mhtml: 'mhtml',
  mht: 'mhtml',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  text: 'text',
  jpg: 'picture',
  jpeg: 'picture',
  png: 'picture',
  gif: 'picture',
  webp: 'picture',
  tif: 'picture',
  tiff: 'picture',
  bmp: 'picture',
  avif: 'picture',
  heic: 'picture',
  heif: 'picture',
  psd: 'picture',
};

const HTML = /^<(?:html|!doc|head|meta|body|table|div|p[ >])/iu;

/** The first bytes as text, without byte order mark and white space. */
function startOf(head: Uint8Array): string {
  return new TextDecoder('latin1').decode(head).replace(/^(?:\u00EF\u00BB\u00BF)?\s*/u, '');
}

/**
 * @param head at least the first 8 bytes of the file
 * @throws UnreadableError if files of this kind cannot be imported
 */
export function kindOf(name: string, head: Uint8Array): FileKind {
  const extension = /\.([A-Za-z0-9]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  const byName = /\.[^./]+$/u.test(name) ? EXTENSIONS[extension] : 'text';
  const byContent = BEGINNINGS.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))?.[0];
  if (byName === undefined) throw foreignKindError(extension);
  if (byContent === 'zip') {
    if (extension === 'odt') return 'doc';
    return byName === 'docx' || byName === 'doc' ? 'docx' : 'zip';
  }
  // A part of a text may look like the header of a saved page.
  if (byContent === 'mhtml') return byName === 'text' || byName === 'markdown' ? byName : 'mhtml';
  // A Word file with a password starts like an old .doc file; the reader distinguishes them.
  if (byContent === 'doc' && byName === 'docx') return 'docx';
  if (byContent !== undefined) return byContent;
  // Office systems export pages, and Word 2003 its XML, under the name .doc.
  const isWord = byName === 'doc' || byName === 'docx';
  if (isWord && HTML.test(startOf(head))) return 'html';
  if (isWord && /^<\?xml/u.test(startOf(head))) return 'doc';
  if (byName === 'docx' || byName === 'zip' || byName === 'pdf' || byName === 'doc') {
    throw new UnreadableError(
      `名字是 .${extension}，内容却不是，可能没有下载完整，或者改过扩展名`,
      '用原来的程序打开它，另存为 .docx；打不开的话向作者重新要一份',
    );
  }
  return byName;
}
