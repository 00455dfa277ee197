/**
 * The common form of all manuscripts. A reader puts every character of its input into a span, in input
 * order. Text that will not be imported is marked as dropped, never deleted, so `verify/` can account
 * for every character.
 */
export interface Manuscript {
  kind: 'docx' | 'text' | 'markdown' | 'html' | 'jekyll' | 'pdf';
  blocks: Block[];
  /** Footnotes by id, in the order in which the text refers to them; each a list of paragraphs. */
  notes: Map<string, Span[][]>;
  /** Text outside the body, all dropped: headers, footers, comments. */
  nonBodyText: Span[];
  /** Pictures by the name that `Picture` blocks use. */
  pictures: Map<string, Uint8Array>;
  /** Metadata of the file: front matter, meta elements. */
  meta: ManuscriptMeta;
  warnings: ImportWarning[];
}

/** The metadata that pages and posts name. */
export type MetaField = 'title' | 'date' | 'source' | 'author' | 'url';

export interface ManuscriptMeta {
  title?: string;
  /** `2022-06-15`, without the time of day. */
  date?: string;
  source?: string;
  author?: string;
  url?: string;
  /** Name of the WeChat official account that published the text. */
  account?: string;
  /** Office, and date if printed, in the head of an official document or of an office's bulletin. */
  issuer?: { office: string; date?: string; line: number };
  /** Printed text that has no field of its own; its spans are moved to `printed`. */
  printed?: string[];
  /** Links that are not in the text: 阅读原文. */
  links?: PageLink[];
}

/** A link of the input, for the report. */
export interface PageLink {
  text: string;
  url: string;
}

/** A run of text with the same formatting and the same destination. */
export interface Span {
  /** Text to write; `\n` is a line break inside the paragraph. */
  text: string;
  strong?: true;
  emphasis?: true;
  strike?: true;
  /** Address of a link; its scheme is safe. */
  link?: string;
  /** Id of the footnote referenced here; `text` is then empty. */
  note?: string;
  /** Why the text is not imported, in Chinese for the report: 隐藏文字. */
  dropped?: string;
  /** Set if the text is not in the input, with the reason: 自动编号. */
  added?: string;
  /** Field of the draft that the text was moved to; it is then not in the body. */
  movedTo?: TargetField;
  /** The original text if it was replaced: `XX` for the mask `××`. */
  was?: string;
}

export type TargetField =
  | 'title'
  | 'kicker'
  | 'subtitle'
  | 'category'
  | 'dateline'
  | 'byline'
  | 'source'
  | 'date'
  | 'reprint'
  | 'caption'
  | 'printed';

export type Block = Paragraph | Table | PictureBlock;

export interface Paragraph {
  type: 'paragraph';
  spans: Span[];
  /** Line of the input, from 1; in a Word file the number of the paragraph. */
  line: number;
  /** Heading depth by its style: 1 is a title. */
  level?: number;
  /** Empty lines before it. */
  gap?: number;
  centered?: true;
  /** Size of most of its characters, in points. */
  size?: number;
  item?: { ordered: boolean; depth: number; number?: number };
  quoted?: true;
  /** Lines of verse. */
  verse?: true;
}

export interface Table {
  type: 'table';
  line: number;
  /** Rows of cells; a cell is a list of paragraphs. The text of a merged cell is in its first position, the others are empty. */
  rows: Span[][][][];
}

export interface PictureBlock {
  type: 'picture';
  line: number;
  name: string;
  /** Description from the file, or empty. */
  alt: string;
}

export interface ImportWarning {
  code: string;
  /** In Chinese: what was found and what the editor has to do. */
  message: string;
  /** The passage, as printed. */
  quote?: string;
  line?: number;
}

/** A file that cannot be imported. `message` states the problem, `fix` what the editor can do; both in Chinese. */
export class UnreadableError extends Error {
  readonly fix: string;

  constructor(message: string, fix: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UnreadableError';
    this.fix = fix;
  }
}

/** Removes white space, control characters and invisible characters: the rest must not change during import. */
export function withoutWhitespace(text: string): string {
  return text.replace(/[\s\p{Cc}\u200B-\u200D\u2060\uFEFF\u00AD]/gu, '');
}

/** The span's text in the input; empty for added text. */
export function originalOf({ text, added, was }: Span): string {
  return was ?? (added ? '' : text);
}

/** All spans of a block, in order. */
export function spansOf(block: Block): Span[] {
  if (block.type === 'paragraph') return block.spans;
  return block.type === 'table' ? block.rows.flat(3) : [];
}

/** A manuscript without content. */
export function emptyManuscript(kind: Manuscript['kind']): Manuscript {
  return { kind, blocks: [], notes: new Map(), nonBodyText: [], pictures: new Map(), meta: {}, warnings: [] };
}
