import type { ImportWarning } from '../../manuscript.ts';

/** How much is quoted around the first place, and of it. */
const AROUND = 12;
const MOST = 30;

/** What shows that a text was once saved in the wrong encoding. */
const DAMAGE: [string, RegExp, string][] = [
  ['damaged-character', /\uFFFD{1,99}/gu, '这里有读坏的字（�），原来的字已经没有了'],
  ['mojibake', /锟斤拷|烫{3,99}|屯{3,99}/gu, '这里是乱码，原来的字已经没有了'],
  [
    'mojibake',
    /(?:[ÂÃÄÅà-ö][\u0080-\u00BF‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]{1,3}){2,99}|[ÂÃÄÅà-ö]{3,99}/gu,
    '这里像是乱码，UTF-8 的文字曾按西文打开',
  ],
  // ，。“ in UTF-8 are these in GBK, which no text holds.
  ['mojibake', /[锛銆鈥]\S/gu, '这里像是乱码，UTF-8 的文字曾按 GBK 打开'],
  ['private-character', /\p{Co}{1,99}/gu, '这里有造字或符号字体的字，网页上显示不出来'],
];

/** Warns of characters that some program has spoilt before; they are imported as they are. */
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
    const start = Math.max(before.lastIndexOf('\n') + 1, index - AROUND);
    const quote =
      before.slice(start) + (after.slice(0, Math.min(length, MOST) + AROUND).split('\n')[0] ?? '');
    const line = before.split('\n').length;
    return [{ code, message: `${what}（共${count}处），请对照原件改正`, quote, line }];
  });
}
