import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Finding } from '#core/diagnostic.ts';
import { remarkPlugins } from './pipeline.ts';

export type BodyFormat = 'md' | 'mdx';

/** A body's syntax tree before any plugin, or the finding if it cannot be parsed (possible in MDX). */
export type ParsedBody = { tree: Root; body: string } | { finding: Finding };

/** Levels of nested quotations and lists; some thousands would overflow the parser's stack. */
const MAX_DEPTH = 30;

const markdown = () => unified().use(remarkParse).use(remarkPlugins);
const processors = { md: markdown().freeze(), mdx: markdown().use(remarkMdx).freeze() };

/**
 * Parses a body without running plugins, so nodes have their positions in the source.
 * @param firstLine line of the file on which the body begins
 */
export function parseBody(body: string, format: BodyFormat, firstLine = 1): ParsedBody {
  const nested = body.split('\n').findIndex((line) => depthOf(line) > MAX_DEPTH);
  if (nested >= 0) {
    return {
      finding: {
        rule: 'nested',
        line: nested + firstLine,
        column: 1,
        problem: `行首的“>”“-”或空格太多，引用和清单套了 ${MAX_DEPTH} 层以上`,
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

/** Upper bound of the nesting of a line by its beginning: each mark, or two spaces, can be a level. */
function depthOf(line: string): number {
  const [head] = /^(?:[ \t>]|[*+-](?=[ \t]))*/u.exec(line) ?? [''];
  if (/^[ \t]*([-*+])(?:[ \t]*\1)*[ \t]*$/u.test(line)) return 0;
  const marks = head.replace(/[ \t]/gu, '').length;
  return marks + (head.length - marks) / 2;
}

/** Runs the remark plugins of the pipeline. They change the tree in place. */
export function applyPlugins(tree: Root, format: BodyFormat): Root {
  return processors[format].runSync(tree) as Root;
}

/** Whether an error is a syntax error of a Markdown or MDX parser (a `VFileMessage`). */
export function isParseError(error: unknown): error is { line?: number; column?: number } {
  return error instanceof Error && 'ruleId' in error && 'source' in error;
}
