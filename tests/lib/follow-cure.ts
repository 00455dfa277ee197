import type { TextFinding } from '../../src/check/text-rule.ts';

/** Applies a fix that is an instruction: the text before and after the position, changed; undefined if impossible. */
type Follow = (
  text: { before: string; piece: string; after: string },
  said: RegExpExecArray,
) => string | undefined;

const put =
  (make: (piece: string, said: RegExpExecArray) => string): Follow =>
  ({ before, piece, after }, said) =>
    before + make(piece, said) + after;

/** What an editor does after reading a fix. Other fixes need the manuscript, a calendar or a second look. */
const INSTRUCTIONS: [said: RegExp, follow: Follow][] = [
  [/^(?:删去|删去，或运行 .*|删去空格：.*)$/u, put(() => '')],
  [/^删去一个“(.+)”$/u, put((_, [, once = '']) => once)],
  [
    /^隐名统一用“××”/u,
    ({ before, piece, after }) =>
      `${before.replace(/\\$/u, '')}${piece.replace(/^(?:[^\p{Script=Han}]|〇)+/u, '××')}${after}`,
  ],
  [
    /^删去，说明它的字/u,
    ({ before, after }) => {
      const rest = before.replace(/(?:身份证|账)?(?:号码?|户)?[：:]?$/u, '');
      // Only the sentence's punctuation mark is left.
      return /(?:^|\n)$/u.test(rest) ? rest + after.replace(/^。/u, '') : rest + after;
    },
  ],
  [/^改成 (\S)$/u, put((_, [, right = '']) => right)],
  [/^改成半角的“(.)”$|^留下一个“(.)”$/u, put((_, [, one, other]) => one ?? other ?? '')],
  [/^改成半角的“,”，或不加逗号$/u, put((piece) => piece.replaceAll('，', ','))],
  [/^在该(?:结束|开始)的地方补上 \S ，或删去 (\S)$/u, put((piece, [, mark = '']) => piece.replace(mark, ''))],
  [
    /^前面用 (\S) ，后面用 (\S)$/u,
    ({ before, after }, [, open = '', close = '']) => `${before}${open}${after.replace(open, close)}`,
  ],
  [
    /^里层改用 (\S) (\S) ；如果是前一个漏了右边一半，补上 (\S)$/u,
    ({ before, after }, [, open = '', close = '', outer = '']) =>
      `${before}${open}${after.replace(outer, close)}`,
  ],
  [
    /^把 (\S) 移到外层结束之前$/u,
    ({ before, piece, after }, [, mark = '']) => {
      const at = after.indexOf(mark);
      return at < 1
        ? undefined
        : `${before}${piece}${after.slice(0, at - 1)}${mark}${after[at - 1]}${after.slice(at + 1)}`;
    },
  ],
  [/。”$/u, put((piece) => piece.replace('”', '。”'))],
  [
    /^删去中间的空行，连成一段/u,
    ({ before, piece, after }) => before + piece + after.replace(/^\s*\n\s*\n/u, ''),
  ],
  [/^和上一段连成一段$/u, ({ before, piece, after }) => before.replace(/\s*\n\s*\n$/u, '') + piece + after],
  [/或把这里改成“(.+)”$/u, put((_, [, right = '']) => right)],
  [/^写成“国家和地区”/u, put((piece) => piece.replace('国家', '国家和地区'))],
  [
    /^小的在前/u,
    put((piece) =>
      piece.replace(/^(\d+)(\D+)(\d+)/u, (_, one: string, dash: string, other: string) => other + dash + one),
    ),
  ],
];

/** The body after applying the instruction of a fix; undefined if none is known for it. */
export function followed(
  body: string,
  { passage, index, length, problem, fix }: TextFinding,
): string | undefined {
  const [start, end] = [offsetOf(body, passage, index), offsetOf(body, passage, index + length - 1)];
  if (start === undefined || end === undefined) return undefined;
  const text = {
    before: body.slice(0, start),
    piece: body.slice(start, end + 1),
    after: body.slice(end + 1),
  };
  if (fix.startsWith('核对是不是同一个名称')) {
    const right = /和“(.+)”只差一个字$/u.exec(problem)?.[1];
    return right === undefined ? undefined : text.before + right + text.after;
  }
  // The fix is the passage without the marked text.
  if (fix === passage.text.slice(0, index) + passage.text.slice(index + length))
    return text.before + text.after;
  // The fix is a whole corrected line.
  if (/^#+ \S/u.test(fix)) {
    const from = body.lastIndexOf('\n', start) + 1;
    const to = body.indexOf('\n', start);
    return body.slice(0, from) + fix + (to < 0 ? '' : body.slice(to));
  }
  for (const [pattern, follow] of INSTRUCTIONS) {
    const said = pattern.exec(fix);
    const corrected = said ? follow(text, said) : undefined;
    if (corrected !== undefined && corrected !== body) return corrected;
  }
  return undefined;
}

/** Index of a character of a passage in a body that begins on line 1. */
function offsetOf(
  body: string,
  { offsets, place }: TextFinding['passage'],
  index: number,
): number | undefined {
  if (offsets) return offsets[index];
  const { line, column } = place(index);
  const before = body.split('\n').slice(0, line - 1);
  return before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}
