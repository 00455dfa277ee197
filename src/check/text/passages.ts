import type { Image, Nodes, PhrasingContent, Root } from 'mdast';
import { LineCounter } from 'yaml';
import type { SourcePosition } from '#core/yaml-source.ts';
import { OBJECT_REPLACEMENT, type Passage, type PassageKind } from '../text-rule.ts';
import { SourceText } from './source-text.ts';

/**
 * The passages of a body, in order, as readers will see them.
 * @param tree the parsed body, not changed by plugins, since the positions of its nodes are needed
 * @param firstLine line of the file on which the body begins
 */
export function passagesOf(tree: Root, body: string, firstLine: number): Passage[] {
  const lines = lineCounterOf(body);
  const place = (offset: number): SourcePosition => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const passages: Passage[] = [];
  const add = (kind: PassageKind, node: Nodes & { children: PhrasingContent[] }, block: number): void => {
    const source = new SourceText(body, node.position?.end.offset ?? body.length);
    for (const child of node.children) addInline(child, source);
    const bold = node.children.length > 0 && node.children.every(isBold);
    const passage = passageOf(kind, source, block, bold, place);
    if (passage) passages.push(passage);
    for (const image of imagesOf(node)) passages.push(...captionsOf(image, body, block, place));
  };
  tree.children.forEach((node, block) => {
    walk(node, 'paragraph', (found, kind) => add(kind, found, block));
  });
  return passages;
}

/** The lines of a body as they are typed, without code. */
export function sourceLines(tree: Root, body: string, firstLine: number): Passage[] {
  const code = tree.children.filter(({ type }) => type === 'code');
  return body.split('\n').flatMap((text, index) => {
    const line = index + 1;
    const isCode = code.some(
      ({ position }) => position && position.start.line <= line && line <= position.end.line,
    );
    const place = (at: number): SourcePosition => ({ line: line + firstLine - 1, column: at + 1 });
    return isCode ? [] : [{ kind: 'paragraph' as const, text, block: index, bold: false, place }];
  });
}

type Visit = (node: Nodes & { children: PhrasingContent[] }, kind: PassageKind) => void;

const KIND_WITHIN: Partial<Record<Nodes['type'], PassageKind>> = {
  listItem: 'item',
  blockquote: 'quote',
  footnoteDefinition: 'note',
};

function walk(node: Nodes, kind: PassageKind, visit: Visit): void {
  if (node.type === 'paragraph') visit(node, kind);
  else if (node.type === 'heading') visit(node, 'heading');
  else if (node.type === 'tableCell') visit(node, 'cell');
  else if ('children' in node)
    for (const child of node.children) walk(child, KIND_WITHIN[node.type] ?? kind, visit);
}

function addInline(node: PhrasingContent, source: SourceText): void {
  const start = node.position?.start.offset;
  if (node.type === 'text') source.add(node.value, start);
  else if (node.type === 'break') source.addCharacter('\n', start);
  else if (node.type === 'footnoteReference') return;
  else if ('children' in node) {
    if (start !== undefined) source.skipTo(start);
    for (const child of node.children) addInline(child, source);
  } else source.addCharacter(OBJECT_REPLACEMENT, start);
}

function isBold(node: PhrasingContent): boolean {
  return node.type === 'strong' || (node.type === 'text' && /^[\s。：:]*$/u.test(node.value));
}

function imagesOf(node: Nodes): Image[] {
  if (node.type === 'image') return [node];
  return 'children' in node ? node.children.flatMap(imagesOf) : [];
}

/** The printed texts of `![alt](src "title")`. */
function captionsOf(
  image: Image,
  body: string,
  block: number,
  place: (offset: number) => SourcePosition,
): Passage[] {
  const start = image.position?.start.offset ?? 0;
  const end = image.position?.end.offset ?? body.length;
  const texts = [
    { kind: 'alt' as const, value: image.alt ?? '', from: start + 2 },
    {
      kind: 'caption' as const,
      value: image.title ?? '',
      from: body.lastIndexOf((image.title ?? '').slice(0, 8), end),
    },
  ];
  return texts.flatMap(({ kind, value, from }) => {
    const source = new SourceText(body, end);
    source.add(value, Math.max(from, start));
    return passageOf(kind, source, block, false, place) ?? [];
  });
}

function passageOf(
  kind: PassageKind,
  source: SourceText,
  block: number,
  bold: boolean,
  place: (offset: number) => SourcePosition,
): Passage | undefined {
  const { text, offsets } = source.trimmed();
  if (text === '') return undefined;
  const last = offsets.length - 1;
  const at = (index: number) => place(offsets[Math.min(index, last)] ?? 0);
  const editable = kind !== 'alt' && kind !== 'caption';
  return { kind, text, block, bold, place: at, ...(editable && { offsets }) };
}

/** Converts offsets of a text into positions. */
function lineCounterOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  return lines;
}
