import type { Block, Manuscript, Span } from '../manuscript.ts';

const TEMPLATE = '模板代码';
/** A Liquid tag: on one line, at most 300 characters. */
const TAG = /\{%[^\n]{0,300}?%\}|\{\{[^\n]{0,300}?\}\}/gu;
/** Placeholder: a tag's number between two Unicode noncharacters, which do not occur in text. */
const [OPEN, CLOSE] = ['\uFDE0', '\uFDE1'];
const STAND_IN = /\uFDE0(\d+)\uFDE1/gu;

/**
 * Replaces Liquid tags (`{% … %}`, `{{ … }}`) with placeholders, so that Markdown does not parse them.
 * @returns the text to parse, and a function that restores the tags in a manuscript as dropped text
 */
export function hideLiquidTags(text: string): { text: string; restore: (manuscript: Manuscript) => void } {
  if (text.includes(OPEN) || text.includes(CLOSE)) return { text, restore: () => {} };
  const tags: string[] = [];
  const hidden = text.replace(TAG, (tag) => {
    tags.push(tag);
    return `${OPEN}${tags.length - 1}${CLOSE}`;
  });
  const tagOf = (_: string, index: string) => tags[Number(index)] ?? '';
  const expand = (span: Span): Span[] => {
    const { link, ...rest } = span;
    const plain = link?.includes(OPEN) ? rest : span;
    if (!plain.text.includes(OPEN)) return [plain];
    if (plain.dropped !== undefined) return [{ ...plain, text: plain.text.replace(STAND_IN, tagOf) }];
    return plain.text.split(STAND_IN).flatMap((part, index): Span[] => {
      if (index % 2 === 1) return [{ text: tagOf('', part), dropped: TEMPLATE }];
      return part === '' ? [] : [{ ...plain, text: part }];
    });
  };
  return {
    text: hidden,
    restore: (manuscript) => {
      for (const block of manuscript.blocks) restoreIn(block, expand);
      for (const spans of [...manuscript.notes.values()].flat()) replaceSpans(spans, expand);
      replaceSpans(manuscript.nonBodyText, expand);
      for (const warning of manuscript.warnings) {
        if (warning.quote) warning.quote = warning.quote.replace(STAND_IN, tagOf);
      }
    },
  };
}

function restoreIn(block: Block, expand: (span: Span) => Span[]): void {
  if (block.type === 'picture') {
    const name = block.name.replace(STAND_IN, '');
    block.name = name === block.name ? name : name.replace(/^\/+/u, '');
    block.alt = block.alt.replace(STAND_IN, '');
  } else if (block.type === 'paragraph') replaceSpans(block.spans, expand);
  else for (const spans of block.rows.flat(2)) replaceSpans(spans, expand);
}

function replaceSpans(spans: Span[], expand: (span: Span) => Span[]): void {
  spans.splice(0, spans.length, ...spans.flatMap(expand));
}
