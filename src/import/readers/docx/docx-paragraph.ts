import { withoutWhitespace, type Paragraph, type Span } from '../../manuscript.ts';
import type { Walk } from './docx-inline.ts';
import type { NumberingMark } from './numbering.ts';
import { splitAtSoftReturns } from './soft-returns.ts';
import {
  ADDED,
  type AnchoredPicture,
  DROPPED,
  type DocxFlow,
  type ParagraphBuilder,
  type DocxReading,
  warn,
} from './docx-reading.ts';
import { headingLevel, type Style } from './styles.ts';
import { attributeOf, childOf, childrenOf, numberOf, switchOf, valOf, type XmlElement } from './xml.ts';

/** Styles of generated tables of contents and tables of figures. */
const CONTENTS = /^(?:toc|table of figures|目录|图表目录)/u;

/**
 * Reads a paragraph and appends it to a flow. An empty paragraph counts as a gap before the next one.
 * @param content of the paragraph, or inline elements outside any paragraph
 */
export function readParagraph(
  content: XmlElement[],
  properties: XmlElement | undefined,
  flow: DocxFlow,
  walk: Walk,
  reading: DocxReading,
  dropped: string | undefined,
): void {
  reading.line += 1;
  const styleId = valOf(properties, 'pStyle');
  const style = reading.styles.paragraph(styleId);
  const markProperties = childOf(properties, 'rPr');
  const isMarkDeleted = Boolean(childOf(markProperties, 'del') ?? childOf(markProperties, 'moveFrom'));
  const isContents =
    style.names.some((name) => CONTENTS.test(name)) || isContentsEntry(content, reading.fields.isContents());
  const isCounted =
    !isMarkDeleted && !isContents && dropped === undefined && !switchOf(markProperties, 'vanish');
  const mark = isCounted ? reading.numbering.next(properties, style, styleId) : undefined;
  const builder = createBuilder(properties, style, mark, reading.line);
  const formatting =
    builder.paragraph.level === undefined ? style.formatting : { ...style.formatting, bold: undefined };
  walk(content, builder, { formatting, dropped: dropped ?? (isContents ? DROPPED.contents : undefined) });
  reading.fields.closeCodes();
  addWarnings(builder, reading);
  addToFlow(builder, flow, mark, reading);
  const dropCap = attributeOf(childOf(properties, 'framePr'), 'dropCap') ?? 'none';
  // A style separator hides the paragraph mark: the text runs on.
  const runsOn = isMarkDeleted || dropCap !== 'none' || switchOf(markProperties, 'specVanish') === true;
  const lead = /^\n*/u.exec(builder.paragraph.spans[0]?.text ?? '')?.[0].length ?? 0;
  const pictures = builder.pictures.map((each) => ({ ...each, returns: Math.max(0, each.returns - lead) }));
  if (!runsOn || builder.anchored.length > 0 || pictures.length > 0) closeRunOn(flow, reading, pictures);
  flow.blocks.push(...builder.anchored);
  if (childOf(properties, 'sectPr') || builder.breakAfter) flow.gap = Math.max(flow.gap, 1);
}

/** Whether a paragraph is an entry of a table of contents: a link into the file, or a page number at its end. */
function isContentsEntry(content: XmlElement[], inContents: boolean): boolean {
  const text = content.map((each) => each.text).join('');
  return (inContents || /(?:^|\s)TOC\s+\\/u.test(text)) && /_Toc\d|PAGEREF|\d\s*$/u.test(text);
}

function createBuilder(
  properties: XmlElement | undefined,
  style: Style,
  mark: NumberingMark | undefined,
  number: number,
): ParagraphBuilder {
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
    pictures: [],
    sizes: new Map(),
    inserted: '',
    formula: '',
    hasText: false,
    breakBefore,
    breakAfter: false,
  };
}

/** Adds the paragraph to the flow: as a new paragraph, appended to one that runs on, or as a gap if empty. */
function addToFlow(
  builder: ParagraphBuilder,
  flow: DocxFlow,
  mark: NumberingMark | undefined,
  reading: DocxReading,
): void {
  const { paragraph, sizes, anchored, pictures, breakBefore } = builder;
  const spans = withoutEdges(paragraph.spans);
  const previous = flow.runOn;
  if (spans.every(({ text, note }) => note === undefined && withoutWhitespace(text) === '')) {
    if (anchored.length === 0 && pictures.length === 0 && !previous) flow.gap += 1;
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
  if (previous) {
    previous.spans.push(...spans);
    flow.runOn = { ...paragraph, line: previous.line, gap: previous.gap, spans: previous.spans };
  } else {
    const gap = Math.max(flow.gap, breakBefore ? 1 : 0);
    flow.runOn = { ...paragraph, spans, ...(gap > 0 && { gap }) };
    flow.gap = 0;
  }
  if (size !== undefined) flow.runOn.size = size;
}

/**
 * Ends the paragraph that would continue in the next one.
 * @param pictures anchored in it
 */
export function closeRunOn(flow: DocxFlow, reading: DocxReading, pictures: AnchoredPicture[] = []): void {
  const { runOn } = flow;
  flow.runOn = undefined;
  if (!runOn) {
    flow.blocks.push(...pictures.map(({ picture }) => picture));
    return;
  }
  const { blocks, isJoined } = splitAtSoftReturns(runOn, pictures);
  flow.blocks.push(...blocks);
  if (isJoined) {
    warn(reading, 'lines-joined', '一句话中间有换行（Shift+回车），已经接上，请核对分段', runOn.line);
  }
}

/** Removes line breaks at both ends. */
function withoutEdges(spans: Span[]): Span[] {
  const out = spans.map((span) => ({ ...span }));
  const first = out[0];
  if (first && first.was === undefined) first.text = first.text.replace(/^\n+/u, '');
  const last = out.at(-1);
  if (last && last.was === undefined) last.text = last.text.replace(/\n+$/u, '');
  return out.filter(({ text, note }) => text !== '' || note !== undefined);
}

/** Adds warnings about hidden text, tracked changes and formulas in a paragraph. */
function addWarnings(
  { paragraph: { spans, line }, inserted, formula }: ParagraphBuilder,
  reading: DocxReading,
): void {
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
    warn(reading, 'formula', '有公式，写成了一行字，分式、根号、上下标等请对照原稿', line, formula);
  }
}

/** The content and the properties of `w:p`. */
export function partsOf(paragraph: XmlElement): { content: XmlElement[]; properties?: XmlElement } {
  return { content: childrenOf(paragraph), properties: childOf(paragraph, 'pPr') };
}
