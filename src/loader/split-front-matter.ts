import type { Finding } from '#core/diagnostic.ts';
import { findFrontMatter } from '#core/text/find-front-matter.ts';
import { lazyYaml, type YamlSource } from '#core/yaml-source.ts';

export interface MarkdownFile {
  /** Undefined if there is none. */
  frontMatter?: YamlSource;
  body: string;
  /** Line of the file on which the body begins. */
  bodyLine: number;
  readonly findings: Finding[];
}

/**
 * Splits a Markdown file into front matter and body. The front matter is parsed lazily.
 * @param text with LF line ends, without a byte order mark
 */
export function splitFrontMatter(text: string): MarkdownFile {
  const found = findFrontMatter(text);
  if (found === undefined || found === 'open') {
    const opened = found === 'open';
    const finding: Finding = {
      rule: 'front-matter',
      line: 1,
      column: 1,
      problem: opened ? '文件开头的 --- 没有结束' : '文件开头没有稿件信息',
      fix: opened
        ? '在稿件信息之后、正文之前加一行 ---'
        : '第一行写 ---，下面写 title: 标题 等各项，再写一行 ---，然后是正文',
    };
    return { body: opened ? '' : text, bodyLine: 1, findings: [finding] };
  }
  const frontMatter = lazyYaml(text.slice(found.yamlStart, found.yamlEnd).replace(/\n$/u, ''), 2);
  return {
    frontMatter,
    body: text.slice(found.bodyStart),
    bodyLine: found.bodyLine,
    get findings() {
      return frontMatter.findings;
    },
  };
}
