import type {
  BlockContent,
  DefinitionContent,
  List,
  Paragraph as MdastParagraph,
  PhrasingContent,
  Root,
  RootContent,
  Strong,
} from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Info, type State, toMarkdown } from 'mdast-util-to-markdown';
import type { Draft } from './draft.ts';
import type { Block, Paragraph, PictureBlock, Span, Table } from './manuscript.ts';
import { isInBody, bodyText } from './spans.ts';

/** White space and punctuation that are not included in emphasis: `**一是优化**。` */
const OUTSIDE_BOLD = /^[\s，。；：、]+|[\s，。；：、]+$/gu;

/**
 * Writes a draft's body as Markdown without HTML. The site's Markdown pipeline renders the same text.
 * @param pictureFile returns the file name of a picture, or undefined if it was not imported
 * @param plain omits bold, italics and strikethrough
 */
export function markdownOf(
  draft: Draft,
  pictureFile: (name: string) => string | undefined,
  plain = false,
): string {
  const numbers = new Map<string, string>();
  const number = (id: string): string => {
    const known = numbers.get(id) ?? String(numbers.size + 1);
    numbers.set(id, known);
    return known;
  };
  const writer: Writer = { plain, number, pictureFile, captions: draft.captions };
  const children = groupBlocks(draft.blocks, writer);
  const notes = [...numbers].flatMap(([id, label]): RootContent[] => {
    const paragraphs = (draft.notes.get(id) ?? []).map((spans) => paragraphOf(spans, writer));
    return [{ type: 'footnoteDefinition', identifier: label, label, children: paragraphs }];
  });
  const root: Root = { type: 'root', children: [...children, ...notes] };
  return toMarkdown(root, {
    bullet: '-',
    emphasis: '*',
    fences: true,
    rule: '-',
    extensions: [gfmToMarkdown()],
    handlers: { strong: attention('**'), emphasis: attention('*') },
  });
}

interface Writer {
  plain: boolean;
  number(noteId: string): string;
  pictureFile(name: string): string | undefined;
  captions: Draft['captions'];
}

/** Writes emphasis without encoding its edges: the site's parser also closes emphasis next to Chinese punctuation. */
function attention(sign: string) {
  return (node: Strong, _: unknown, state: State, info: Info): string => {
    const exit = state.enter('strong');
    const tracker = state.createTracker(info);
    const open = tracker.move(sign);
    const between = tracker.move(
      state.containerPhrasing(node, { ...tracker.current(), before: open, after: sign[0] ?? '*' }),
    );
    exit();
    return open + between + sign;
  };
}

/** Converts blocks to mdast; consecutive list items and quoted paragraphs are merged. */
function groupBlocks(blocks: Block[], writer: Writer): RootContent[] {
  const out: RootContent[] = [];
  for (const block of blocks) {
    if (block.type === 'picture') out.push(...pictureOf(block, writer));
    else if (block.type === 'table') out.push(...tableOf(block, writer));
    else if (hasText(block.spans)) addParagraph(out, block, writer);
  }
  return out;
}

function addParagraph(out: RootContent[], block: Paragraph, writer: Writer): void {
  const paragraph = paragraphOf(block.spans, writer);
  const last = out.at(-1);
  if (block.level !== undefined) {
    const depth = Math.min(Math.max(block.level, 2), 4) as 2 | 3 | 4;
    const children = phrasing(
      block.spans.map((span) => ({ ...span, text: span.text.replaceAll('\n', ' ') })),
      writer,
      true,
    );
    out.push({ type: 'heading', depth, children });
  } else if (block.item) {
    const { ordered, depth, number } = block.item;
    const isSame = last?.type === 'list' && (depth > 1 || Boolean(last.ordered) === ordered);
    const list: List = isSame
      ? last
      : { type: 'list', ordered, spread: false, children: [], ...(ordered && { start: number ?? 1 }) };
    if (!isSame) out.push(list);
    listAt(list, depth, ordered, number).children.push({
      type: 'listItem',
      spread: false,
      children: [paragraph],
    });
  } else if (block.quoted) {
    if (last?.type === 'blockquote') last.children.push(paragraph);
    else out.push({ type: 'blockquote', children: [paragraph] });
  } else out.push(paragraph);
}

/** The list at a depth: nested in the last item of `list`, created if missing. */
function listAt(list: List, depth: number, ordered: boolean, number: number | undefined): List {
  const item = list.children.at(-1);
  if (depth <= 1 || !item) return list;
  const inner = item.children.at(-1);
  if (inner?.type === 'list') return listAt(inner, depth - 1, ordered, number);
  const made: List = {
    type: 'list',
    ordered,
    spread: false,
    children: [],
    ...(ordered && { start: number ?? 1 }),
  };
  item.children.push(made as BlockContent & DefinitionContent);
  return listAt(made, depth - 1, ordered, number);
}

