import type { Block, ImportWarning, Paragraph } from '../../manuscript.ts';
import { createFields, type Fields } from './fields.ts';
import type { Numbering } from './numbering.ts';
import type { Relation } from './package.ts';
import type { PictureNames } from './picture-names.ts';
import type { CharacterLook, Styles } from './styles.ts';

/** What the readers of a part share: the file's tables, and what reading has come to. */
export interface DocxReading {
  styles: Styles;
  numbering: Numbering;
  relations: Map<string, Relation>;
  pictures: PictureNames;
  /** Whether a footnote or an endnote is in the file; its id has the kind before it. */
  hasNote(id: string): boolean;
  warnings: ImportWarning[];
  fields: Fields;
  /** Paragraphs read so far. */
  line: number;
  /** Paragraphs in which comments are called, by the comments' ids. */
  commentLines: Map<string, number>;
}

/** Blocks that follow one another: of the text, of a cell, of a text box. */
export interface DocxFlow {
  blocks: Block[];
  /** Empty paragraphs since the last one with text. */
  gap: number;
  /** A paragraph that runs on into the next one. */
  runOn?: Paragraph;
}

/** How the text of a place is taken. */
export interface InlineContext {
  look: CharacterLook;
  /** Why it is left out. */
  dropped?: string;
  link?: string;
  /** It was added by a tracked change. */
  inserted?: true;
  /** It is small print between the lines. */
  ruby?: true;
  /** What the file says of the picture that stands here. */
  alt?: string;
}

/** A paragraph in the making. */
export interface ParagraphBuilder {
  paragraph: Paragraph;
  /** Pictures and text boxes that are anchored in it. */
  anchored: Block[];
  /** Number of characters by their size in points. */
  sizes: Map<number, number>;
  inserted: string;
  formula: string;
  hasText: boolean;
  /** A page or column ends in it, before or after its text. */
  breakBefore: boolean;
  breakAfter: boolean;
}

/** Why text of a Word file is left out. */
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
} as const;

/** Why text stands in the manuscript that is no text in the file. */
export const ADDED = {
  number: '自动编号',
  ruby: '注音的括号',
  hyphen: '不断字连字符',
  symbol: '符号字体',
  wordArt: '艺术字',
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

const LONGEST_QUOTE = 200;

function shortened(text: string): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  return flat.length > LONGEST_QUOTE ? `${[...flat.slice(0, LONGEST_QUOTE)].slice(0, -1).join('')}…` : flat;
}
