import type { Draft } from '../draft.ts';
import { readBylineLine, readEditorLine, readSignature } from '#core/byline/byline-line.ts';
import { readCredit } from '../patterns/credit.ts';
import { readDateLine, readSourceLine } from '../patterns/source-line.ts';
import { readOrgLine, readTail } from '../patterns/signature-tail.ts';
import { isParagraph, bodyText, mark, textOf } from '../spans.ts';
import { moveToField, moveByline, moveSource } from './move-to-field.ts';

/** Maximum number of lines below the body: source, date, editor, signature. */
const MAX_LINES = 6;
/** The address of the original on a line by itself. */
const ADDRESS = /^<?(https?:\/\/[^\s<>]{4,500})>?$/u;

/** Reads the lines below the body, from the last upwards, then the names at the end of the last paragraph. */
export function readEnding(draft: Draft, captionOnly: boolean): void {
  const paragraphs = draft.blocks.filter(isParagraph).filter((block) => textOf(block) !== '');
  for (const block of paragraphs.slice(1).toReversed().slice(0, MAX_LINES)) {
    const text = textOf(block);
    const address = ADDRESS.exec(text)?.[1];
    const source = readSourceLine(text) ?? (address ? { url: address } : undefined);
    const date = readDateLine(text);
    const editor = readEditorLine(text);
    const org = readOrgLine(text);
    const people = readSignature(text) ?? readBylineLine(text);
    const credit = readCredit(text);
    if (source) moveSource(draft, block, source);
    else if (date && isAfterText(draft, block)) moveSource(draft, block, { date });
    else if (editor) {
      if (editor.editor) draft.editor = editor.editor;
      draft.printed.push(text);
      moveToField(block, 'printed');
    } else if (org !== undefined) {
      const [author] = draft.byline;
      if (draft.byline.length === 1 && author) author.org = org;
      draft.printed.push(text);
      moveToField(block, 'printed');
    } else if (credit && credit.caption === '' && credit.people.length > 0 && isAfterText(draft, block)) {
      moveByline(draft, block, credit.people);
      if (captionOnly) draft.genre = '图片新闻';
      draft.warnings.push({
        code: 'picture-missing',
        message: '有摄影者署名，没有找到图片：请补图片，或删去署名',
        quote: text,
        line: block.line,
      });
    } else if (people) {
      moveByline(draft, block, people);
    } else {
      readTailOf(draft, block);
      return;
    }
  }
}

/** Whether a credit or a date belongs to the article: below a picture it belongs to the picture. */
function isAfterText(draft: Draft, block: Draft['blocks'][number]): boolean {
  return draft.blocks[draft.blocks.indexOf(block) - 1]?.type !== 'picture';
}

function readTailOf(draft: Draft, block: Draft['blocks'][number]): void {
  if (!isParagraph(block)) return;
  const text = bodyText(block.spans);
  const tail = readTail(text);
  if (!tail) return;
  block.spans = mark(block.spans, [[tail.start, text.length]], { movedTo: 'byline' });
  draft.byline.push(...tail.people);
  draft.printed.push(`署名：${text.slice(tail.start).trim()}`);
}
