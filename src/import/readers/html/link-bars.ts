import type { Element } from 'hast';
import { withoutWhitespace } from '../../manuscript.ts';
import { BLOCKS } from './block-elements.ts';
import { isHidden } from './element-style.ts';
import { NOT_TEXT } from './not-text.ts';
import { allText, childrenOf } from './page-reading.ts';

/** Share of a bar's text that is in links. */
const MIN_LINK_SHARE = 0.9;
const MIN_LINKS = 2;

/**
 * Finds the navigation above the title of a page: blocks that consist of links. Without a title on the page
 * there are none, for the links may then be its content.
 * @param title the page's title from its metadata
 */
export function findLinkBars(body: Element, title: string | undefined): Element[] {
  const bars: Element[] = [];
  const isTitle = (element: Element) =>
    element.tagName === 'h1' ||
    (title !== undefined && withoutWhitespace(allText(element)) === withoutWhitespace(title));
  /** @returns whether the title was reached */
  const visit = (element: Element): boolean => {
    if (NOT_TEXT.has(element.tagName) || isHidden(element)) return false;
    if (isTitle(element)) return true;
    if (BLOCKS.has(element.tagName) && element !== body && isBar(element)) {
      bars.push(element);
      return false;
    }
    return childrenOf(element).some(visit);
  };
  return visit(body) ? bars : [];
}

function isBar(element: Element): boolean {
  const links = linksIn(element);
  const length = withoutWhitespace(allText(element)).length;
  const linked = withoutWhitespace(links.map(allText).join('')).length;
  return links.length >= MIN_LINKS && linked > 0 && linked >= length * MIN_LINK_SHARE;
}

function linksIn(element: Element): Element[] {
  return childrenOf(element).flatMap((child) => (child.tagName === 'a' ? [child] : linksIn(child)));
}
