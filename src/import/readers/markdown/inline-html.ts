import type { Element } from 'hast';
import { Parser } from 'htmlparser2';
import { BLOCKS } from '../html/block-elements.ts';
import { NOT_TEXT } from '../html/not-text.ts';

const INLINE = new Set(
  'a abbr acronym b base bdi bdo big br cite code col colgroup data del dfn em embed font head html i img input ins kbd label link mark meta meter nobr param q rp rt ruby s samp small source span strike strong sub sup time track tt u var wbr'.split(
    ' ',
  ),
);

export type InlineHtml =
  | { is: 'open' | 'close'; element: Element }
  | { is: 'comment'; text: string }
  /** Not an HTML tag, so it is text. */
  | { is: 'text' };

/** Reads one tag or comment of inline HTML in Markdown. */
export function readInlineHtml(value: string): InlineHtml {
  const comment = /^<!--([\s\S]*?)-*>$/u.exec(value);
  if (comment) return { is: 'comment', text: comment[1] ?? '' };
  const [, slash, name = ''] = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)/u.exec(value) ?? [];
  const tagName = name.toLowerCase();
  if (!BLOCKS.has(tagName) && !INLINE.has(tagName) && !NOT_TEXT.has(tagName)) return { is: 'text' };
  const properties: Element['properties'] = {};
  if (slash === '') {
    const parser = new Parser({
      onattribute: (key, content) => {
        properties[key] ??= content;
      },
    });
    parser.end(value);
  }
  return { is: slash ? 'close' : 'open', element: { type: 'element', tagName, properties, children: [] } };
}
