import type { PhrasingContent } from 'mdast';
import { windowsPath } from '../../../markdown/picture-source.ts';
import { linkAddress } from '../link-address.ts';
import {
  addBlock,
  addBreak,
  addNote,
  addPicture,
  addReplaced,
  addText,
  closeParagraph,
} from '../paragraph-flow.ts';
import { NOT_TEXT } from '../html/not-text.ts';
import { fontSizeOf, isBold, isHidden } from '../html/element-style.ts';
import { takePicture } from '../take-picture.ts';
import type { Formatting } from '../span-list.ts';
import { scriptFigures } from '../superscript.ts';
import { readInlineHtml } from './inline-html.ts';
import { type MarkdownContext, type MarkdownReading, sourceOf } from './markdown-reading.ts';

/** An inline HTML tag that is open. */
interface OpenTag {
  name: string;
  formatting: Formatting;
}

/** Reads the inside of a paragraph. */
export function readPhrasing(
  nodes: PhrasingContent[],
  context: MarkdownContext,
  reading: MarkdownReading,
): void {
  const open: OpenTag[] = [];
  for (const node of nodes) {
    const formatting = Object.assign(
      {},
      context.formatting,
      ...open.map((tag) => tag.formatting),
    ) as Formatting;
    const inner = { ...context, formatting };
    if (node.type === 'html') readTag(node.value, open, inner, lineOf(node, reading), reading);
    else readNode(node, open.at(-1)?.name, inner, reading);
  }
}

function readNode(
  node: Exclude<PhrasingContent, { type: 'html' }>,
  tag: string | undefined,
  context: MarkdownContext,
  reading: MarkdownReading,
): void {
  const { formatting } = context;
  const line = lineOf(node, reading);
  const within = (more: Formatting) => ({ ...context, formatting: { ...formatting, ...more } });
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      readText(reading.restore(node.value), tag, formatting, line, reading);
      break;
    case 'break':
      addBreak(reading.flow, formatting, line);
      break;
    case 'strong':
      readPhrasing(node.children, within({ strong: true }), reading);
      break;
    case 'emphasis':
      readPhrasing(node.children, within({ emphasis: true }), reading);
      break;
    case 'delete':
      readPhrasing(node.children, within({ strike: true }), reading);
      break;
    case 'link':
      readPhrasing(node.children, within(linkFormatting(node.url, line, reading)), reading);
      break;
    case 'linkReference': {
      const url = reading.definitions.get(node.identifier)?.url;
      if (url === undefined) addText(reading.flow, sourceOf(node, reading), formatting, line);
      else readPhrasing(node.children, within(linkFormatting(url, line, reading)), reading);
      break;
    }
    case 'image': {
      // Markdown removes some backslashes from Windows paths.
      const typed = windowsPath(sourceOf(node, reading))?.typed;
      readImage({ ...node, url: typed ?? node.url }, context, line, reading);
      break;
    }
    case 'imageReference': {
      const definition = reading.definitions.get(node.identifier);
      if (definition) readImage({ ...definition, alt: node.alt }, context, line, reading);
      else addText(reading.flow, sourceOf(node, reading), formatting, line);
      break;
    }
    case 'footnoteReference':
      reading.called.add(node.identifier);
      addNote(reading.flow, node.identifier, line);
  }
}

function readText(
  text: string,
  tag: string | undefined,
  formatting: Formatting,
  line: number,
  { flow }: MarkdownReading,
): void {
  const figures = tag === 'sup' || tag === 'sub' ? scriptFigures(text.trim(), tag) : undefined;
  if (figures === undefined) addText(flow, text, formatting, line);
  else addReplaced(flow, figures, text, formatting, line);
}

function readTag(
  value: string,
  open: OpenTag[],
  context: MarkdownContext,
  line: number,
  reading: MarkdownReading,
): void {
  const { formatting, paragraph } = context;
  const tag = readInlineHtml(value);
  if (tag.is === 'text') addText(reading.flow, reading.restore(value), formatting, line);
  else if (tag.is === 'comment')
    addText(reading.flow, reading.restore(tag.text), { ...formatting, dropped: '网页注释' }, line);
  else if (tag.is === 'close') {
    const at = open.findLastIndex(({ name }) => name === tag.element.tagName);
    if (at >= 0) open.splice(at);
  } else {
    const { tagName, properties } = tag.element;
    const { href, src, alt } = properties;
    if (tagName === 'br') addBreak(reading.flow, formatting, line);
    else if (tagName === 'img' && typeof src === 'string') {
      readImage(
        { url: src, alt: typeof alt === 'string' ? alt : '' },
        { formatting, paragraph: paragraph, depth: 0 },
        line,
        reading,
      );
    } else if (!/^(?:hr|wbr|input|embed|link|meta|source|track|param|base|col)$/u.test(tagName)) {
      const own: Formatting = {
        ...(isBold(tag.element) && { strong: true }),
        ...(/^(?:em|i)$/u.test(tagName) && { emphasis: true }),
        ...(/^(?:del|s|strike)$/u.test(tagName) && { strike: true }),
        ...(tagName === 'a' && typeof href === 'string' && linkFormatting(href, line, reading)),
        ...((isHidden(tag.element) || fontSizeOf(tag.element) === 0) && { dropped: '网页上看不见的文字' }),
        ...(NOT_TEXT.has(tagName) && { dropped: '网页程序' }),
      };
      open.push({ name: tagName, formatting: own });
    }
  }
}

function linkFormatting(href: string, line: number, { restore, warnings }: MarkdownReading): Formatting {
  const link = linkAddress(restore(href));
  if (link.kind === 'safe') return { link: link.address };
  if (link.kind === 'unsafe') {
    warnings.push({
      code: 'link-removed',
      message: '这个链接不是网址（可能是程序），只留了文字',
      quote: href.slice(0, 40),
      line,
    });
  }
  return {};
}

/** Reads a picture. Its title is its caption and becomes a paragraph below it. */
function readImage(
  { url, title, alt }: { url: string; title?: string | null | undefined; alt?: string | null | undefined },
  { formatting, paragraph }: MarkdownContext,
  line: number,
  { flow, restore, pictures, warnings }: MarkdownReading,
): void {
  const [altText, caption] = [restore(alt ?? ''), restore(title ?? '')];
  const taken = takePicture({ src: restore(url), alt: altText, line }, pictures);
  if (!('type' in taken)) {
    warnings.push(taken);
    for (const text of [altText, caption])
      addText(flow, text, { ...formatting, dropped: '没有导入的图片的说明' }, line);
  } else if (caption === '') addPicture(flow, taken, paragraph);
  else {
    closeParagraph(flow, paragraph);
    addBlock(flow, taken, paragraph);
    addText(flow, caption, formatting, line);
    closeParagraph(flow, { ...paragraph, centered: true });
  }
}

function lineOf(node: PhrasingContent, { linesBefore }: MarkdownReading): number {
  return (node.position?.start.line ?? 1) + linesBefore;
}
