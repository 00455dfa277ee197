import { attention } from 'micromark-core-commonmark';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import type { Code, Construct, Resolver, Token, TokenizeContext, TokenType } from 'micromark-util-types';
import { isNonBlank } from './character-codes.ts';

/** A run of marks with information about the adjacent characters. */
interface Run extends Token {
  /** Letters, digits or hanzi on both sides: `3*5`, `长*宽`. */
  _inWord?: boolean;
  /** Digits on both sides. */
  _inFigure?: boolean;
  _closed?: boolean;
}

/**
 * Bold (`**`) and italics (`*`) with simpler rules than CommonMark: marks open if no space follows and close if
 * no space precedes, also next to punctuation, hanzi, digits and Latin letters. These stay as typed:
 * `3000*500*200`, `长*宽*高`, `138****5678`.
 */
export const emphasis: Construct = {
  name: 'emphasis',
  tokenize(effects, ok) {
    return run(this, effects, ok, 'attentionSequence', (size) => size <= 3);
  },
  ...(attention.resolveAll && { resolveAll: attention.resolveAll }),
};

const resolveDeletion: Resolver =
  gfmStrikethrough({ singleTilde: false }).insideSpan?.null?.[0]?.resolveAll ?? ((events) => events);

/** Deleted text (`~~`), with the same rules. */
export const deletion: Construct = {
  name: 'deletion',
  tokenize(effects, ok) {
    return run(this, effects, ok, 'strikethroughSequenceTemporary', (size) => size === 2);
  },
  resolveAll: resolveDeletion,
};

/**
 * Tokenizes a run of one mark and sets whether it can open and close.
 * @param isMark whether a run of this length is a mark
 */
function run(
  context: TokenizeContext,
  effects: Parameters<Construct['tokenize']>[0],
  ok: Parameters<Construct['tokenize']>[1],
  type: TokenType,
  isMark: (size: number) => boolean,
): ReturnType<Construct['tokenize']> {
  const before = context.previous;
  return (marker) => {
    effects.enter(type);
    const inside = (code: Code): ReturnType<typeof ok> => {
      if (code === marker) {
        effects.consume(code);
        return inside;
      }
      const token: Run = effects.exit(type);
      const size = token.end.offset - token.start.offset;
      token._open = isMark(size) && isNonBlank(code) && !isClosing(code);
      token._close = isMark(size) && isNonBlank(before) && !isOpening(before);
      token._inWord = isWord(before) && isWord(code);
      token._inFigure = isFigure(before) && isFigure(code);
      if (token._close) pairRuns(context, token, size);
      return ok(code);
    };
    return inside(marker);
  };
}

/**
 * Pairs a closing run with the nearest opening one. Cancels both if both stand inside words or numbers: then they
 * are multiplication signs, masks or ranges.
 */
function pairRuns({ events }: TokenizeContext, closer: Run, size: number): void {
  for (let index = events.length - 1; index >= 0; index--) {
    const [kind, opener = closer] = (events[index] ?? []) as [string?, Run?];
    if (kind !== 'exit' || opener === closer || opener.type !== closer.type) continue;
    if (!opener._open || opener._closed || opener.end.offset - opener.start.offset !== size) continue;
    const areInside = [opener, closer].every(({ _inFigure, _inWord }) => (size === 2 ? _inFigure : _inWord));
    if (areInside) {
      opener._open = false;
      closer._close = false;
    } else opener._closed = true;
    return;
  }
}

const test = (pattern: RegExp) => (code: Code) =>
  code !== null && code > 0 && pattern.test(String.fromCharCode(code));
const isWord = test(/^[\p{L}\p{Nd}%（()）]$/u);
const isFigure = test(/^\p{Nd}$/u);
/** Emphasized text does not begin with closing punctuation or end with opening punctuation. */
const isClosing = test(/^[，。、；：！？）》」』】,;?)\]]$/u);
const isOpening = test(/^[（《「『【([]$/u);
