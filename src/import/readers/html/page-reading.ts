import type { Element, Nodes } from 'hast';
import type { ImportWarning } from '../../manuscript.ts';
import type { Look } from '../span-list.ts';
import type { Flow, ParagraphProperties } from '../paragraph-flow.ts';

/** Why the text around an article is left out. */
export const AROUND_ARTICLE = '网页的导航和页脚';

/** What one reading of a page collects. */
export interface PageReading {
  flow: Flow;
  pictures: Map<string, Uint8Array>;
  warnings: { warning: ImportWarning; outside: boolean }[];
  /** Element that holds the article; undefined where all of the page is read. */
  main?: Element;
  /** Tables that hold other tables: they are there for the layout. */
  layoutTables: Set<Element>;
  /** Keeps programs and comments as left-out text: where the page is part of another text. */
  keepsCode: boolean;
  /** Added to the lines of the tree. */
  linesBefore: number;
}

/** What the elements around a node make of it. */
export interface HtmlContext {
  look: Look;
  paragraph: ParagraphProperties;
  list?: { ordered: boolean; depth: number; next: number };
}

export function lineOf(node: Nodes, { linesBefore }: PageReading): number {
  return (node.position?.start.line ?? 1) + linesBefore;
}

/** All text in a node, of whatever kind. */
export function allText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.content) return allText(node.content);
  return 'children' in node ? node.children.map(allText).join('') : '';
}

/** Elements right below a node, of some names. */
export function childrenOf(node: Nodes, ...names: string[]): Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) =>
    child.type === 'element' && (names.length === 0 || names.includes(child.tagName)) ? [child] : [],
  );
}
