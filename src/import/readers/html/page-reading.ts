import type { Element, Nodes } from 'hast';
import type { ImportWarning } from '../../manuscript.ts';
import type { Look } from '../span-list.ts';
import type { Flow, ParagraphProperties } from '../paragraph-flow.ts';

/** Reason for dropping the text around an article. */
export const AROUND_ARTICLE = '网页的导航和页脚';

/** State and results of reading one page. */
export interface PageReading {
  flow: Flow;
  pictures: Map<string, Uint8Array>;
  warnings: { warning: ImportWarning; outside: boolean }[];
  /** Element with the article; undefined if the whole page is read. */
  main?: Element;
  /** Tables that contain other tables: used for layout, not for data. */
  layoutTables: Set<Element>;
  /** Whether scripts and comments become dropped text: set for HTML inside Markdown. */
  keepsCode: boolean;
  /** Lines of the file before the parsed text; added to the tree's line numbers. */
  linesBefore: number;
}

/** What the ancestors of a node define for it. */
export interface HtmlContext {
  look: Look;
  paragraph: ParagraphProperties;
  list?: { ordered: boolean; depth: number; next: number };
}

export function lineOf(node: Nodes, { linesBefore }: PageReading): number {
  return (node.position?.start.line ?? 1) + linesBefore;
}

/** All text in a node, also of scripts and hidden elements. */
export function allText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.content) return allText(node.content);
  return 'children' in node ? node.children.map(allText).join('') : '';
}

/** Child elements of a node, optionally only those with certain names. */
export function childrenOf(node: Nodes, ...names: string[]): Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) =>
    child.type === 'element' && (names.length === 0 || names.includes(child.tagName)) ? [child] : [],
  );
}
