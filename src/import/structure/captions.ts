import type { Draft } from '../draft.ts';
import { readCredit } from '../patterns/credit.ts';
import type { Block, Span } from '../manuscript.ts';
import { isParagraph, markAll, textOf } from '../spans.ts';

/** How captions begin in newspapers and reports. */
const CAPTION =
  /^(?:[▲△▼▽↑↓◀►■]\s*)?(?:[上下左右①②③④]?图(?:为|片[为：:]|\s?\d+(?:[-－.]\d+)*(?:[：:、．.]|\s))|这是)|^[▲△▼▽↑↓]/u;
/** Maximum length of a caption, in code units: longer paragraphs are text. */
const MAX_CAPTION_LENGTH = 150;
/** A longer centred line below a picture is not its caption. */
const MAX_CENTERED_LENGTH = 60;

/** Moves the lines below pictures to their captions. */
export function findCaptions(blocks: Block[]): Pick<Draft, 'blocks' | 'captions'> {
  const captions: Draft['captions'] = new Map();
  const out = blocks.map((block, index) => {
    const picture = blocks[index - 1];
    if (picture?.type !== 'picture' || !isParagraph(block) || block.level !== undefined) return block;
    const caption = captionOf(textOf(block), block.centered === true);
    if (!caption) return block;
    captions.set(picture.name, caption);
    return { ...block, spans: markAll(block.spans, { movedTo: 'caption' }) };
  });
  return { blocks: out, captions };
}

/** Moves the captions of pictures that were not imported back into the body. */
export function restoreCaptions(blocks: Block[], isImported: (name: string) => boolean): Block[] {
  return blocks.map((block, index) => {
    const picture = blocks[index - 1];
    if (picture?.type !== 'picture' || isImported(picture.name) || !isParagraph(block)) return block;
    return { ...block, spans: block.spans.map(withoutCaptionMark) };
  });
}

function withoutCaptionMark({ movedTo, ...span }: Span): Span {
  return movedTo === undefined || movedTo === 'caption' ? span : { ...span, movedTo: movedTo };
}

/** The caption and the credit in a line below a picture; undefined if it is body text. */
export function captionOf(text: string, centred: boolean): { caption: string; credit: string } | undefined {
  if (text === '' || text.length > MAX_CAPTION_LENGTH) return undefined;
  const read = readCredit(text);
  if (read) {
    // As printed, with pointers and brackets.
    const credit = text.lastIndexOf(read.credit);
    const start = /[（(【[]\s*$/u.exec(text.slice(0, credit))?.index ?? credit;
    return { caption: text.slice(0, start).trim(), credit: text.slice(start).trim() };
  }
  const plain =
    CAPTION.test(text) || (centred && [...text].length <= MAX_CENTERED_LENGTH && !/。.+。/u.test(text));
  return plain ? { caption: text, credit: '' } : undefined;
}
