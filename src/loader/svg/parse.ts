import { SaxesParser } from 'saxes';
import { SVG } from './vocabulary.ts';
import { SvgError } from './svg-error.ts';

export interface XmlAttribute {
  /** Without its prefix. */
  name: string;
  /** Address of its namespace; empty for most attributes. */
  space: string;
  value: string;
}

export interface XmlElement {
  /** Without its prefix. */
  name: string;
  /** As it is written, for messages. */
  written: string;
  space: string;
  line: number;
  attributes: XmlAttribute[];
  children: (XmlElement | string)[];
}

/** Largest accepted source, and largest output, in characters. */
export const MAX_SVG_CHARACTERS = 4 * 1024 * 1024;
/** Nesting of elements: the functions of this folder recurse. */
const MAX_DEPTH = 100;
const MAX_ELEMENTS = 20_000;

/** Control characters and noncharacters, which no page should contain. */
const UNPRINTED = /[^\t\n\u0020-\u007E\u00A0-\uD7FF\uE000-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{10FFFF}]/gu;

export const SIMPLIFY_FIX = '用绘图软件合并、简化图形后另存，或存成 PNG';
const NO_ENTITIES_FIX = '另存时不选“保留 Illustrator 编辑功能”，或存成 PNG';

/**
 * Parses XML into a tree without comments and processing instructions.
 * @returns the root, an `svg` element
 * @throws SvgError
 */
export function parseXml(source: string): XmlElement {
  if (source.length > MAX_SVG_CHARACTERS) throw new SvgError('太大（SVG 不超过 4 MB）', SIMPLIFY_FIX);
  const parser = new SaxesParser({ xmlns: true, defaultXMLVersion: '1.0', forceXMLVersion: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let line = 1;
  let elements = 0;
  parser.on('error', () => {
    throw SvgError.at(parser.line, '不是正确的 SVG 写法，浏览器打不开');
  });
  parser.on('xmldecl', ({ encoding }) => {
    const foreign = encoding !== undefined && !/^(?:utf-?8|us-ascii)$/iu.test(encoding);
    if (foreign && /[^\n\r\t -~]/u.test(source)) throw new SvgError('的编码不是 UTF-8');
  });
  parser.on('doctype', (doctype) => {
    // A DOCTYPE without declarations, as many programs write it, has no effect and is left out.
    if (doctype.includes('[')) {
      throw SvgError.at(parser.line, '有实体定义（DTD）', NO_ENTITIES_FIX);
    }
  });
  parser.on('processinginstruction', ({ target }) => {
    if (target === 'xml-stylesheet') throw SvgError.at(parser.line, '引用了外部样式（xml-stylesheet）');
  });
  parser.on('opentagstart', () => {
    line = parser.line;
    elements += 1;
    if (elements > MAX_ELEMENTS) throw new SvgError(`太复杂（超过 ${MAX_ELEMENTS} 个元素）`, SIMPLIFY_FIX);
    if (open.length >= MAX_DEPTH) throw SvgError.at(line, `的元素套了 ${MAX_DEPTH} 层以上`, SIMPLIFY_FIX);
  });
  parser.on('opentag', ({ name, local, uri, attributes }) => {
    const element: XmlElement = {
      name: local,
      written: name,
      space: uri,
      line,
      attributes: Object.values(attributes).map((each) => ({
        name: each.local,
        space: each.uri,
        value: each.value.replace(UNPRINTED, ''),
      })),
      children: [],
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => addText(text, open.at(-1)));
  parser.on('cdata', (text) => addText(text, open.at(-1)));
  parser.write(source.toWellFormed()).close();
  if (root?.name !== 'svg') throw new SvgError('不是 SVG 图', '换成 SVG、JPG 或 PNG 图片');
  if (root.space !== SVG) {
    throw SvgError.at(root.line, '的 <svg> 没有写 xmlns="http://www.w3.org/2000/svg"，浏览器打不开');
  }
  return root;
}

function addText(text: string, parent: XmlElement | undefined): void {
  if (!parent) return;
  const { children } = parent;
  const last = children.at(-1);
  const printed = text.replace(UNPRINTED, '');
  if (typeof last === 'string') children[children.length - 1] = last + printed;
  else if (printed !== '') children.push(printed);
}
