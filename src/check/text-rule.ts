import type { TextRuleId } from '#core/rule-id.ts';
import type { Edit } from '#core/text/edit.ts';
import type { SourcePosition } from '#core/yaml-source.ts';
import type { WordLists } from './words/word-lists-fs.ts';

/** Where a text is printed: rules for running prose leave headlines, tables and captions alone. */
export type PassageKind =
  'field' | 'heading' | 'paragraph' | 'item' | 'quote' | 'note' | 'cell' | 'alt' | 'caption';

/**
 * A piece of text as readers will see it: Markdown syntax is gone, soft line breaks are joined, code
 * and pictures are one U+FFFC each, a hard line break is `\n`. Every index has its place in the file.
 */
export interface Passage {
  kind: PassageKind;
  text: string;
  /** Key of the front matter, of a `field`. */
  key?: string;
  /** Ordinal of the block in the body: passages of neighbouring blocks differ by 1. */
  block: number;
  /** Whether all of it is bold, as headings typed by hand are. */
  bold: boolean;
  place(index: number): SourcePosition;
  /** Offset in the body of each character; absent for what is not in the body. */
  offsets?: readonly number[];
}

/** The character at an index of a passage. */
export interface TextPosition {
  passage: Passage;
  index: number;
}

/** An article as rules see it. */
export interface ArticleText {
  /** Printed values of the front matter, then the body, in their order. */
  passages: readonly Passage[];
  /** The body as it is typed: for residue that Markdown would swallow. Each line is a passage. */
  source: readonly Passage[];
  words: WordLists;
}

/** What a rule found; `length` characters are concerned. */
export interface TextFinding {
  passage: Passage;
  index: number;
  length: number;
  problem: string;
  fix: string;
}

/** A wrong text with its only finding, and the same text corrected. */
export interface TextExample {
  bad: string;
  line: number;
  column: number;
  problem: string;
  fix: string;
  good: string;
  /** Whether `--fix` turns `bad` into `good`. It leaves other examples as they are. */
  autofix?: true;
  /** Front matter key whose value the texts are; the body where absent. */
  field?: string;
}

/** One rule, one file; its examples are its tests and its page in the handbook. */
export interface TextRule {
  /** Also the name of the rule's file. */
  id: TextRuleId;
  severity: 'error' | 'warning';
  /** Short Chinese name. */
  title: string;
  /** One Chinese sentence for the handbook. */
  why: string;
  examples: readonly TextExample[];
  /** What looks alike and is right. */
  fine?: readonly string[];
  find(article: ArticleText): TextFinding[];
  /** Edits of the passage's text, only where the cure is certain; never a name, a figure or a quotation. */
  fix?(passage: Passage): Edit[];
}

/** Kinds that are sentences and paragraphs. */
export const PROSE_KINDS: readonly PassageKind[] = ['paragraph', 'item', 'quote', 'note'];

/** Stands for code and pictures inside a text. */
export const OBJECT_REPLACEMENT = '\uFFFC';
