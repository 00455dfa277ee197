import type { Block, Paragraph, PictureBlock, Span } from '../manuscript.ts';
import { append, type Look, trimSpans } from './span-list.ts';

/** Stands for `<br>` until a paragraph is closed. */
const BREAK = '\u2028';
/** Two line breaks, or one with an indent after it, part paragraphs. */
const PARTS = /\u2028(?:[ \t\n\u00A0\u3000]*\u2028)+|\u2028(?=[ \t\n]*[\u00A0\u3000]{2})/gu;
/** Beside a character of these, white space with a line's end in it is a space. */
const LATIN = /[!-~\p{Script=Latin}\p{Nd}]/u;

/** What a paragraph is by the elements around it. */
export interface ParagraphProperties {
  level?: number;
  quoted?: true;
  centered?: true;
  /** Lines and spaces stand as they are. */
  verbatim?: true;
  /** It stands outside a page's main content. */
  outside?: true;
  /** The list item that the next paragraph begins; taken by it. */
  marker?: { item?: Paragraph['item'] };
}

/** Paragraphs in the making. */
export interface Flow {
  blocks: Block[];
  /** Blocks that stand outside a page's main content. */
  outside: Set<Block>;
  spans: Span[];
  line: number;
  /** Pictures that stand within the open paragraph. */
  pendingPictures: PictureBlock[];
  gap: number;
}

export function createFlow(): Flow {
  return { blocks: [], outside: new Set(), spans: [], line: 1, pendingPictures: [], gap: 0 };
}

export function addText(flow: Flow, text: string, look: Look, line: number): void {
  if (flow.spans.length === 0) flow.line = line;
  append(flow.spans, { text, ...look });
}

/** Adds the mark of a footnote. */
export function addNote(flow: Flow, note: string, line: number): void {
  if (flow.spans.length === 0) flow.line = line;
  append(flow.spans, { text: '', note });
}

/** Adds text in another form than it stands in the input. */
export function addReplaced(flow: Flow, text: string, was: string, look: Look, line: number): void {
  if (flow.spans.length === 0) flow.line = line;
  append(flow.spans, { text, was, ...look });
}

export function addBreak(flow: Flow, look: Look, line: number): void {
  addText(flow, BREAK, look, line);
}

/** Adds a picture: before the open paragraph where that has no text yet, else after it. */
export function addPicture(flow: Flow, picture: PictureBlock, properties: ParagraphProperties): void {
  if (flow.spans.some(({ text }) => text.trim() !== '')) flow.pendingPictures.push(picture);
  else addBlock(flow, picture, properties);
}

export function addBlock(flow: Flow, block: Block, { outside }: ParagraphProperties): void {
  flow.blocks.push(block);
  if (outside) flow.outside.add(block);
}

/**
 * Ends the open paragraph.
 * @returns whether there was any text in it
 */
export function closeParagraph(flow: Flow, properties: ParagraphProperties): boolean {
  const parts = properties.verbatim ? splitAtLines(flow.spans) : splitAtBreaks(flow.spans);
  const { line, pendingPictures: pendingPictures } = flow;
  Object.assign(flow, { spans: [], pendingPictures: [] });
  let found = false;
  for (const part of parts) {
    const spans = trimSpans(properties.verbatim ? part : collapseWhitespace(part));
    if (spans.length === 0) continue;
    found = true;
    const { level, quoted, centered, marker } = properties;
    const item = marker?.item;
    if (marker) marker.item = undefined;
    const paragraph: Paragraph = {
      type: 'paragraph',
      spans,
      line,
      ...(level !== undefined && { level }),
      ...(flow.gap > 0 && { gap: flow.gap }),
      ...(centered && { centered }),
      ...(item && { item }),
      ...(quoted && { quoted }),
    };
    flow.gap = 0;
    addBlock(flow, paragraph, properties);
  }
  for (const picture of pendingPictures) addBlock(flow, picture, properties);
  return found || pendingPictures.length > 0;
}

function splitAtBreaks(spans: Span[]): Span[][] {
  const whole = spans.map(({ text }) => text).join('');
  const breaks = [...whole.matchAll(PARTS)].map(
    ({ index, 0: found }) => [index, index + found.length] as const,
  );
  return breaks.length === 0 ? [spans] : cutSpans(spans, breaks);
}

function splitAtLines(spans: Span[]): Span[][] {
  const whole = spans.map(({ text }) => text).join('');
  const breaks = [...whole.matchAll(/[\n\u2028]/gu)].map(({ index }) => [index, index + 1] as const);
  return cutSpans(spans, breaks);
}

/** Cuts spans at white space between paragraphs, which goes. */
function cutSpans(spans: Span[], breaks: (readonly [start: number, end: number])[]): Span[][] {
  const parts: Span[][] = [[]];
  let at = 0;
  let next = 0;
  for (const span of spans) {
    const end = at + span.text.length;
    let from = at;
    for (let gap = breaks[next]; gap && gap[0] < end; gap = breaks[next]) {
      if (gap[0] > from) parts.at(-1)?.push({ ...span, text: span.text.slice(from - at, gap[0] - at) });
      if (gap[0] >= at) parts.push([]);
      from = Math.min(gap[1], end);
      if (gap[1] > end) break;
      next += 1;
    }
    if (from < end || span.text === '')
      parts.at(-1)?.push(from === at ? span : { ...span, text: span.text.slice(from - at) });
    at = end;
  }
  return parts;
}

/** White space as a browser shows it; at a line's end in Chinese text there is none. */
function collapseWhitespace(spans: Span[]): Span[] {
  let before = ' ';
  return spans.map((span) => {
    if (span.was !== undefined) {
      before = span.text.at(-1) ?? before;
      return span;
    }
    const text = span.text.replace(/[ \t\n\r\f\u00A0]+/gu, (space, index: number, whole: string) => {
      const left = index > 0 ? (whole[index - 1] ?? '') : before;
      const right = whole[index + space.length];
      if (left === ' ' || left === BREAK || right === BREAK) return '';
      const isChinese = !LATIN.test(left) || (right !== undefined && !LATIN.test(right));
      return space.includes('\n') && isChinese ? '' : ' ';
    });
    before = text.at(-1) ?? before;
    return { ...span, text: text.replaceAll(BREAK, '\n') };
  });
}
