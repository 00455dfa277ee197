import type { Code, Construct, State, TokenizeContext } from 'micromark-util-types';
import { widthOf } from '#core/text/width.ts';
import { isBlank, isLineEnd } from './character-codes.ts';

/** The end of a sentence or of a line in an enumeration; quotation marks and brackets may follow. */
const ENDED = /[。！？…；：!?;:][”’」』）》】)"'*~]*$/u;

/** The beginning of a line in an enumeration. */
const ITEM =
  /^(?:\*\*)?(?:[●○■□◆◇▲△▼▽★☆•·‧▪▫►▶→※✓√◎]|——|[（(][一二三四五六七八九十百\d]{1,3}[)）]|[一二三四五六七八九十百]{1,3}[、．]|[①-⑳⑴-⒇⒈-⒛㈠-㈩❶-❿]|\d{1,3}(?:[、)）]|[.．](?!\d))|第[一二三四五六七八九十百\d]{1,3}[条章节、，：]|[一二三四五六七八九十][是要])/u;

/** A backslash at the end of a line: a line break in the same paragraph. */
const HARD_BREAK = /(?<!\\)(?:\\\\)*\\$/u;

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** The first characters of a line, for lookahead only. */
    lineHead: 'lineHead';
  }
}

/** Characters of lookahead: enough for every pattern of a line's beginning. */
const MAX_HEAD = 8;

/**
 * Begins a new paragraph after a single line break where editors mean one. CommonMark would join the lines.
 * A line begins a paragraph, unless the line above ends with a backslash, if
 *
 * - it is indented by white space of any kind (　　, two spaces, a tab);
 * - it lacks the mark of the quotation, list or note of the line above;
 * - it begins like an item: `●`, `（一）`, `1、`, `——`;
 * - the line above ends a sentence, unless an earlier line of about that length does not: then a program
 *   wrapped the lines.
 */
export const paragraphStart: Construct = {
  name: 'paragraphStart',
  tokenize(effects, ok, nok) {
    if (!this.interrupt) return nok;
    const isLazy = this.parser.lazy[this.now().line] === true;
    const [last] = this.events.slice(-1);
    const prefix = last?.[1].type === 'linePrefix' ? last[2].sliceSerialize(last[1], true) : '';
    const above = linesAbove(this);
    let head = '';
    const inside: State = (code) => {
      if (!isLineEnd(code) && head.length < MAX_HEAD) {
        head += code === null || code < 0 ? '\t' : String.fromCharCode(code);
        effects.consume(code);
        return inside;
      }
      effects.exit('lineHead');
      return beginsParagraph(prefix, head, isLazy, above) ? ok(code) : nok(code);
    };
    return (code) => {
      if (above.length === 0 || isLineEnd(code)) return nok(code);
      effects.enter('lineHead');
      return inside(code);
    };
  },
};

/** A line of ideographic spaces (　　) is blank. CommonMark knows only spaces and tabs. */
export const emptyLine: Construct = {
  name: 'emptyLine',
  tokenize(effects, ok, nok) {
    const inside: State = (code) => {
      if (isBlank(code)) {
        effects.consume(code);
        return inside;
      }
      effects.exit('linePrefix');
      return isLineEnd(code) ? ok(code) : nok(code);
    };
    return (code: Code) => {
      if (!isBlank(code)) return nok(code);
      effects.enter('linePrefix');
      return inside(code);
    };
  },
};

function beginsParagraph(prefix: string, head: string, isLazy: boolean, above: readonly string[]): boolean {
  if (
    isLazy ||
    /\t| {2}/u.test(prefix) ||
    /^(?:[\u2000-\u200A\u205F\u3000]|\u00A0{2}|&(?:emsp|ensp|nbsp);)/u.test(head)
  )
    return true;
  const last = above.at(-1) ?? '';
  if (HARD_BREAK.test(last)) return false;
  const earlier = above.slice(0, -1);
  const isWrapped = earlier.some((line) => !ENDED.test(line) && widthOf(line) >= widthOf(last) - 4);
  return !isWrapped && (ITEM.test(head) || ENDED.test(last));
}

/** The lines of the paragraph so far. */
function linesAbove(context: TokenizeContext): string[] {
  const lines: string[] = [];
  for (let index = context.events.length - 1; index >= 0; index--) {
    const [kind, token] = context.events[index] ?? [];
    if (token?.type === 'content') break;
    if (kind === 'exit' && token?.type === 'chunkContent')
      lines.unshift(context.sliceSerialize(token).trim());
  }
  return lines;
}
