import type { Element, Nodes } from 'hast';
import { linkAddress } from '../link-address.ts';
import { takePicture } from '../take-picture.ts';
import { scriptFigures } from '../superscript.ts';
import { addBreak, addPicture, addReplaced, addText, close } from '../paragraph-flow.ts';
import { BLOCKS } from './block-elements.ts';
import { NOT_TEXT } from './not-text.ts';
import { allText, type Context, lineOf, OUTSIDE, type PageReading } from './page-reading.ts';
import { isBold, isCentered, isHidden } from './element-style.ts';
import { HIDDEN, isDataTable, readTable } from './html-table.ts';

const CODE = '网页程序';
const COMMENT = '网页注释';

/** Reads a node of a page into paragraphs, tables and pictures; all its text lands in spans. */
export function walk(node: Nodes, context: Context, reading: PageReading): void {
  if (node.type === 'text') readWords(node.value, lineOf(node, reading), context, reading);
  else if (node.type === 'comment') leaveOut(node, node.value, COMMENT, context, reading);
  else if (node.type === 'root') walkInto(node, context, reading);
  else if (node.type === 'element') {
    if (NOT_TEXT.has(node.tagName)) leaveOut(node, allText(node), CODE, context, reading);
    else readElement(node, isHidden(node) ? looking(context, { dropped: HIDDEN }) : context, reading);
  }
}

function walkInto(node: Nodes, context: Context, reading: PageReading): void {
  if ('children' in node) for (const child of node.children) walk(child, context, reading);
}

function readWords(text: string, line: number, { look, place }: Context, { flow }: PageReading): void {
  const lead = text.length - text.trimStart().length;
  // White space at a paragraph's beginning is none of its lines.
  if (flow.spans.length > 0 || lead < text.length || place.verbatim) {
    const lines = flow.spans.length === 0 ? text.slice(0, lead).split('\n').length - 1 : 0;
    addText(flow, text, look, line + lines);
  }
}

function leaveOut(node: Nodes, text: string, dropped: string, context: Context, reading: PageReading): void {
  if (reading.keepsCode) addText(reading.flow, text, { ...context.look, dropped }, lineOf(node, reading));
}

function readElement(element: Element, context: Context, reading: PageReading): void {
  const { flow } = reading;
  const { tagName } = element;
  if (element === reading.main || BLOCKS.has(tagName)) readBlock(element, context, reading);
  else if (tagName === 'br') addBreak(flow, context.look, lineOf(element, reading));
  else if (tagName === 'img') readPicture(element, context, reading);
  else if (tagName === 'sup' || tagName === 'sub') readScript(element, tagName, context, reading);
  else if (tagName === 'a') walkInto(element, linked(element, context, reading), reading);
  else if (isBold(element)) walkInto(element, looking(context, { strong: true }), reading);
  else if (/^(?:em|i)$/u.test(tagName)) walkInto(element, looking(context, { emphasis: true }), reading);
  else if (/^(?:del|s|strike)$/u.test(tagName))
    walkInto(element, looking(context, { strike: true }), reading);
  else walkInto(element, context, reading);
}

function readBlock(element: Element, around: Context, reading: PageReading): void {
  const { flow } = reading;
  const { tagName, properties } = element;
  const context = { ...around, place: { ...around.place } };
  const { place } = context;
  close(flow, around.place);
  if (element === reading.main) place.outside = undefined;
  else if (tagName === 'nav' || tagName === 'footer') {
    context.look = { ...around.look, dropped: OUTSIDE };
  }
  if (isCentered(element)) place.centered = true;
  if (tagName === 'blockquote') place.quoted = true;
  if (tagName === 'pre') place.verbatim = true;
  if (/^h[1-6]$/u.test(tagName)) place.level = Number(tagName[1]);
  if (/^(?:ul|ol|menu|dir)$/u.test(tagName)) {
    const depth = (around.list?.depth ?? 0) + 1;
    context.list = { ordered: tagName === 'ol', depth, next: whole(properties.start) ?? 1 };
  }
  if (tagName === 'li') {
    const list = around.list ?? { ordered: false, depth: 1, next: 1 };
    const number = whole(properties.value) ?? list.next;
    list.next = number + 1;
    const { ordered, depth } = list;
    place.marker = { item: { ordered, depth, ...(ordered && { number }) } };
  }
  const isTable = tagName === 'table' && !place.outside && context.look.dropped === undefined;
  if (isTable && isDataTable(element, reading)) readTable(element, context, reading, walkInto);
  else walkInto(element, context, reading);
  const isEmpty = !close(flow, place) && tagName === 'p';
  if (isEmpty) flow.gap += 1;
}

function readPicture(element: Element, { look, place }: Context, reading: PageReading): void {
  const { properties } = element;
  if (look.dropped !== undefined) return;
  const src = [properties.src, properties.dataSrc, properties.dataOriginal].find(
    (each) => typeof each === 'string' && each.trim() !== '',
  );
  if (src === undefined) return;
  const alt = typeof properties.alt === 'string' ? properties.alt.trim() : '';
  const taken = takePicture({ src: String(src), alt, line: lineOf(element, reading) }, reading.pictures);
  if ('type' in taken) addPicture(reading.flow, taken, place);
  else reading.warnings.push({ warning: taken, outside: place.outside === true });
}

/** m² and CO₂; other text that is set high or low stands as text. */
function readScript(element: Element, kind: 'sup' | 'sub', context: Context, reading: PageReading): void {
  const text = element.children.every(({ type }) => type === 'text') ? allText(element) : '';
  const figures = scriptFigures(text.trim(), kind);
  if (figures === undefined) walkInto(element, context, reading);
  else addReplaced(reading.flow, figures, text, context.look, lineOf(element, reading));
}

function linked(element: Element, context: Context, reading: PageReading): Context {
  const { href } = element.properties;
  if (typeof href !== 'string') return context;
  const link = linkAddress(href);
  if (link.is === 'safe') return looking(context, { link: link.address });
  if (link.is === 'unsafe' && context.look.dropped === undefined) {
    const warning = {
      code: 'link-removed',
      message: '这个链接不是网址（可能是程序），只留了文字',
      quote: allText(element).trim().slice(0, 40),
      line: lineOf(element, reading),
    };
    reading.warnings.push({ warning, outside: context.place.outside === true });
  }
  return context;
}

function looking(context: Context, look: Context['look']): Context {
  return { ...context, look: { ...context.look, ...look } };
}

function whole(value: unknown): number | undefined {
  const number = Number(value);
  return value !== undefined && value !== null && Number.isInteger(number) && number >= 0 && number < 1e9
    ? number
    : undefined;
}
