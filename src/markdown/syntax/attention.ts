import { attention } from 'micromark-core-commonmark';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import type { Code, Construct, Resolver, Token, TokenizeContext, TokenType } from 'micromark-util-types';
import { isNonBlank } from './character-codes.ts';

/** A run of marks with what it touches. */
interface Run extends Token {
  /** Letters, figures or hanzi on both sides: `3*5`, `长*宽`. */
  _inWord?: boolean;
  /** Figures on both sides. */
  _inFigure?: boolean;
  _closed?: boolean;
}

/**
 * Bold (`**`) and italics (`*`) by the eye, not by the classes of the characters around: marks open where
 * no blank follows and close where no blank stands before, beside every punctuation mark, before hanzi,
 * figures and Latin. Printed as typed: `3000*500*200`, `长*宽*高`, `138****5678`.
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

/** Deleted text (`~~`), by the same rules. */
export const deletion: Construct = {
  name: 'deletion',
  tokenize(effects, ok) {
    return run(this, effects, ok, 'strikethroughSequenceTemporary', (size) => size === 2);
  },
  resolveAll: resolveDeletion,
};

/** Tokenizes a run of one mark and says whether it can open and close. */
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
      if (token._close && (size === 2 ? token._inFigure : token._inWord)) cancelPair(context, token, size);
      return ok(code);
    };
    return inside(marker);
  };
}

/** Two runs within words or figures make no pair: they are signs of multiplication, masks, ranges. */
function cancelPair({ events }: TokenizeContext, closer: Run, size: number): void {
  for (let index = events.length - 1; index >= 0; index--) {
    const [kind, opener = closer] = (events[index] ?? []) as [string?, Run?];
    if (kind !== 'exit' || opener === closer || opener.type !== closer.type) continue;
    if (!opener._open || opener._closed || opener.end.offset - opener.start.offset !== size) continue;
    if (size === 2 ? opener._inFigure : opener._inWord) {
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
/** No bold text begins with these or ends with those. */
const isClosing = test(/^[，。、；：！？）》」』】,;?)\]]$/u);
const isOpening = test(/^[（《「『【([]$/u);
