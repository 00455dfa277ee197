import type { Element, Nodes } from 'hast';
import { linkAddress } from '../link-address.ts';
import { pictureSource, takePicture } from '../take-picture.ts';
import { scriptFigures } from '../superscript.ts';
import { addBreak, addPicture, addReplaced, addText, closeParagraph } from '../paragraph-flow.ts';
import { BLOCKS } from './block-elements.ts';
import { NOT_TEXT } from './not-text.ts';
import { allText, type HtmlContext, lineOf, AROUND_ARTICLE, type PageReading } from './page-reading.ts';
import { fontSizeOf, isBold, isCentered, isHidden } from './element-style.ts';
import { HIDDEN, isDataTable, isIndexTable, readTable } from './html-table.ts';

const CODE = '网页程序';
const COMMENT = '网页注释';
/** Descriptions that programs put in place of one. */
const NO_ALT = /^(?:图片|image|img|photo)$/iu;

/** Reads a node into paragraphs, tables and pictures. Every character of its text goes into a span. */
export function walk(node: Nodes, context: HtmlContext, reading: PageReading): void {
  if (node.type === 'text') readText(node.value, lineOf(node, reading), context, reading);
  else if (node.type === 'comment') addDropped(node, node.value, COMMENT, context, reading);
  else if (node.type === 'root') walkInto(node, context, reading);
  else if (node.type === 'element') {
    if (NOT_TEXT.has(node.tagName)) addDropped(node, allText(node), CODE, context, reading);
    else readElement(node, contextOf(node, context, reading), reading);
  }
}

/** The context inside an element: whether its text is dropped. */
function contextOf(element: Element, around: HtmlContext, reading: PageReading): HtmlContext {
  if (reading.kept.has(element)) {
    const { fontless: _, ...rest } = around;
    return withFormatting(rest, { dropped: undefined });
  }
  const reason = reading.dropped.get(element) ?? (isHidden(element) ? HIDDEN : undefined);
  const context = reason === undefined ? around : withFormatting(around, { dropped: reason });
  const size = fontSizeOf(element);
  if (size === 0 && context.formatting.dropped === undefined)
    return { ...withFormatting(context, { dropped: HIDDEN }), fontless: true };
  if (size === undefined || size === 0 || !context.fontless || reason !== undefined) return context;
  const { fontless: _, ...rest } = context;
  return withFormatting(rest, { dropped: undefined });
}

function walkInto(node: Nodes, context: HtmlContext, reading: PageReading): void {
  if ('children' in node) for (const child of node.children) walk(child, context, reading);
}

function readText(
  text: string,
  line: number,
  { formatting, paragraph }: HtmlContext,
  { flow }: PageReading,
): void {
  const lead = text.length - text.trimStart().length;
  // Lines of leading white space do not count for the paragraph's line number.
  if (flow.spans.length > 0 || lead < text.length || paragraph.verbatim) {
    const lines = flow.spans.length === 0 ? text.slice(0, lead).split('\n').length - 1 : 0;
    addText(flow, text, formatting, line + lines);
  }
}

function addDropped(
  node: Nodes,
  text: string,
  dropped: string,
  context: HtmlContext,
  reading: PageReading,
): void {
  if (reading.keepsCode)
    addText(reading.flow, text, { ...context.formatting, dropped }, lineOf(node, reading));
}

function readElement(element: Element, context: HtmlContext, reading: PageReading): void {
  const { flow } = reading;
  const { tagName } = element;
  if (reading.kept.has(element) || element === reading.main || BLOCKS.has(tagName))
    readBlock(element, context, reading);
  else if (tagName === 'br') addBreak(flow, context.formatting, lineOf(element, reading));
  else if (tagName === 'img') readPicture(element, context, reading);
  else if (tagName === 'sup' || tagName === 'sub') readScript(element, tagName, context, reading);
  else if (tagName === 'a') walkInto(element, withLink(element, context, reading), reading);
  else if (isBold(element)) walkInto(element, withFormatting(context, { strong: true }), reading);
  else if (/^(?:em|i)$/u.test(tagName))
    walkInto(element, withFormatting(context, { emphasis: true }), reading);
  else if (/^(?:del|s|strike)$/u.test(tagName))
    walkInto(element, withFormatting(context, { strike: true }), reading);
  else walkInto(element, context, reading);
}

