import type { Finding } from '#core/diagnostic.ts';
import type { WordListsFile } from '#core/schema/word-lists.ts';
import type { YamlSource } from '#core/yaml-source.ts';
import type { BodyFormat, ParsedBody } from '../markdown/parse.ts';
import { checkText, type PrintedField } from './check-text.ts';
import { TEXT_RULES } from './text-rules.ts';
import type { TextRule } from './text-rule.ts';
import type { Waiver } from './waivers.ts';
import { withDefaults, type WordLists } from './words/word-lists-fs.ts';

/** An article's file, read and parsed by the loader. */
export interface ParsedArticle {
  frontMatter: YamlSource | undefined;
  body: string;
  bodyLine: number;
  format: BodyFormat;
  parsed: ParsedBody;
}

/** Front matter fields that are printed as text. */
const PRINTED = ['title', 'kicker', 'subtitle', 'shortTitle', 'summary'];

/** Applies all text rules, with the editors' words from `check.yaml` and the names of the registers. */
export const proofreader = {
  kind: 'all',
  of: (own: WordListsFile, names: readonly string[]) => proofread({ ...own, names }, TEXT_RULES),
};

/** Applies only the rules whose findings stop a build. Takes a fifth of the time. */
export const blockingProofreader: typeof proofreader = {
  kind: 'blocking',
  of(own, names) {
    const find = proofread(
      { ...own, names },
      TEXT_RULES.filter(({ severity }) => severity === 'error'),
    );
    return (article) => find(article).filter(({ severity }) => severity === 'error');
  },
};

function proofread(
  own: Partial<WordLists>,
  rules: readonly TextRule[],
): (article: ParsedArticle) => Finding[] {
  const words = withDefaults(own);
  return ({ frontMatter, body, bodyLine, format, parsed }) => {
    const fields = PRINTED.flatMap((key) => printedField(frontMatter, [key]));
    const input = {
      body,
      bodyLine,
      format,
      parsed,
      fields: [...fields, ...['alt', 'caption'].flatMap((key) => printedField(frontMatter, ['cover', key]))],
      words,
      waivers: waiversOf(frontMatter),
    };
    return checkText(input, rules);
  };
}

function printedField(source: YamlSource | undefined, path: [string, ...string[]]): PrintedField[] {
  const text = valueAt(source?.data, path);
  if (!source || typeof text !== 'string') return [];
  return [{ key: path.join('.'), text, ...source.place(path) }];
}

function waiversOf(source: YamlSource | undefined): Waiver[] {
  const waivers = valueAt(source?.data, ['waivers']);
  if (!source || !Array.isArray(waivers)) return [];
  return waivers.flatMap((each: unknown, index): Waiver[] => {
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
