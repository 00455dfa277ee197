import type { Definition, FootnoteDefinition, Nodes } from 'mdast';
import type { ImportWarning } from '../../manuscript.ts';
import type { Flow, ParagraphProperties } from '../paragraph-flow.ts';
import type { Look } from '../span-list.ts';

/** What one reading of a Markdown text collects. */
export interface MarkdownReading {
  flow: Flow;
  pictures: Map<string, Uint8Array>;
  warnings: ImportWarning[];
  /** The text as it was parsed. */
  source: string;
  /** Addresses that links are given elsewhere in the text. */
  definitions: Map<string, Definition>;
  footnotes: Map<string, FootnoteDefinition>;
  /** Footnotes in the order in which they are called. */
  called: Set<string>;
  /** Gives a value its masks back. */
  restore(value: string): string;
  /** Added to the lines of the tree. */
  linesBefore: number;
}

export interface MarkdownContext {
  look: Look;
  paragraph: ParagraphProperties;
  /** How many lists stand around. */
  depth: number;
}

/** A node as it is written. */
export function sourceOf({ position }: Nodes, { source, restore }: MarkdownReading): string {
  return restore(source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0));
}
