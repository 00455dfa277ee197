import type { Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Finding } from '#core/diagnostic.ts';
import {
  controlCharacter,
  controlCharacterFinding,
  controlCharacterLines,
} from '#core/text/control-character.ts';
import { findPersonalNumbers, type NumberKind } from '#core/text/personal-number.ts';
import { decodeAddress } from '#core/text/decode-address.ts';

/** A part of a body that appears on a page, as text or in an attribute. */
export interface PrintedText {
  text: string;
  /** Whether the text rules of the check apply to it. */
  isText: boolean;
  /** Lines of the file. */
  line: number;
  endLine: number;
}

/** A personal number in a body. */
export interface BodyNumber extends Omit<PrintedText, 'text'> {
  kind: NumberKind;
  number: string;
}

/**
 * The texts that a node itself adds to a page. The text inside emphasis and links belongs to their paragraph.
 * @param firstLine line of the file on which the body begins
 */
export function printedTexts(node: Nodes, firstLine: number): PrintedText[] {
  const { start, end } = node.position ?? {};
  const line = (start?.line ?? 1) + firstLine - 1;
  const printed = (text: string | null | undefined, isText = false): PrintedText[] =>
    text ? [{ text, isText, line, endLine: (end?.line ?? 1) + firstLine - 1 }] : [];
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      return printed(plainText(node, { includeImageAlt: false }), true);
    case 'inlineCode':
    case 'code':
    case 'html':
      return printed(node.value);
    case 'link':
    case 'definition':
      return [node.url, decodeAddress(node.url), node.title].flatMap((text) => printed(text));
    case 'image':
      return [...printed(node.url), ...printed(node.alt, true), ...printed(node.title, true)];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return node.attributes.flatMap(({ value }) => (typeof value === 'string' ? printed(value) : []));
    default:
      return [];
  }
}

export function personalNumbersIn(printed: readonly PrintedText[]): BodyNumber[] {
  return printed.flatMap(({ text, ...place }) =>
    findPersonalNumbers(text).map(({ kind, number }) => ({ kind, number, ...place })),
  );
}

/** Finds control characters, both literal and written as entities; one finding per line. */
export function controlCharacters(
  printed: readonly PrintedText[],
  body: string,
  firstLine: number,
): Finding[] {
  const typed = controlCharacterLines(body).map(({ name, line }) => ({ name, line: line + firstLine }));
  const asEntities = printed.flatMap(({ text, line, endLine }) => {
    const name = controlCharacter(text);
    const isReported = typed.some((each) => line <= each.line && each.line <= endLine);
    return name === undefined || isReported ? [] : [{ name, line }];
  });
  const byLine = new Map([...asEntities, ...typed].map((each) => [each.line, each]));
  return [...byLine.values()].map(({ name, line }) => controlCharacterFinding(name, line));
}
