import type { TextRuleId } from '#core/rule-id.ts';
import type { Edit } from '#core/text/edit.ts';
import type { SourcePosition } from '#core/yaml-source.ts';
import type { WordLists } from './words/word-lists-fs.ts';

/** Where a text is printed. Rules for prose skip headlines, tables and captions. */
export type PassageKind =
  'field' | 'heading' | 'paragraph' | 'item' | 'quote' | 'note' | 'cell' | 'alt' | 'caption';

/**
 * A piece of text as readers will see it: without Markdown syntax, soft line breaks joined, code and pictures
 * as one U+FFFC each, hard line breaks as `\n`.
 */
export interface Passage {
  kind: PassageKind;
  text: string;
  /** The front matter key of a `field`. */
  key?: string;
  /** Number of the block in the body; neighbouring blocks differ by 1. */
  block: number;
  /** Whether the whole passage is bold, as headings often are. */
  bold: boolean;
  /** Position in the file of the character at an index. */
  place(index: number): SourcePosition;
  /** Offset of each character in the body; absent for fields, alternative texts and captions. */
  offsets?: readonly number[];
}

/** The character at an index of a passage. */
export interface TextPosition {
  passage: Passage;
  index: number;
}

/** An article as rules see it. */
export interface ArticleText {
  /** The printed values of the front matter, then the passages of the body, in order. */
  passages: readonly Passage[];
  /** The lines of the body as they are typed, for rules about text that Markdown removes. */
  source: readonly Passage[];
  words: WordLists;
}

/** What a rule found in `length` characters from an index of a passage. */
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

/** A rule for texts. Its examples are its tests and its page of the handbook. */
export interface TextRule {
  /** Also the name of the rule's file. */
  id: TextRuleId;
  severity: 'error' | 'warning';
  /** Short Chinese name. */
  title: string;
  /** One Chinese sentence for the handbook. */
  why: string;
  examples: readonly TextExample[];
  /** Texts that look similar and are right. */
  fine?: readonly string[];
  find(article: ArticleText): TextFinding[];
  /** Edits of a passage's text where only one correction is possible; never of a name or a number. */
  fix?(passage: Passage): Edit[];
}

/** Kinds of passages with whole sentences. */
export const PROSE_KINDS: readonly PassageKind[] = ['paragraph', 'item', 'quote', 'note'];

/** Stands for code and pictures in a passage (U+FFFC, object replacement character). */
export const OBJECT_REPLACEMENT = '\uFFFC';
