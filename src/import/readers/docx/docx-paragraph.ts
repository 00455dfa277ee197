import { canon, type Paragraph, type Span } from '../../manuscript.ts';
import type { Walk } from './docx-inline.ts';
import type { Mark } from './numbering.ts';
import { ADDED, DROPPED, type Flow, type Line, type Reading, warn } from './docx-reading.ts';
import { headingLevel, type Style } from './styles.ts';
import { attributeOf, childOf, childrenOf, numberOf, switchOf, valOf, type XmlElement } from './xml.ts';

/** Styles of generated tables of contents and of figures. */
const CONTENTS = /^(?:toc|table of figures|目录|图表目录)/u;

/**
 * Reads a paragraph to the end of a flow. Empty ones count as the gap of the next.
 * @param content of the paragraph; it may also be text that stands outside of paragraphs
 */
export function readParagraph(
  content: XmlElement[],
  properties: XmlElement | undefined,
  flow: Flow,
  walk: Walk,
  reading: Reading,
  dropped: string | undefined,
): void {
  reading.line += 1;
  const styleId = valOf(properties, 'pStyle');
  const style = reading.styles.paragraph(styleId);
  const markProperties = childOf(properties, 'rPr');
  const isMarkDeleted = Boolean(childOf(markProperties, 'del') ?? childOf(markProperties, 'moveFrom'));
  const isContents = style.names.some((name) => CONTENTS.test(name));
  const isCounted =
    !isMarkDeleted && !isContents && dropped === undefined && !switchOf(markProperties, 'vanish');
  const mark = isCounted ? reading.numbering.next(properties, style, styleId) : undefined;
  const line = lineOf(properties, style, mark, reading.line);
  const look = line.paragraph.level === undefined ? style.look : { ...style.look, bold: undefined };
  walk(content, line, { look, dropped: dropped ?? (isContents ? DROPPED.contents : undefined) });
  reading.fields.settle();
  warnOf(line, reading);
  finish(line, flow, mark, reading);
  const dropCap = attributeOf(childOf(properties, 'framePr'), 'dropCap') ?? 'none';
  const runsOn = isMarkDeleted || dropCap !== 'none';
  if (!runsOn || line.anchored.length > 0) settle(flow);
  flow.blocks.push(...line.anchored);
  if (childOf(properties, 'sectPr') || line.breakAfter) flow.gap = Math.max(flow.gap, 1);
}

function lineOf(
  properties: XmlElement | undefined,
  style: Style,
  mark: Mark | undefined,
  number: number,
): Line {
  const alignment = valOf(properties, 'jc');
  const outline = numberOf(properties, 'outlineLvl');
  const level = outline === undefined ? style.level : headingLevel(outline);
  const centered = alignment === undefined ? style.centered : alignment === 'center';
  const isItem = mark?.type === 'bullet' && level === undefined;
  const paragraph: Paragraph = {
    type: 'paragraph',
    spans: [],
    line: number,
    ...(level !== undefined && { level }),
    ...(centered && { centered }),
    ...(isItem && { item: { ordered: false, depth: mark.depth } }),
  };
  const breakBefore = switchOf(properties, 'pageBreakBefore') ?? false;
  return {
    paragraph,
    anchored: [],
    sizes: new Map(),
    inserted: '',
    formula: '',
    hasText: false,
    breakBefore,
    breakAfter: false,
  };
}

/** Adds what was read to the flow: as a paragraph, as the end of one that runs on, or as a gap. */
function finish(line: Line, flow: Flow, mark: Mark | undefined, reading: Reading): void {
  const { paragraph, sizes, anchored, breakBefore } = line;
  const spans = withoutEdges(paragraph.spans);
  const joined = flow.joined;
  if (spans.every(({ text, note }) => note === undefined && canon(text) === '')) {
    if (anchored.length === 0 && !joined) flow.gap += 1;
    return;
  }
  if (mark?.type === 'number' && mark.text !== '') {
    const isStrong = spans.find(({ dropped, text }) => dropped === undefined && text.trim() !== '')?.strong;
    spans.unshift({ text: mark.text, ...(isStrong && { strong: isStrong }), added: ADDED.number });
    if (mark.unknownFormat !== undefined) {
      warn(reading, 'numbering', '自动编号的写法不认识，写成了数字，请核对', paragraph.line, mark.text);
    }
  }
  const [size] = [...sizes].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  if (joined) {
    joined.spans.push(...spans);
    flow.joined = { ...paragraph, line: joined.line, gap: joined.gap, spans: joined.spans };
  } else {
    const gap = Math.max(flow.gap, breakBefore ? 1 : 0);
    flow.joined = { ...paragraph, spans, ...(gap > 0 && { gap }) };
    flow.gap = 0;
  }
  if (size !== undefined) flow.joined.size = size;
}

/** Ends the paragraph that would run on into the next. */
export function settle(flow: Flow): void {
  if (flow.joined) flow.blocks.push(flow.joined);
  flow.joined = undefined;
}

/** Without line breaks at the ends. */
function withoutEdges(spans: Span[]): Span[] {
  const out = spans.map((span) => ({ ...span }));
  const first = out[0];
  if (first && first.was === undefined) first.text = first.text.replace(/^\n+/u, '');
  const last = out.at(-1);
  if (last && last.was === undefined) last.text = last.text.replace(/\n+$/u, '');
  return out.filter(({ text, note }) => text !== '' || note !== undefined);
}

/** What the editor has to look at in a paragraph. */
function warnOf({ paragraph: { spans, line }, inserted, formula }: Line, reading: Reading): void {
  const droppedFor = (...reasons: string[]) =>
    spans
      .filter(({ dropped }) => dropped !== undefined && reasons.includes(dropped))
      .map(({ text }) => text)
      .join('')
      .trim();
  const hidden = droppedFor(DROPPED.hidden);
  if (hidden !== '') warn(reading, 'hidden-text', '隐藏文字没有收，请核对', line, hidden);
  const deleted = droppedFor(DROPPED.deleted, DROPPED.moved);
  if (deleted !== '') {
    warn(reading, 'tracked-changes', '修订还没有定稿：删去的文字没有收，请核对', line, deleted);
  }
  if (inserted.trim() !== '') {
    warn(reading, 'tracked-changes', '修订还没有定稿：加进的文字收下了，请核对', line, inserted);
  }
  if (formula.trim() !== '') {
    warn(reading, 'formula', '有公式，只收了其中的文字，分式、根号、上下标等请对照原稿', line, formula);
  }
}

/** The content and the properties of `w:p`. */
export function partsOf(paragraph: XmlElement): { content: XmlElement[]; properties?: XmlElement } {
  return { content: childrenOf(paragraph), properties: childOf(paragraph, 'pPr') };
}
