import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { SaxesParser } from 'saxes';
import { decodeStrictly } from '#core/text/decode-strictly.ts';
import { UnreadableError } from '../../manuscript.ts';

export type { XmlElement } from '@rgrove/parse-xml';

/** Word nests elements 20 to 60 deep; the reader recurses. */
const MAX_DEPTH = 300;
const SAVE_AGAIN = '用 Word 打开（问要不要修复就选“是”），另存为 .docx 再导入';

/** Range of an element. Elements are parsed one by one, so that the tree of a long document is never in memory as a whole. */
type ElementRange = readonly [start: number, end: number];

/**
 * Reads a part as a sequence of elements: the children of its root; the children of `body` instead of `body`.
 * @param root local name that the root must have
 * @throws UnreadableError if it is not well-formed, nested too deep, or has a document type declaration
 */
export function* elementsOf(bytes: Uint8Array, part: string, root?: string): Generator<XmlElement> {
  const xml = decode(bytes, part);
  for (const [start, end] of findElementRanges(xml, part, root)) {
    const element = parseXml(xml.slice(start, end)).root;
    if (element) yield element;
  }
}

function decode(bytes: Uint8Array, part: string): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = !isUtf16 ? 'utf-8' : bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  const text = decodeStrictly(bytes, encoding);
  if (text === undefined) throw new UnreadableError(`文件里的 ${part} 不是 UTF-8`, SAVE_AGAIN);
  return text;
}

/** Finds the elements in one pass without a tree, and rejects unsafe XML. */
function findElementRanges(xml: string, part: string, root?: string): ElementRange[] {
  const parser = new SaxesParser();
  const ranges: ElementRange[] = [];
  const open: string[] = [];
  let start = 0;
  const isUnit = (name: string) =>
    open.length === 1 ? name !== 'body' : open.length === 2 && open[1] === 'body';
  parser.on('doctype', () => {
    throw new UnreadableError(`文件里的 ${part} 有文档类型声明（DOCTYPE），Word 不会这样写`, SAVE_AGAIN);
  });
  parser.on('opentag', ({ name }) => {
    const local = withoutPrefix(name);
    if (open.length === 0 && root !== undefined && local !== root) {
      throw new UnreadableError('这不是 Word 文档，可能是改了扩展名的 Excel 或 PPT', SAVE_AGAIN);
    }
    if (isUnit(local)) start = xml.lastIndexOf('<', parser.position - 1);
    open.push(local);
    if (open.length > MAX_DEPTH) {
      throw new UnreadableError(`文件里的 ${part} 一层套一层，超过 ${MAX_DEPTH} 层`, SAVE_AGAIN);
    }
  });
  parser.on('closetag', () => {
    if (isUnit(open.pop() ?? '')) ranges.push([start, parser.position]);
  });
  parser.on('error', (cause) => {
    throw new UnreadableError(`文件里的 ${part} 损坏了`, SAVE_AGAIN, { cause });
  });
  parser.write(xml).close();
  return ranges;
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Name without its prefix. Prefixes and namespaces differ between Word, WPS and strict OOXML. */
export function localName({ name }: XmlElement): string {
  return withoutPrefix(name);
}

export function childrenOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => child instanceof XmlElement);
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element && childrenOf(element).find((child) => localName(child) === name);
}

export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  if (!element) return undefined;
  const key = Object.keys(element.attributes).find((each) => withoutPrefix(each) === name);
  return key === undefined ? undefined : element.attributes[key];
}

/** The `val` of a child: `<w:jc w:val="center"/>`. */
export function valOf(element: XmlElement | undefined, name: string): string | undefined {
  return attributeOf(childOf(element, name), 'val');
}

/** The `val` of a child as a whole number. */
export function numberOf(element: XmlElement | undefined, name: string): number | undefined {
  return wholeNumber(valOf(element, name));
}

export function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,9}$/u.test(text) ? Number(text) : undefined;
}

/** A toggle property: `<w:b/>` and `<w:b w:val="1"/>` are true; undefined if absent. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = childOf(element, name);
  if (!found) return undefined;
  return !['0', 'false', 'off', 'none'].includes(attributeOf(found, 'val') ?? '');
}

/** The first descendant with a name, in document order. */
export function findIn(element: XmlElement, name: string): XmlElement | undefined {
  for (const child of childrenOf(element)) {
    const found = localName(child) === name ? child : findIn(child, name);
    if (found) return found;
  }
  return undefined;
}
