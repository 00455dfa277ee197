import type { Code, List, Nodes, RootContent, Table } from 'mdast';
import type { Paragraph, Span } from '../../manuscript.ts';
import {
  addBlock,
  addText,
  closeParagraph,
  createFlow,
  type ParagraphProperties,
} from '../paragraph-flow.ts';
import { readHtmlFragment } from '../read-html.ts';
import { readPhrasing } from './phrasing.ts';
import { type MarkdownContext, type MarkdownReading, sourceOf } from './markdown-reading.ts';

/** Reads blocks of Markdown into paragraphs, tables and pictures. */
export function readBlocks(nodes: RootContent[], context: MarkdownContext, reading: MarkdownReading): void {
  for (const node of nodes) readBlock(node, context, reading);
}

function readBlock(node: RootContent, context: MarkdownContext, reading: MarkdownReading): void {
  const { flow } = reading;
  const { paragraph } = context;
  switch (node.type) {
    case 'paragraph':
      readParagraph(paragraph, () => readPhrasing(node.children, context, reading), reading);
      break;
    case 'heading': {
      const heading = { ...paragraph, level: node.depth };
      readParagraph(
        heading,
        () => readPhrasing(node.children, { ...context, paragraph: heading }, reading),
        reading,
      );
      break;
    }
    case 'code':
      readParagraph({ ...paragraph, verbatim: true }, () => readCode(node, reading), reading);
      break;
    case 'blockquote':
      readBlocks(node.children, { ...context, paragraph: { ...paragraph, quoted: true } }, reading);
      break;
    case 'list':
      readList(node, context, reading);
      break;
    case 'table':
      readTable(node, paragraph, reading);
      break;
    case 'definition':
      if (reading.definitions.get(node.identifier) === node) break;
      readParagraph(
        paragraph,
        () => addText(flow, sourceOf(node, reading), {}, lineOf(node, reading)),
        reading,
      );
      break;
    case 'html':
      readHtml(node.value, lineOf(node, reading), paragraph, reading);
  }
}

function readParagraph(paragraph: ParagraphProperties, read: () => void, { flow }: MarkdownReading): void {
  read();
  closeParagraph(flow, paragraph);
}

/** Reads a code block. Its lines are text; the name of its language is dropped. */
function readCode(node: Code, reading: MarkdownReading): void {
  const { flow, restore } = reading;
  const line = lineOf(node, reading);
  const language = [node.lang, node.meta].filter(Boolean).join(' ');
  if (language !== '') addText(flow, `${restore(language)}\n`, { dropped: '代码的语言' }, line);
  addText(flow, restore(node.value), {}, line);
}

function readList(
  { ordered, start, children }: List,
  context: MarkdownContext,
  reading: MarkdownReading,
): void {
  const depth = context.depth + 1;
  children.forEach((item, index) => {
    const number = (start ?? 1) + index;
    const marker = { item: { ordered: ordered === true, depth, ...(ordered && { number }) } };
    readBlocks(item.children, { ...context, depth, paragraph: { ...context.paragraph, marker } }, reading);
  });
}

function readTable(node: Table, paragraph: ParagraphProperties, reading: MarkdownReading): void {
  const pictures = createFlow();
  const rows = node.children.map(({ children }) =>
    children.map((cell): Span[][] => {
      const flow = createFlow();
      readPhrasing(cell.children, { formatting: {}, paragraph: {}, depth: 0 }, { ...reading, flow });
      closeParagraph(flow, {});
      pictures.blocks.push(...flow.blocks.filter(({ type }) => type === 'picture'));
      return flow.blocks
        .filter((block): block is Paragraph => block.type === 'paragraph')
        .map(({ spans }) => spans);
    }),
  );
  addBlock(reading.flow, { type: 'table', line: lineOf(node, reading), rows }, paragraph);
  for (const picture of pictures.blocks) addBlock(reading.flow, picture, paragraph);
}

function readHtml(
  html: string,
  line: number,
  paragraph: ParagraphProperties,
  reading: MarkdownReading,
): void {
  const { blocks, warnings } = readHtmlFragment(reading.restore(html), line, reading.pictures);
  reading.warnings.push(...warnings);
  for (const block of blocks) {
    addBlock(
      reading.flow,
      block.type === 'paragraph' && paragraph.quoted ? { ...block, quoted: true } : block,
      paragraph,
    );
  }
}

function lineOf(node: Nodes, { linesBefore }: MarkdownReading): number {
  return (node.position?.start.line ?? 1) + linesBefore;
}
