import type { Article } from './content.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { FieldToFill } from './write-front-matter.ts';

/** A file of the inbox as the dev server shows it; no build ever reads one. */
export interface InboxDraft {
  /** Its path inside the content folder, `inbox/某稿.md`. */
  file: string;
  /** The last part of its address: its name without the ending, of no other file. */
  name: string;
  /** Undefined where the file cannot be read as an article. */
  article?: Article;
  /** Its text as it stands in the file, for where it cannot be shown as a page. */
  text: string;
  /** What is to be filled in before it can be published. */
  blanks: FieldToFill[];
  /** What is wrong with the file. */
  problems: Diagnostic[];
}
