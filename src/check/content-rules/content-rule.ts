/**
 * A rule that the loader holds while it reads a content folder: what it means to editors. Its
 * examples are its tests and its page in the handbook, as with the rules for texts.
 */
export interface ContentRule {
  /** As in a diagnostic's `rule`. */
  id: string;
  severity: 'error' | 'warning';
  /** Short Chinese name. */
  title: string;
  /** One Chinese sentence for the handbook. */
  why: string;
  examples: readonly ContentExample[];
}

/** A wrong piece of a content folder, and the same piece mended. */
export interface ContentExample {
  /**
   * What the pieces are: lines of an article's front matter; its body; its whole file; its file name;
   * or, with a path inside the content folder, lines of that YAML file.
   */
  in: 'front matter' | 'body' | 'file' | 'file name' | `${string}.yaml`;
  bad: string;
  good: string;
  /** Which kind of article it is, where a plain `.md` will not do. */
  format?: 'mdx';
}
