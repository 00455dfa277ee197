import type { Block, Manuscript, PictureBlock, Span } from '../manuscript.ts';
import { readLiquidTag } from './liquid-tags.ts';

/**
 * Template code: a Liquid tag, on one line, at most 300 characters; attributes and options of kramdown, and
 * its table of contents with the list item that it replaces.
 */
const TAG =
  /\{::comment\}[^{}]{0,3000}\{:\/(?:comment)?\}|^[*+-][ \t]+[^\n]{1,40}\n\{:toc[^\n{}]{0,60}\}|\{%[^\n]{0,300}?%\}|\{\{(?=[^\n\p{Script=Han}]{0,300}?(?:\}\}|["'|]))[^\n]{0,300}?\}\}|\{::?[^\n{}]{0,300}\}|(?<=^#{1,6}[ \t][^\n]{0,200})\{#[A-Za-z][\w-]{0,80}\}(?=[ \t]*$)|^\[toc\][ \t]*$/gimu;
/** Placeholder: a tag's number between two Unicode noncharacters, which do not occur in text. */
const [OPEN, CLOSE] = ['\uFDE0', '\uFDE1'];
const STAND_IN = /\uFDE0(\d+)\uFDE1/gu;

/**
 * Replaces template code with placeholders, so that Markdown does not parse it.
 * @returns the text to parse, and a function that restores the code in a manuscript: as dropped text, or
 *   as the link or picture that it shows
 */
export function hideLiquidTags(text: string): { text: string; restore: (manuscript: Manuscript) => void } {
  if (text.includes(OPEN) || text.includes(CLOSE)) return { text, restore: () => {} };
  const tags: string[] = [];
  const hidden = text.replace(TAG, (tag) => {
    tags.push(tag);
    return `${OPEN}${tags.length - 1}${CLOSE}${'\n'.repeat(tag.split('\n').length - 1)}`;
  });
  const tagOf = (_: string, index: string) => tags[Number(index)] ?? '';
  const expand = (span: Span, line: number, pictures: PictureBlock[]): Span[] => {
    const { link, ...rest } = span;
    const plain = link?.includes(OPEN) ? rest : span;
    if (!plain.text.includes(OPEN)) return [plain];
    if (plain.dropped !== undefined) return [{ ...plain, text: plain.text.replace(STAND_IN, tagOf) }];
    return plain.text.split(STAND_IN).flatMap((part, index): Span[] => {
      if (index % 2 === 0) return part === '' ? [] : [{ ...plain, text: part }];
      const shown = readLiquidTag(tagOf('', part), plain, line);
      pictures.push(...shown.pictures);
      return shown.spans;
    });
  };
  return {
    text: hidden,
    restore: (manuscript) => {
      manuscript.blocks = manuscript.blocks.flatMap((block) => restoreIn(block, expand));
      for (const spans of [...manuscript.notes.values()].flat()) replaceSpans(spans, 0, expand);
      replaceSpans(manuscript.nonBodyText, 0, expand);
      for (const warning of manuscript.warnings) {
        if (warning.quote) warning.quote = warning.quote.replace(STAND_IN, tagOf);
      }
    },
  };
}

type Expand = (span: Span, line: number, pictures: PictureBlock[]) => Span[];

/** @returns the block, followed by the pictures that its tags show */
function restoreIn(block: Block, expand: Expand): Block[] {
  if (block.type === 'picture') {
    const name = block.name.replace(STAND_IN, '');
    block.name = name === block.name ? name : name.replace(/^\/+/u, '');
    block.alt = block.alt.replace(STAND_IN, '');
    return [block];
  }
  if (block.type === 'paragraph') return [block, ...replaceSpans(block.spans, block.line, expand)];
  return [block, ...block.rows.flat(2).flatMap((spans) => replaceSpans(spans, block.line, expand))];
}

function replaceSpans(spans: Span[], line: number, expand: Expand): PictureBlock[] {
  const pictures: PictureBlock[] = [];
  spans.splice(0, spans.length, ...spans.flatMap((span) => expand(span, line, pictures)));
  return pictures;
}
