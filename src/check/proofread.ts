import type { Finding } from '#core/diagnostic.ts';
import type { WordListsFile } from '#core/schema/word-lists.ts';
import type { YamlSource } from '#core/yaml-source.ts';
import type { BodyFormat, ParsedBody } from '../markdown/parse.ts';
import { checkText, type PrintedField } from './check-text.ts';
import type { Waiver } from './waivers.ts';
import { withDefaults } from './words.ts';

/** An article's file, read and parsed, as the loader hands it on. */
export interface ParsedArticle {
  frontMatter: YamlSource | undefined;
  body: string;
  bodyLine: number;
  format: BodyFormat;
  parsed: ParsedBody;
}

/** Fields that are printed as sentences. */
const PRINTED = ['title', 'kicker', 'subtitle', 'shortTitle', 'summary'];

/**
 * Makes the reader that looks through the texts of a bulletin for what its readers must not see.
 * @param own the editors' words, from `check.yaml`
 */
export function proofreader(own: WordListsFile): (article: ParsedArticle) => Finding[] {
  const words = withDefaults(own);
  return ({ frontMatter, body, bodyLine, format, parsed }) => {
    const fields = PRINTED.flatMap((key) => printedField(frontMatter, [key]));
    return checkText({
      body,
      bodyLine,
      format,
      parsed,
      fields: [...fields, ...['alt', 'caption'].flatMap((key) => printedField(frontMatter, ['cover', key]))],
      words,
      waivers: waiversOf(frontMatter),
    });
  };
}

function printedField(source: YamlSource | undefined, path: [string, ...string[]]): PrintedField[] {
  const text = valueAt(source?.data, path);
  if (!source || typeof text !== 'string') return [];
  return [{ key: path.join('.'), text, ...source.place(path) }];
}

function waiversOf(source: YamlSource | undefined): Waiver[] {
  const written = valueAt(source?.data, ['waivers']);
  if (!source || !Array.isArray(written)) return [];
  return written.flatMap((each: unknown, index): Waiver[] => {
    const [rule, quote, reason] = ['rule', 'quote', 'reason'].map((key) => valueAt(each, [key]));
    if (typeof rule !== 'string') return [];
    return [
      {
        rule,
        ...(typeof quote === 'string' && { quote }),
        ...(typeof reason === 'string' && { reason }),
        ...source.place(['waivers', index]),
      },
    ];
  });
}

function valueAt(data: unknown, path: string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | null | undefined)?.[key],
    data,
  );
}