function readBlock(element: Element, around: HtmlContext, reading: PageReading): void {
  const { flow } = reading;
  const { tagName, properties } = element;
  const context = { ...around, paragraph: { ...around.paragraph } };
  const { paragraph } = context;
  closeParagraph(flow, around.paragraph);
  if (element === reading.main) paragraph.outside = undefined;
  else if ((tagName === 'nav' || tagName === 'footer') && context.formatting.dropped === undefined) {
    context.formatting = { ...around.formatting, dropped: AROUND_ARTICLE };
  }
  if (isCentered(element)) paragraph.centered = true;
  if (tagName === 'blockquote') paragraph.quoted = true;
  if (tagName === 'pre') paragraph.verbatim = true;
  if (/^h[1-6]$/u.test(tagName)) paragraph.level = Number(tagName[1]);
  const level = reading.headings.get(element);
  if (level !== undefined) paragraph.level = level;
  if (/^(?:ul|ol|menu|dir)$/u.test(tagName)) {
    const depth = (around.list?.depth ?? 0) + 1;
    context.list = { ordered: tagName === 'ol', depth, next: toWholeNumber(properties.start) ?? 1 };
  }
  if (tagName === 'li') {
    const list = around.list ?? { ordered: false, depth: 1, next: 1 };
    const number = toWholeNumber(properties.value) ?? list.next;
    list.next = number + 1;
    const { ordered, depth } = list;
    paragraph.marker = { item: { ordered, depth, ...(ordered && { number }) } };
  }
  const isKept = !paragraph.outside || isIndexTable(element);
  const isTable = tagName === 'table' && isKept && context.formatting.dropped === undefined;
  if (isTable && isDataTable(element, reading)) readTable(element, context, reading, walkInto);
  else walkInto(element, context, reading);
  const isEmpty = !closeParagraph(flow, paragraph) && tagName === 'p';
  if (isEmpty) flow.gap += 1;
}

function readPicture(
  element: Element,
  { formatting, fontless, paragraph }: HtmlContext,
  reading: PageReading,
): void {
  const { properties } = element;
  const isDropped = formatting.dropped !== undefined && !fontless;
  const src = isDropped ? undefined : pictureSource(properties);
  if (src === undefined) return;
  const alt = typeof properties.alt === 'string' ? properties.alt.trim() : '';
  const typed = { src, alt: NO_ALT.test(alt) ? '' : alt, line: lineOf(element, reading) };
  const taken = takePicture(typed, reading.pictures, reading.attached);
  if ('type' in taken) addPicture(reading.flow, taken, paragraph);
  else reading.warnings.push({ warning: taken, outside: paragraph.outside === true });
}

/** Converts m² and CO₂ to Unicode superscripts and subscripts; other text stays as it is. */
function readScript(element: Element, kind: 'sup' | 'sub', context: HtmlContext, reading: PageReading): void {
  const text = element.children.every(({ type }) => type === 'text') ? allText(element) : '';
  const figures = scriptFigures(text.trim(), kind);
  if (figures === undefined) walkInto(element, context, reading);
  else addReplaced(reading.flow, figures, text, context.formatting, lineOf(element, reading));
}

function withLink(element: Element, context: HtmlContext, reading: PageReading): HtmlContext {
  const { href } = element.properties;
  if (typeof href !== 'string') return context;
  const link = linkAddress(href);
  if (link.kind === 'safe') return withFormatting(context, { link: link.address });
  if (link.kind === 'unsafe' && context.formatting.dropped === undefined) {
    const warning = {
      code: 'link-removed',
      message: '这个链接不是网址（可能是程序），只留了文字',
      quote: allText(element).trim().slice(0, 40),
      line: lineOf(element, reading),
    };
    reading.warnings.push({ warning, outside: context.paragraph.outside === true });
  }
  return context;
}

function withFormatting(context: HtmlContext, formatting: HtmlContext['formatting']): HtmlContext {
  return { ...context, formatting: { ...context.formatting, ...formatting } };
}

function toWholeNumber(value: unknown): number | undefined {
  const number = Number(value);
  return value !== undefined && value !== null && Number.isInteger(number) && number >= 0 && number < 1e9
    ? number
    : undefined;
}
