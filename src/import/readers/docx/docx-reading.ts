import type { Block, ImportWarning, Paragraph, PictureBlock } from '../../manuscript.ts';
import { createFields, type Fields } from './fields.ts';
import type { Numbering } from './numbering.ts';
import type { Relation } from './package.ts';
import type { PictureNames } from './picture-names.ts';
import type { CharacterFormatting, Styles } from './styles.ts';

/** State shared by the readers of one part: tables of the file, and the reading position. */
export interface DocxReading {
  styles: Styles;
  numbering: Numbering;
  relations: Map<string, Relation>;
  pictures: PictureNames;
  /** Whether a note exists; the id is `footnote-1`, `endnote-1`. */
  hasNote(id: string): boolean;
  warnings: ImportWarning[];
  fields: Fields;
  /** Paragraphs read so far. */
  line: number;
  /** Marks that the author chose in place of a number, by note id. */
  customMarks: Map<string, string>;
  /** Paragraph number of each comment reference, by comment id. */
  commentLines: Map<string, number>;
}

/** A sequence of blocks: of the body, a cell or a text box. */
export interface DocxFlow {
  blocks: Block[];
  /** Empty paragraphs since the last one with text. */
  gap: number;
  /** The last paragraph, which may still continue in the next one. */
  runOn?: Paragraph;
}

/** What the elements around a text define for it. */
export interface InlineContext {
  formatting: CharacterFormatting;
  /** Why the text is dropped. */
  dropped?: string;
  link?: string;
  /** Inserted by a tracked change. */
  inserted?: true;
  /** Ruby text. */
  ruby?: true;
  /** Alternative text for a picture. */
  alt?: string;
  /** Word shows the picture cropped, turned or mirrored. */
  altered?: true;
}

export interface AnchoredPicture {
  picture: PictureBlock;
  returns: number;
}

/** A paragraph under construction. */
export interface ParagraphBuilder {
  paragraph: Paragraph;
  /** Text boxes anchored in it; they follow the paragraph. */
  anchored: Block[];
  /** Pictures anchored in it, with the number of soft returns before each. */
  pictures: AnchoredPicture[];
  /** Number of characters by font size in points. */
  sizes: Map<number, number>;
  inserted: string;
  formula: string;
  /** Id of the note whose own mark follows. */
  markOf?: string | undefined;
  hasText: boolean;
  /** A page or column break before or after its text. */
  breakBefore: boolean;
  breakAfter: boolean;
}

/** Reasons for dropping text of a Word file. */
export const DROPPED = {
  deleted: '修订中删去的文字',
  moved: '修订中移走的文字',
  hidden: '隐藏文字',
  contents: '目录',
  placeholder: '控件里的提示文字',
  code: '域代码',
  comment: '批注',
  margin: '页眉页脚',
  orphan: '没有引用的脚注',
  mark: '脚注的自定符号',
  chart: '图表里的文字',
  diagram: 'SmartArt 图示里的文字',
} as const;

/** Reasons for text that is not in the file. */
export const ADDED = {
  number: '自动编号',
  ruby: '注音的括号',
  hyphen: '不断字连字符',
  symbol: '符号字体',
  wordArt: '艺术字',
  formula: '公式的记号',
  field: '域里的文字',
} as const;

export function createDocxFlow(): DocxFlow {
  return { blocks: [], gap: 0 };
}

export function createReading(shared: Omit<DocxReading, 'fields' | 'line' | 'commentLines'>): DocxReading {
  return { ...shared, fields: createFields(), line: 0, commentLines: new Map() };
}

export function warn(
  { warnings }: Pick<DocxReading, 'warnings'>,
  code: string,
  message: string,
  line: number | undefined,
  quote?: string,
): void {
  warnings.push({
    code,
    message,
    ...(line !== undefined && { line }),
    ...(quote !== undefined && { quote: shortened(quote) }),
  });
}

/** Maximum length of a quotation in a warning, in code units. */
const MAX_QUOTE_LENGTH = 200;

function shortened(text: string): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  return flat.length > MAX_QUOTE_LENGTH
    ? `${[...flat.slice(0, MAX_QUOTE_LENGTH)].slice(0, -1).join('')}…`
    : flat;
}
