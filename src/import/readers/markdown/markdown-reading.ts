import type { Definition, FootnoteDefinition, Nodes } from 'mdast';
import type { ImportWarning } from '../../manuscript.ts';
import type { Flow, ParagraphProperties } from '../paragraph-flow.ts';
import type { Formatting } from '../span-list.ts';

/** State and results of reading one Markdown text. */
export interface MarkdownReading {
  flow: Flow;
  pictures: Map<string, Uint8Array>;
  warnings: ImportWarning[];
  /** The parsed text, with placeholders. */
  source: string;
  /** Link reference definitions by identifier. */
  definitions: Map<string, Definition>;
  footnotes: Map<string, FootnoteDefinition>;
  /** Identifiers of footnotes in the order of their references. */
  called: Set<string>;
  /** Replaces placeholders with the masks. */
  restore(value: string): string;
  /** Lines of the file before the parsed text; added to the tree's line numbers. */
  linesBefore: number;
}

export interface MarkdownContext {
  formatting: Formatting;
  paragraph: ParagraphProperties;
  /** Number of lists around the node. */
  depth: number;
}

/** The source of a node. */
export function sourceOf({ position }: Nodes, { source, restore }: MarkdownReading): string {
  return restore(source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0));
}
