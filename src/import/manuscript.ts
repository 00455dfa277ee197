/**
 * The common form of all manuscripts. A reader puts every character of its input into a span, in the
 * order of the input, also what it leaves out: nothing is ever deleted, it is only marked. So the
 * spans are at once the text and the ledger of what became of it.
 */
export interface Manuscript {
  kind: 'docx' | 'text' | 'markdown' | 'html' | 'jekyll' | 'pdf';
  blocks: Block[];
  /** Footnotes by id, in the order in which the text refers to them; each a list of paragraphs. */
  notes: Map<string, Span[][]>;
  /** Text that stands outside the flow and is not imported: headers, footers, comments. All dropped. */
  nonBodyText: Span[];
  /** Pictures by the name that `Picture` blocks use. */
  pictures: Map<string, Uint8Array>;
  /** What the file says of itself apart from its text: front matter, meta elements. */
  meta: ManuscriptMeta;
  warnings: ImportWarning[];
}

export interface ManuscriptMeta {
  title?: string;
  /** `2022-06-15`, as the file has it, without the time of day. */
  date?: string;
  source?: string;
  author?: string;
  url?: string;
}

/** A run of text of one look and one fate. */
export interface Span {
  /** As it will be written; `\n` is a line break inside the paragraph. */
  text: string;
  strong?: true;
  emphasis?: true;
  strike?: true;
  /** Address of a link, of a safe scheme. */
  link?: string;
  /** Id of the footnote that is called here; the text is then empty. */
  note?: string;
  /** Why the text is left out, in Chinese for the report: 隐藏文字. */
  dropped?: string;
  /** Why a text that is not in the input stands here: 自动编号. */
  added?: string;
  /** Field of the front matter to which the text went. */
  movedTo?: TargetField;
  /** What stood here in the input, where it was replaced: `XX` for the mask `××`. */
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
  /** Depth of a heading by its style: 1 is a title. */
  level?: number;
  /** Empty lines before it. */
  gap?: number;
  centered?: true;
  /** Size of most of its characters, in points. */
  size?: number;
  item?: { ordered: boolean; depth: number; number?: number };
  quoted?: true;
}

export interface Table {
  type: 'table';
  line: number;
  /** Rows of cells; a cell is a list of paragraphs. A merged cell's text stands in its first place, the others are empty. */
  rows: Span[][][][];
}

export interface PictureBlock {
  type: 'picture';
  line: number;
  name: string;
  /** Description that the file itself gives, else empty. */
  alt: string;
}

export interface ImportWarning {
  code: string;
  /** In plain Chinese: what was found and what the editor has to do. */
  message: string;
  /** The passage, as printed. */
  quote?: string;
  line?: number;
}

/** A file that cannot be read; the message says what is wrong, the fix what the editor can do. */
export class UnreadableError extends Error {
  readonly fix: string;

  constructor(message: string, fix: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UnreadableError';
    this.fix = fix;
  }
}

/** A text without white space and control characters: what must be conserved. */
export function withoutWhitespace(text: string): string {
  return text.replace(/[\s\p{Cc}\u200B-\u200D\u2060\uFEFF\u00AD]/gu, '');
}

/** A span's text in the input. */
export function originalOf({ text, added, was }: Span): string {
  return was ?? (added ? '' : text);
}

/** All spans of a block, in order. */
export function spansOf(block: Block): Span[] {
  if (block.type === 'paragraph') return block.spans;
  return block.type === 'table' ? block.rows.flat(3) : [];
}

/** A manuscript that has nothing yet. */
export function emptyManuscript(kind: Manuscript['kind']): Manuscript {
  return { kind, blocks: [], notes: new Map(), nonBodyText: [], pictures: new Map(), meta: {}, warnings: [] };
}
