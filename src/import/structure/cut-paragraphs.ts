import type { Block, ImportWarning, Paragraph } from '../manuscript.ts';
import { isParagraph, textOf } from '../spans.ts';

/** Endings of complete paragraphs. */
const CLOSED = /[。！？”’）】》：:；…—!?.)]$/u;
/** A shorter paragraph may be a heading, a signature or a list line. */
const MIN_CUT_LENGTH = 30;
/** Shorter repetitions are usually fixed phrases. */
const MIN_REPEAT_LENGTH = 20;
const QUOTE_LENGTH = 12;

/** Contact lines end without punctuation. */
const CONTACT = /^(?:投稿|来稿|联系|地址|电话|邮箱|热线|传真|网址|邮编|咨询|编辑部)/u;

/** The blocks after joining, and a warning for each cut. */
export interface JoinResult {
  blocks: Block[];
  warnings: ImportWarning[];
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Joins a paragraph that was cut by a page or column break with the next one, if a dictionary word crosses
 * the cut (得到大｜幅提升). Warns about other cuts and suggests a continuation. Does not reorder blocks.
 */
export function joinCutParagraphs(blocks: Block[]): JoinResult {
  const out: Block[] = [];
  const warnings: ImportWarning[] = [];
  blocks.forEach((block, index) => {
    const before = out.at(-1);
    if (!isCut(before) || !isProse(block)) {
      if (isCut(before) && isParagraph(before) && index > 0) warnings.push(cutWarning(before, blocks, index));
      out.push(block);
      return;
    }
    if (/^[，。；、：！？）”]/u.test(textOf(block)) || wordCrosses(textOf(before), textOf(block))) {
      out[out.length - 1] = { ...before, spans: [...before.spans, ...block.spans] };
      warnings.push({
        code: 'paragraph-joined',
        message: '一句话被空行断开，已接成一段，请核对',
        quote: `${textOf(before).slice(-QUOTE_LENGTH)}｜${textOf(block).slice(0, QUOTE_LENGTH)}`,
        line: block.line,
      });
      return;
    }
    warnings.push(cutWarning(before, blocks, index));
    out.push(block);
  });
  const last = out.at(-1);
  if (isCut(last)) warnings.push(cutWarning(last, blocks, blocks.length));
  return { blocks: out, warnings };
}

/** Warns about text that occurs twice in an article: a sign that the page was read in the wrong order. */
export function findRepeatedRuns(blocks: Block[]): ImportWarning[] {
  const paragraphs = blocks.filter(isParagraph);
  const text = paragraphs.map(textOf).join('\n');
  const seen = new Map<string, number>();
  const warnings: ImportWarning[] = [];
  let at = 0;
  while (at + MIN_REPEAT_LENGTH <= text.length) {
    const piece = text.slice(at, at + MIN_REPEAT_LENGTH);
    const first = seen.get(piece);
    if (first === undefined || first + MIN_REPEAT_LENGTH > at || piece.includes('\n')) {
      if (first === undefined) seen.set(piece, at);
      at += 1;
      continue;
    }
    let length = MIN_REPEAT_LENGTH;
    while (
      first + length < at &&
      text[first + length] === text[at + length] &&
      text[at + length] !== '\n' &&
      at + length < text.length
    )
      length += 1;
    warnings.push({
      code: 'repeated-run',
      message: `这一段文字（${length}字）前面已经出现过，原稿可能排重或错行，请对照报纸删去一处`,
      quote: text.slice(at, at + Math.min(length, 40)),
      line: lineAt(paragraphs, at),
    });
    at += length;
  }
  return warnings;
}

function lineAt(paragraphs: Paragraph[], offset: number): number {
  let at = 0;
  for (const paragraph of paragraphs) {
    at += textOf(paragraph).length + 1;
    if (offset < at) return paragraph.line;
  }
  return paragraphs.at(-1)?.line ?? 1;
}

function isProse(block: Block | undefined): block is Paragraph {
  return (
    isParagraph(block) && block.level === undefined && !block.item && !block.verse && textOf(block) !== ''
  );
}

function isCut(block: Block | undefined): block is Paragraph {
  const text = textOf(block);
  return isProse(block) && text.length >= MIN_CUT_LENGTH && !CLOSED.test(text) && !CONTACT.test(text);
}

/** Whether a dictionary word spans the end of one text and the start of the next. */
function wordCrosses(before: string, after: string): boolean {
  const [head, tail] = [before.slice(-8), after.slice(0, 8)];
  for (const { index, segment, isWordLike } of segmenter.segment(head + tail)) {
    if (index < head.length && index + segment.length > head.length) {
      return isWordLike === true && /^\p{Script=Han}{2,4}$/u.test(segment);
    }
  }
  return false;
}

function cutWarning(block: Paragraph, all: Block[], next: number): ImportWarning {
  const end = textOf(block).slice(-QUOTE_LENGTH);
  const following = all
    .slice(next + 1)
    .find((each) => isProse(each) && wordCrosses(textOf(block), textOf(each)));
  const hint = following ? `，可能接第${following.line}行“${textOf(following).slice(0, QUOTE_LENGTH)}”` : '';
  return {
    code: 'paragraph-cut',
    message: `这一段没有写完就断了${hint}；文字没有改动，请对照报纸接好`,
    quote: end,
    line: block.line,
  };
}
