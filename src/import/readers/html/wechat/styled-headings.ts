import type { Element, Nodes } from 'hast';
import { BLOCKS } from '../block-elements.ts';
import { NOT_TEXT } from '../not-text.ts';
import { isBold } from '../element-style.ts';
import { allText, childrenOf } from '../page-reading.ts';
import { colourOf, fontSizeOf } from '../element-style.ts';

/** Type of a text: size in pixels, colour, weight. */
interface Type {
  size: number;
  colour: string;
  bold: boolean;
}

/** A block without blocks in it, with the type of most of its characters. */
interface Line extends Type {
  element: Element;
  text: string;
}

const DEFAULT: Type = { size: 16, colour: '', bold: false };
/** Maximum length of a heading, in characters. */
const MAX_HEADING_LENGTH = 30;
/** Pixels by which a heading is larger than the text. */
const MIN_LARGER = 2;
/** More headings in a row are a poem or a list of slogans. */
const MAX_RUN = 2;
const NOT_HEADING = /[。！；，、：…”」]$|[。；]|^[▲△▼“]|^[问答][：:]|^[^：:｜|]{1,4}[：:｜|].{1,5}$|^\d+$/u;

/**
 * Finds headings by their type: short lines in larger type than the text, or bold in another colour.
 * @returns their depth, from 2: the largest first
 */
export function findStyledHeadings(content: Element): Map<Element, number> {
  const lines: Line[] = [];
  collect(content, DEFAULT, lines);
  const base = commonType(lines);
  const isHeading = (line: Line) =>
    [...line.text].length <= MAX_HEADING_LENGTH &&
    /\p{Script=Han}|[A-Za-z]/u.test(line.text) &&
    !NOT_HEADING.test(line.text) &&
    (line.size >= base.size + MIN_LARGER ||
      (line.bold && !base.bold && line.colour !== base.colour && line.size >= base.size));
  const runs: Line[][] = [[]];
  for (const line of lines) {
    if (isHeading(line)) runs.at(-1)?.push(line);
    else if (!/^\d{1,2}$/u.test(line.text)) runs.push([]);
  }
  const found = runs.filter((run) => run.length <= MAX_RUN).flat();
  const sizes = found.map(({ size }) => size).toSorted((a, b) => b - a);
  const ranks = sizes.filter((size, index) => index === 0 || (sizes[index - 1] ?? 0) - size >= MIN_LARGER);
  return new Map(
    found.map(({ element, size }) => [element, Math.min(1 + ranks.filter((rank) => rank >= size).length, 4)]),
  );
}

/** Collects the blocks without blocks in them. */
function collect(element: Element, around: Type, lines: Line[]): void {
  const type = typeOf(element, around);
  if (childrenOf(element).some(containsBlock)) {
    for (const child of childrenOf(element)) if (!NOT_TEXT.has(child.tagName)) collect(child, type, lines);
    return;
  }
  const text = allText(element).replace(/\s+/gu, ' ').trim();
  if (text === '' || !BLOCKS.has(element.tagName)) return;
  const counts = new Map<string, { type: Type; count: number }>();
  count(element, around, counts);
  const [most] = [...counts.values()].toSorted((a, b) => b.count - a.count);
  lines.push({ element, text, ...(most?.type ?? type) });
}

function containsBlock(element: Element): boolean {
  return BLOCKS.has(element.tagName) || childrenOf(element).some(containsBlock);
}

function count(node: Nodes, around: Type, counts: Map<string, { type: Type; count: number }>): void {
  if (node.type === 'text') {
    const key = `${around.size} ${around.colour} ${around.bold}`;
    const known = counts.get(key) ?? { type: around, count: 0 };
    known.count += node.value.trim().length;
    counts.set(key, known);
  } else if (node.type === 'element' && !NOT_TEXT.has(node.tagName)) {
    const type = typeOf(node, around);
    for (const child of node.children) count(child, type, counts);
  }
}

function typeOf(element: Element, around: Type): Type {
  const size = fontSizeOf(element, around.size);
  return {
    size: size === undefined || size === 0 ? around.size : size,
    colour: colourOf(element) ?? around.colour,
    bold: around.bold || isBold(element),
  };
}

/** The type of most characters in lines that are sentences. */
function commonType(lines: Line[]): Type {
  const counts = new Map<string, { type: Type; count: number }>();
  for (const { text, size, colour, bold } of lines) {
    if (!/[。！？；”]$/u.test(text)) continue;
    const key = `${size} ${colour} ${bold}`;
    const known = counts.get(key) ?? { type: { size, colour, bold }, count: 0 };
    known.count += text.length;
    counts.set(key, known);
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count)[0]?.type ?? DEFAULT;
}
