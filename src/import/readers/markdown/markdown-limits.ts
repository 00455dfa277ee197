import { UnreadableError } from '../../manuscript.ts';
import { BLOCKS } from '../html/block-elements.ts';

/** Maximum length of a text, in code units: the parser's time can grow faster than the text. */
const MAX_CHARACTERS = 200_000;
/** Lines that start a Markdown block. */
const MAX_BLOCKS = 5_000;
/** Characters of emphasis, links and tags in one paragraph; the parser's time grows faster than their number. */
const MAX_SIGNS = 1_200;
/** Nesting depth of quotations and lists in one line, and the sum over all lines. */
const MAX_DEPTH = 30;
const MAX_TOTAL_DEPTH = 20_000;

/** @throws UnreadableError if a text is too large to parse as Markdown */
export function checkMarkdownSize(text: string): void {
  if (text.length <= MAX_CHARACTERS) return;
  throw new UnreadableError(
    `Markdown 文件有 ${Math.round(text.length / 10_000)} 万字符，一篇文章不会这么长`,
    '分成一篇一个文件再导入；里面没有 Markdown 记号的，把扩展名改成 .txt',
  );
}

/** @throws UnreadableError if a text has so much markup that parsing would take very long */
export function checkMarkdownSigns(text: string): void {
  let [blocks, depths, signs] = [0, 0, 0];
  let isHtml = false;
  let isFirst = true;
  for (const line of text.split('\n')) {
    if (isFirst) isHtml = BLOCKS.has(/^ {0,3}<\/?([a-z][a-z0-9]*)/iu.exec(line)?.[1]?.toLowerCase() ?? '');
    const [prefix = ''] = /^[ \t>*+-]*(?:\d{1,9}[.)])?/u.exec(line) ?? [];
    if (prefix.trim() !== '' || /^[ \t]*(?:[#|<~]|`{3}|\[\^?[^\]]{1,80}\]:)/u.test(line)) {
      blocks += 1;
      signs = 0;
    } else if (isFirst) signs = 0;
    isFirst = line.trim() === '';
    for (const sign of isHtml ? '' : line) if ('*_~[]<`'.includes(sign)) signs += 1;
    const isRule = /^[ \t]*(?:[-*_=+][ \t]*)+$/u.test(line);
    const depth = isRule ? 0 : prefix.replace(/[ \t]/gu, '').length;
    depths += depth;
    if (blocks > MAX_BLOCKS || signs > MAX_SIGNS || depth > MAX_DEPTH || depths > MAX_TOTAL_DEPTH) {
      throw new UnreadableError(
        '里面的 Markdown 记号多得不像文章',
        '用记事本打开看看有没有拿错文件；要按普通文字导入，把扩展名改成 .txt',
      );
    }
  }
}
