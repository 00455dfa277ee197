import type { Block, Paragraph, PictureBlock, Span } from '../../manuscript.ts';
import { isInBody } from '../../spans.ts';
import type { AnchoredPicture } from './docx-reading.ts';

/** A paragraph with a longer line is prose, not verse, an address or a title in two lines. */
const MIN_PROSE_LENGTH = 40;
/** A shorter line without final punctuation is a title, a byline or a heading. */
const MAX_HEADING_LENGTH = 30;
/** Verse has shorter lines than this. */
const MIN_WRAPPED_LENGTH = 18;
const MIN_FULL_SHARE = 0.7;
/** Characters by which a full line may be shorter than the longest. */
const SLACK = 3;
const CLOSED = /[。！？…：:；!?]["”’』」）)】]*$/u;
const INDENTED = /^(?:\u3000|[ \u00A0]{2})/u;

/** A line of a paragraph, and the pictures anchored in it. */
interface Line {
  spans: Span[];
  text: string;
  pictures: PictureBlock[];
}

export interface SplitParagraph {
  blocks: Block[];
  /** Whether a sentence that was broken was joined. */
  isJoined: boolean;
}

/**
 * Splits a paragraph at its soft returns (Shift+Enter) where they stand for paragraphs: before an indent, at
 * an empty line, and in prose after a sentence or a short line. Joins a sentence that a return breaks.
 * Verse, addresses and titles keep their lines.
 * @param pictures anchored in the paragraph, with the number of returns before each
 */
export function splitAtSoftReturns(paragraph: Paragraph, pictures: AnchoredPicture[]): SplitParagraph {
  const lines = linesOf(paragraph.spans);
  for (const { picture, returns } of pictures) {
    lines[Math.min(returns, lines.length - 1)]?.pictures.push(picture);
  }
  const after = lines.flatMap((line) => line.pictures);
  if (lines.length === 1) return { blocks: [paragraph, ...after], isJoined: false };
  const setting = settingOf(lines.map(({ text }) => text.trim()).filter((text) => text !== ''));
  const isProse = setting.kind !== 'verse';
  const blocks: Block[] = [];
  let isJoined = false;
  let current: Paragraph | undefined;
  let pending: PictureBlock[] = [];
  let gap = paragraph.gap ?? 0;
  const close = () => {
    if (current) blocks.push(current);
    blocks.push(...pending);
    current = undefined;
    pending = [];
  };
  lines.forEach(({ spans, text, pictures: own }, index) => {
    const before = lines[index - 1];
    if (text.trim() === '' && spans.every(({ note }) => note === undefined)) {
      close();
      if (spans.some(({ text: each }) => each.trim() !== '')) blocks.push({ ...paragraph, spans });
      blocks.push(...own);
      gap += index > 0 ? 1 : 0;
      return;
    }
    const isNew = !current || !before || INDENTED.test(text) || endsParagraph(before.text.trim(), setting);
    if (isNew || !current) {
      close();
      const { level, gap: _, item, ...rest } = paragraph;
      const isFirst = blocks.every(({ type }) => type !== 'paragraph');
      current = {
        ...(isFirst || !isProse
          ? { ...rest, ...(level !== undefined && { level }), ...(item && { item }) }
          : rest),
        spans,
        ...(gap > 0 && { gap }),
      };
      gap = 0;
    } else if (isProse) {
      isJoined = true;
      current.spans.push(...spans);
    } else current.spans.push({ text: '\n' }, ...spans);
    pending.push(...own);
  });
  close();
  return { blocks, isJoined };
}

/** How the lines of a paragraph were typed. */
interface Setting {
  kind: 'verse' | 'prose' | 'wrapped';
  /** Characters of the longest line. */
  longest: number;
}

/** Lines are prose if one is long or all end sentences; a program wrapped them if most are equally long. */
function settingOf(lines: string[]): Setting {
  const longest = Math.max(0, ...lines.map(({ length }) => length));
  const areSentences = lines.every((line) => CLOSED.test(line));
  const full = lines.slice(0, -1).filter(({ length }) => length >= longest - SLACK).length;
  const isWrapped = full >= 2 && full >= (lines.length - 1) * MIN_FULL_SHARE && !areSentences;
  if (longest < MIN_WRAPPED_LENGTH) return { kind: 'verse', longest };
  if (isWrapped) return { kind: 'wrapped', longest };
  return { kind: areSentences || longest > MIN_PROSE_LENGTH ? 'prose' : 'verse', longest };
}

/** Whether a line is the last of its paragraph. */
function endsParagraph(text: string, { kind, longest }: Setting): boolean {
  if (kind === 'wrapped') return text.length < longest - SLACK;
  return kind === 'prose' && (CLOSED.test(text) || text.length <= MAX_HEADING_LENGTH);
}

function linesOf(spans: Span[]): Line[] {
  const lines: Line[] = [{ spans: [], text: '', pictures: [] }];
  for (const span of spans) {
    const isWhole = span.was !== undefined || span.note !== undefined || span.dropped !== undefined;
    const texts = isWhole ? [span.text] : span.text.split('\n');
    texts.forEach((text, index) => {
      if (index > 0) lines.push({ spans: [], text: '', pictures: [] });
      const line = lines.at(-1);
      if (!line || (text === '' && !isWhole)) return;
      line.spans.push(isWhole ? span : { ...span, text });
      if (isInBody(span)) line.text += text;
    });
  }
  return lines;
}
