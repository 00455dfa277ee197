import type { ImportWarning } from '../../manuscript.ts';

/** Characters quoted around the first occurrence, and of the occurrence. */
const QUOTE_CONTEXT = 12;
const MAX_QUOTED_DAMAGE = 30;

/** Patterns that show that a text was once saved in the wrong encoding. */
const DAMAGE: [string, RegExp, string][] = [
  ['damaged-character', /\uFFFD{1,99}/gu, '这里有读坏的字（�），原来的字已经没有了'],
  ['mojibake', /锟斤拷|烫{3,99}|屯{3,99}/gu, '这里是乱码，原来的字已经没有了'],
  [
    'mojibake',
    /(?:[ÂÃÄÅà-ö][\u0080-\u00BF‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]{1,3}){2,99}|[ÂÃÄÅà-ö]{3,99}/gu,
    '这里像是乱码，UTF-8 的文字曾按西文打开',
  ],
  // ，。“ in UTF-8 read as GBK; these characters do not occur in normal text.
  ['mojibake', /[锛銆鈥]\S/gu, '这里像是乱码，UTF-8 的文字曾按 GBK 打开'],
  ['private-character', /\p{Co}{1,99}/gu, '这里有造字或符号字体的字，网页上显示不出来'],
];

/** Warns about characters that were damaged before the import; they are imported unchanged. */
export function damagedCharacters(text: string): ImportWarning[] {
  return DAMAGE.flatMap(([code, pattern, what]) => {
    let first: { index: number; length: number } | undefined;
    let count = 0;
    for (const { index, 0: found } of text.matchAll(pattern)) {
      first ??= { index, length: found.length };
      count += 1;
    }
    if (!first) return [];
    const { index, length } = first;
    const [before = '', after = ''] = [text.slice(0, index), text.slice(index)];
    const start = Math.max(before.lastIndexOf('\n') + 1, index - QUOTE_CONTEXT);
    const quote =
      before.slice(start) +
      (after.slice(0, Math.min(length, MAX_QUOTED_DAMAGE) + QUOTE_CONTEXT).split('\n')[0] ?? '');
    const line = before.split('\n').length;
    return [{ code, message: `${what}（共${count}处），请对照原件改正`, quote, line }];
  });
}
