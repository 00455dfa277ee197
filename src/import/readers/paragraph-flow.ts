import type { Block, Paragraph, PictureBlock, Span } from '../manuscript.ts';
import { append, type Formatting, trimSpans } from './span-list.ts';

/** Placeholder for `<br>` until the paragraph is closed. */
const BREAK = '\u2028';
/** Two line breaks, or one before an indent, separate paragraphs. */
const PARTS = /\u2028(?:[ \t\n\u00A0\u3000]*\u2028)+|\u2028(?=[ \t\n]*[\u00A0\u3000]{2})/gu;
const EACH_BREAK = /\u2028[ \t\n\u00A0\u3000\u2028]*/gu;
const SENTENCE_END = /[。！？…][”’）」』》]*$/u;
/** A longer line is prose, not verse. */
const MIN_PROSE_LENGTH = 30;
/**
 * Between two of these characters, white space with a line break is a space. Unlike
 * `#core/text/needs-space.ts`, Greek and Cyrillic are not included: manuscripts imported before would
 * otherwise read differently.
 */
const LATIN = /[!-~\p{Script=Latin}\p{Nd}]/u;

/** Properties of a paragraph that the elements around it define. */
export interface ParagraphProperties {
  level?: number;
  quoted?: true;
  centered?: true;
  /** Keep line breaks and spaces. */
  verbatim?: true;
  /** Outside a page's main content. */
  outside?: true;
  /** The list item that the next paragraph starts; cleared by that paragraph. */
  marker?: { item?: Paragraph['item'] };
}

/** Finished blocks and the open paragraph. */
export interface Flow {
  blocks: Block[];
  /** Blocks outside a page's main content. */
  outside: Set<Block>;
  spans: Span[];
  line: number;
  /** Pictures inside the open paragraph; they follow it. */
  pendingPictures: PictureBlock[];
  gap: number;
}

export function createFlow(): Flow {
  return { blocks: [], outside: new Set(), spans: [], line: 1, pendingPictures: [], gap: 0 };
}

export function addText(flow: Flow, text: string, formatting: Formatting, line: number): void {
  if (flow.spans.length === 0) flow.line = line;
  append(flow.spans, { text, ...formatting });
}

/** Adds a footnote reference. */
export function addNote(flow: Flow, note: string, line: number): void {
  if (flow.spans.length === 0) flow.line = line;
  append(flow.spans, { text: '', note });
}

/** Adds text that replaces other text of the input. */
export function addReplaced(
  flow: Flow,
  text: string,
  was: string,
  formatting: Formatting,
  line: number,
): void {
  if (flow.spans.length === 0) flow.line = line;
  append(flow.spans, { text, was, ...formatting });
}

export function addBreak(flow: Flow, formatting: Formatting, line: number): void {
  addText(flow, BREAK, formatting, line);
}

/** Adds a picture: before the open paragraph if that has no text yet, else after it. */
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
 * @returns whether it had text or pictures
 */
export function closeParagraph(flow: Flow, properties: ParagraphProperties): boolean {
  const parts = properties.verbatim ? splitAtLines(flow.spans) : splitAtBreaks(flow.spans);
  const { line, pendingPictures } = flow;
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

/** Whether the lines between breaks are paragraphs of prose: each ends a sentence, and one is long. */
function areSentences(text: string): boolean {
  const lines = text
    .split(BREAK)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (
    lines.length > 1 &&
    lines.every((line) => SENTENCE_END.test(line)) &&
    lines.some((line) => line.length > MIN_PROSE_LENGTH)
  );
}

function splitAtBreaks(spans: Span[]): Span[][] {
  const whole = spans.map(({ text }) => text).join('');
  const breaks = [...whole.matchAll(areSentences(whole) ? EACH_BREAK : PARTS)].map(
    ({ index, 0: found }) => [index, index + found.length] as const,
  );
  return breaks.length === 0 ? [spans] : cutSpans(spans, breaks);
}

function splitAtLines(spans: Span[]): Span[][] {
  const whole = spans.map(({ text }) => text).join('');
  const breaks = [...whole.matchAll(/[\n\u2028]/gu)].map(({ index }) => [index, index + 1] as const);
  return cutSpans(spans, breaks);
}

/** Cuts spans at ranges of white space between paragraphs, and removes these. */
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

/** Collapses white space like a browser; removes it at line breaks in Chinese text. */
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
