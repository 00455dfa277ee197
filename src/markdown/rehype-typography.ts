import type { Element, ElementContent, Parents, Root, Text } from 'hast';
import { phrasesOf } from '#core/text/phrases.ts';
import { textOf } from './text-of.ts';
import { KEPT_CLASS, splitAtKeptMarks } from '#core/text/kept-marks.ts';
import { OPENING_CLASS, splitAtOpening } from '#core/text/typeset.ts';

const AS_TYPED = new Set(['code', 'pre', 'svg']);
const HEADING = /^(?:h[2-6]|th)$/u;
/** The printed form of an address, which contains no characters at which browsers break lines. */
const ADDRESS = /^[\x21-\x7E]{16,}$/u;
const HANZI = /\p{Script=Han}/u;

/** Elements whose text begins a line. */
const BLOCK = /^(?:p|h[2-6]|li|t[dh]|caption|figcaption)$/u;

interface Position {
  /** Whether the node is inside a heading, whose lines break between words. */
  isHeading: boolean;
  /** Whether the node is at the beginning of a line. */
  begins: boolean;
}

/**
 * Prepares a body for Chinese line breaking without changing its text: headings, also those of tables, break
 * between words; dashes and dots do not begin a line; an opening mark at the beginning of a paragraph hangs; long
 * addresses may break anywhere. Emphasis of a Latin text gets a class: it has no 着重号.
 */
export function rehypeTypography() {
  return (tree: Root): void => typeset(tree, { isHeading: false, begins: false });
}

function typeset(parent: Parents, { isHeading, begins }: Position): void {
  let isFirst = begins;
  parent.children = (parent.children as ElementContent[]).flatMap((node) => {
    const place = { isHeading, begins: isFirst };
    if (textOf(node).trim() !== '') isFirst = false;
    if (node.type === 'text') return textParts(node, place);
    if (node.type !== 'element' || AS_TYPED.has(node.tagName)) return [node];
    addClass(node);
    typeset(node, {
      isHeading: isHeading || HEADING.test(node.tagName),
      begins: place.begins || BLOCK.test(node.tagName),
    });
    return [node];
  }) as never;
}

function addClass(node: Element): void {
  if (node.tagName === 'a' && ADDRESS.test(textOf(node))) node.properties.className = ['address'];
  if (node.tagName === 'em' && !HANZI.test(textOf(node))) node.properties.className = ['latin'];
}

function textParts({ value }: Text, { isHeading, begins }: Position): ElementContent[] {
  const [mark, rest] = begins ? splitAtOpening(value) : ['', value];
  const parts = isHeading
    ? phrasesOf(value).flatMap((phrase, index) => [
        ...(index > 0 ? [element('wbr', {}, [])] : []),
        ...keptParts(index > 0 ? phrase : phrase.slice(mark.length)),
      ])
    : keptParts(rest);
  if (mark === '') return parts;
  return [element('span', { className: [OPENING_CLASS] }, [{ type: 'text', value: mark }]), ...parts];
}

function keptParts(value: string): ElementContent[] {
  return splitAtKeptMarks(value).flatMap((part, index): ElementContent[] => {
    if (part === '') return [];
    const text: Text = { type: 'text', value: part };
    return [index % 2 === 1 ? element('span', { className: [KEPT_CLASS] }, [text]) : text];
  });
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
