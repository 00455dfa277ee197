import type { Article } from './content.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { FieldToFill } from './write-front-matter.ts';

/** A file of the inbox as the dev server shows it. Builds do not read the inbox. */
export interface InboxDraft {
  /** Path inside the content folder, `inbox/某稿.md`. */
  file: string;
  /** Last part of its address: the file name without extension, made unique. */
  name: string;
  /** Undefined if the file cannot be parsed as an article. */
  article?: Article;
  /** Text of the file, shown if the draft cannot be rendered. */
  text: string;
  /** Fields to fill in before it can be published. */
  blanks: FieldToFill[];
  /** Problems of the file. */
  problems: Diagnostic[];
}