function pictureOf({ name, alt }: PictureBlock, { pictureFile, captions }: Writer): RootContent[] {
  const file = pictureFile(name);
  if (file === undefined) return [];
  const { caption = '', credit = '' } = captions.get(name) ?? {};
  const title = credit ? `${caption}｜${credit}` : caption;
  return [
    {
      type: 'paragraph',
      children: [{ type: 'image', url: `./images/${file}`, alt: alt || caption, title: title || null }],
    },
  ];
}

function tableOf({ rows }: Table, writer: Writer): RootContent[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns === 0) return [];
  return [
    {
      type: 'table',
      children: rows.map((row) => ({
        type: 'tableRow',
        children: Array.from({ length: columns }, (_, index) => ({
          type: 'tableCell',
          children: phrasing(
            (row[index] ?? [])
              .flatMap((spans, at) => (at > 0 ? [{ text: ' ' }, ...spans] : spans))
              .map((span) => ({ ...span, text: span.text.replaceAll('\n', ' ') })),
            writer,
          ),
        })),
      })),
    },
  ];
}

function paragraphOf(spans: Span[], writer: Writer): MdastParagraph {
  return { type: 'paragraph', children: phrasing(spans, writer) };
}

/** A paragraph's text with its formatting, trimmed. */
function phrasing(spans: Span[], writer: Writer, heading = false): PhrasingContent[] {
  const live = trimmed(spans.filter(isInBody));
  const plain = writer.plain || (heading && live.every(({ strong, note }) => strong || note !== undefined));
  const out: PhrasingContent[] = [];
  for (const span of merged(live, plain)) {
    if (span.note !== undefined) {
      const label = writer.number(span.note);
      out.push({ type: 'footnoteReference', identifier: label, label });
    } else out.push(...withFormatting(span));
  }
  return out;
}

/** Merges neighbouring spans with the same formatting; `plain` removes the formatting first. */
function merged(spans: Span[], plain: boolean): Span[] {
  const out: Span[] = [];
  for (const { text, strong, emphasis, strike, link, note } of spans) {
    const looks = plain
      ? {}
      : { ...(strong && { strong }), ...(emphasis && { emphasis }), ...(strike && { strike }) };
    const span: Span = {
      text,
      ...looks,
      ...(link !== undefined && { link }),
      ...(note !== undefined && { note }),
    };
    const last = out.at(-1);
    const isSame =
      last &&
      note === undefined &&
      last.note === undefined &&
      last.strong === span.strong &&
      last.emphasis === span.emphasis &&
      last.strike === span.strike &&
      last.link === span.link;
    if (isSame) last.text += text;
    else out.push(span);
  }
  return out.filter(({ text, note }) => text !== '' || note !== undefined);
}

function withFormatting(span: Span): PhrasingContent[] {
  const { text, strong, emphasis, strike, link } = span;
  const bare = strong || emphasis || strike ? text.replace(OUTSIDE_BOLD, '') : text;
  if (bare === '') return lines(text);
  const start = text.indexOf(bare);
  let nodes = lines(bare);
  if (strike) nodes = [{ type: 'delete', children: nodes }];
  if (emphasis) nodes = [{ type: 'emphasis', children: nodes }];
  if (strong) nodes = [{ type: 'strong', children: nodes }];
  if (link !== undefined) nodes = [{ type: 'link', url: link, children: nodes as never }];
  return [...lines(text.slice(0, start)), ...nodes, ...lines(text.slice(start + bare.length))];
}

/** Text nodes with `break` nodes between lines. */
function lines(text: string): PhrasingContent[] {
  return text.split('\n').flatMap((line, index): PhrasingContent[] => {
    const value = line.replace(index > 0 ? /^[\s\u3000]+/u : /^$/u, '');
    const own: PhrasingContent[] = value === '' ? [] : [{ type: 'text', value }];
    return index === 0 ? own : [{ type: 'break' }, ...own];
  });
}

function trimmed(spans: Span[]): Span[] {
  const out = spans.map((span) => ({ ...span }));
  const ends: [Span[], RegExp][] = [
    [out, /^[\s\u3000]+/u],
    [out.toReversed(), /[\s\u3000]+$/u],
  ];
  for (const [order, white] of ends) {
    for (const span of order) {
      if (span.note !== undefined) break;
      span.text = span.text.replace(white, '');
      if (span.text !== '') break;
    }
  }
  return out;
}

function hasText(spans: Span[]): boolean {
  return bodyText(spans).trim() !== '' || spans.some((span) => isInBody(span) && span.note !== undefined);
}
