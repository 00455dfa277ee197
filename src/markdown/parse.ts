import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Finding } from '#core/diagnostic.ts';
import { remarkPlugins } from './pipeline.ts';

export type BodyFormat = 'md' | 'mdx';

/** A body's syntax tree as it was typed, or what is wrong where it is no Markdown at all (MDX can be that). */
export type ParsedBody = { tree: Root; body: string } | { finding: Finding };

/** Quotations and lists within one another that the parser is given; it would end at some thousands. */
const MOST_DEPTH = 30;

const markdown = () => unified().use(remarkParse).use(remarkPlugins);
const processors = { md: markdown().freeze(), mdx: markdown().use(remarkMdx).freeze() };

/**
 * Parses a body, before any plugin changes it: the places of its nodes are those of the file.
 * @param firstLine line of the file on which the body begins
 */
export function parseBody(body: string, format: BodyFormat, firstLine = 1): ParsedBody {
  const nested = body.split('\n').findIndex((line) => depthOf(line) > MOST_DEPTH);
  if (nested >= 0) {
    return {
      finding: {
        rule: 'nested',
        line: nested + firstLine,
        column: 1,
        problem: `行首的“>”“-”或空格太多，引用和清单套了 ${MOST_DEPTH} 层以上`,
        fix: '删去多余的，引用写一个“>”，清单最多套两三层',
      },
    };
  }
  try {
    return { tree: processors[format].parse(body), body };
  } catch (error) {
    if (!isParseError(error)) throw error;
    return {
      finding: {
        rule: 'mdx',
        line: (error.line ?? 1) + firstLine - 1,
        column: error.column ?? 1,
        problem: '这里的 < 或 { 不合 MDX 的写法',
        fix: '文字里的 < 写成 \\<，{ 写成 \\{；没有用图表的稿件把文件名改成 .md 即可',
      },
    };
  }
}

/** How deep quotations and lists can be nested by what a line begins with: a mark, or two blanks, a level. */
function depthOf(line: string): number {
  const [head] = /^(?:[ \t>]|[*+-](?=[ \t]))*/u.exec(line) ?? [''];
  if (/^[ \t]*([-*+])(?:[ \t]*\1)*[ \t]*$/u.test(line)) return 0;
  const marks = head.replace(/[ \t]/gu, '').length;
  return marks + (head.length - marks) / 2;
}

/** Runs the plugins of the pipeline over a tree. They change it: who needs it as typed reads it before. */
export function applyPlugins(tree: Root, format: BodyFormat): Root {
  return processors[format].runSync(tree) as Root;
}

/** Whether an error is a syntax error of a Markdown or MDX parser (a `VFileMessage`). */
export function isParseError(error: unknown): error is { line?: number; column?: number } {
  return error instanceof Error && 'ruleId' in error && 'source' in error;
}
