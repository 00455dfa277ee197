import type { Element, ElementContent, Parents, Root, Text } from 'hast';
import { phrasesOf } from '#core/text/phrases.ts';
import { textOf } from './text-of.ts';
import { KEPT_CLASS, splitAtKeptMarks } from '#core/text/typeset.ts';

const AS_TYPED = new Set(['code', 'pre', 'svg']);
const HEADING = /^(?:h[2-6]|th)$/u;
/** The printed form of an address: nothing in it says where its line may break. */
const ADDRESS = /^[\x21-\x7E]{16,}$/u;
const HANZI = /\p{Script=Han}/u;

/**
 * Prepares a body for Chinese line breaking, without a change of its text: headings, also those of tables, break between words, dashes and
 * dots begin no line, long addresses may break anywhere. Emphasis of a Latin text gets a class: it has no 着重号.
 */
export function rehypeTypography() {
  return (tree: Root): void => typeset(tree, false);
}

function typeset(parent: Parents, isHeading: boolean): void {
  parent.children = (parent.children as ElementContent[]).flatMap((node) => {
    if (node.type === 'text') return textParts(node, isHeading);
    if (node.type !== 'element' || AS_TYPED.has(node.tagName)) return [node];
    addClass(node);
    typeset(node, isHeading || HEADING.test(node.tagName));
    return [node];
  }) as never;
}

function addClass(node: Element): void {
  if (node.tagName === 'a' && ADDRESS.test(textOf(node))) node.properties.className = ['address'];
  if (node.tagName === 'em' && !HANZI.test(textOf(node))) node.properties.className = ['latin'];
}

function textParts({ value }: Text, isHeading: boolean): ElementContent[] {
  if (!isHeading) return keptParts(value);
  return phrasesOf(value).flatMap((phrase, index) => [
    ...(index > 0 ? [element('wbr', {}, [])] : []),
    ...keptParts(phrase),
  ]);
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
