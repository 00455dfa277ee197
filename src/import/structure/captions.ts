import type { Draft } from '../draft.ts';
import { readCredit } from '../patterns/credit.ts';
import type { Block, Span } from '../manuscript.ts';
import { isParagraph, markAll, textOf } from '../spans.ts';

/** How captions begin in papers and reports. */
const CAPTION =
  /^(?:[▲△▼▽↑↓◀►■]\s*)?(?:[上下左右①②③④]?图(?:为|片[为：:]|\s?\d+(?:[-－.]\d+)*(?:[：:、．.]|\s))|这是)|^[▲△▼▽↑↓]/u;
const LONGEST_CAPTION = 150;
/** A centred line below a picture is its caption where it is no longer than this. */
const LONGEST_CENTRED = 60;

/** Lifts the lines below pictures into their captions. */
export function findCaptions(blocks: Block[]): Pick<Draft, 'blocks' | 'captions'> {
  const captions: Draft['captions'] = new Map();
  const out = blocks.map((block, index) => {
    const picture = blocks[index - 1];
    if (picture?.type !== 'picture' || !isParagraph(block)) return block;
    const caption = captionOf(textOf(block), block.centered === true);
    if (!caption) return block;
    captions.set(picture.name, caption);
    return { ...block, spans: markAll(block.spans, { movedTo: 'caption' }) };
  });
  return { blocks: out, captions };
}

/** Puts the captions of pictures that could not be kept back into the text. */
export function restoreCaptions(blocks: Block[], isImported: (name: string) => boolean): Block[] {
  return blocks.map((block, index) => {
    const picture = blocks[index - 1];
    if (picture?.type !== 'picture' || isImported(picture.name) || !isParagraph(block)) return block;
    return { ...block, spans: block.spans.map(withoutCaptionMark) };
  });
}

function withoutCaptionMark({ movedTo: movedTo, ...span }: Span): Span {
  return movedTo === undefined || movedTo === 'caption' ? span : { ...span, movedTo: movedTo };
}

function captionOf(text: string, centred: boolean): { caption: string; credit: string } | undefined {
  if (text === '' || text.length > LONGEST_CAPTION) return undefined;
  const read = readCredit(text);
  if (read) {
    // All as printed, with marks and brackets.
    const credit = text.lastIndexOf(read.credit);
    const start = /[（(【[]\s*$/u.exec(text.slice(0, credit))?.index ?? credit;
    return { caption: text.slice(0, start).trim(), credit: text.slice(start).trim() };
  }
  const plain =
    CAPTION.test(text) || (centred && [...text].length <= LONGEST_CENTRED && !/。.+。/u.test(text));
  return plain ? { caption: text, credit: '' } : undefined;
}
