import type { Finding } from '#core/diagnostic.ts';
import { type BodyFormat, type ParsedBody, parseBody } from '../markdown/parse.ts';
import { passagesOf, sourceLines } from './text/passages.ts';
import type { ArticleText, Passage, TextRule } from './text-rule.ts';
import { TEXT_RULES } from './text-rules.ts';
import { applyWaivers, type Waiver } from './waivers.ts';
import { defaultWords, type WordLists } from './words/word-lists-fs.ts';

/** A printed front matter value, and the position of its first character in the file. */
export interface PrintedField {
  key: string;
  text: string;
  line: number;
  column: number;
}

export interface TextInput {
  body: string;
  /** The parsed body, if the caller has it. */
  parsed?: ParsedBody;
  format: BodyFormat;
  /** Line of the file on which the body begins. */
  bodyLine: number;
  fields?: readonly PrintedField[];
  words?: WordLists;
  waivers?: readonly Waiver[];
}

/**
 * Checks an article's text with all rules. Of malformed MDX, which the loader reports, only the front matter
 * is checked.
 * @returns findings in the order of the text
 */
export function checkText(input: TextInput, rules: readonly TextRule[] = TEXT_RULES): Finding[] {
  const article = articleText(input);
  const found = rules.flatMap((rule) => rule.find(article).map((finding) => ({ rule, finding })));
  const findings = applyWaivers(found, input.waivers ?? [], TEXT_RULES);
  return findings.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

/** Splits an article into the passages that rules read. */
export function articleText(input: TextInput): ArticleText {
  const { body, format, bodyLine, fields = [], words = defaultWords() } = input;
  const printed = fields.map(fieldPassage);
  const parsed = input.parsed ?? parseBody(body, format);
  if ('finding' in parsed) return { passages: printed, source: [], words };
  return {
    passages: [...printed, ...passagesOf(parsed.tree, body, bodyLine)],
    source: sourceLines(parsed.tree, body, bodyLine),
    words,
  };
}

function fieldPassage({ key, text, line, column }: PrintedField): Passage {
  const place = (index: number) => ({ line, column: column + index });
  return { kind: 'field', key, text, block: -1, bold: false, place };
}
