import { UnreadableError } from '../../manuscript.ts';
import { BLOCKS } from '../html/block-elements.ts';

const MOST_CHARACTERS = 200_000;
/** Lines that begin a block of Markdown. */
const MOST_BLOCKS = 5_000;
/** Signs of emphasis, links and tags in one paragraph. */
const MOST_SIGNS = 1_200;
/** Quotations and lists within one another, in a line and in all. */
const MOST_DEPTH = 30;
const MOST_DEPTHS = 20_000;

/** @throws UnreadableError where a text is too large to be parsed as Markdown */
export function checkMarkdownSize(text: string): void {
  if (text.length <= MOST_CHARACTERS) return;
  throw new UnreadableError(
    `Markdown 文件有 ${Math.round(text.length / 10_000)} 万字符，一篇文章不会这么长`,
    '分成一篇一个文件再导入；里面没有 Markdown 记号的，把扩展名改成 .txt',
  );
}

/** @throws UnreadableError where a text is made of signs that a parser could choke on */
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
    if (blocks > MOST_BLOCKS || signs > MOST_SIGNS || depth > MOST_DEPTH || depths > MOST_DEPTHS) {
      throw new UnreadableError(
        '里面的 Markdown 记号多得不像文章',
        '用记事本打开看看有没有拿错文件；要按普通文字导入，把扩展名改成 .txt',
      );
    }
  }
}
