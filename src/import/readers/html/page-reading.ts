import type { Element, Nodes } from 'hast';
import type { ImportWarning } from '../../manuscript.ts';
import type { Formatting } from '../span-list.ts';
import { createFlow, type Flow, type ParagraphProperties } from '../paragraph-flow.ts';

/** Reason for dropping the text around an article. */
export const AROUND_ARTICLE = '网页的导航和页脚';

/** State and results of reading one page. */
export interface PageReading {
  flow: Flow;
  pictures: Map<string, Uint8Array>;
  /** Pictures that are in the same file as the page, by address. */
  attached?: ReadonlyMap<string, Uint8Array>;
  warnings: { warning: ImportWarning; outside: boolean }[];
  /** Element with the article; undefined if the whole page is read. */
  main?: Element;
  /** Elements that are read although they, or elements around them, are hidden or dropped. */
  kept: ReadonlySet<Element>;
  /** Elements whose text is dropped, with the reason. */
  dropped: ReadonlyMap<Element, string>;
  /** Depth of headings that only their type shows. */
  headings: ReadonlyMap<Element, number>;
  /** Tables that contain other tables: used for layout, not for data. */
  layoutTables: Set<Element>;
  /** Whether scripts and comments become dropped text: set for HTML inside Markdown. */
  keepsCode: boolean;
  /** Lines of the file before the parsed text; added to the tree's line numbers. */
  linesBefore: number;
}

export function createReading(body: Element, rest: Partial<PageReading>): PageReading {
  return {
    flow: createFlow(),
    pictures: new Map(),
    warnings: [],
    kept: new Set(),
    dropped: new Map(),
    headings: new Map(),
    layoutTables: findLayoutTables(body),
    keepsCode: false,
    linesBefore: 0,
    ...rest,
  };
}

/** Tables that contain other tables. */
export function findLayoutTables(root: Element): Set<Element> {
  const layoutTables = new Set<Element>();
  const visit = (element: Element, table: Element | undefined): void => {
    if (element.tagName === 'table' && table) layoutTables.add(table);
    const inner = element.tagName === 'table' ? element : table;
    for (const child of childrenOf(element)) visit(child, inner);
    if (element.tagName === 'table' && table && layoutTables.has(element)) layoutTables.add(table);
  };
  visit(root, undefined);
  return layoutTables;
}

/** What the ancestors of a node define for it. */
export interface HtmlContext {
  formatting: Formatting;
  /** The font size is 0, which hides text but not pictures, until an element inside sets another. */
  fontless?: true;
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
