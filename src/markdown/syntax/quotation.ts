import type { Construct, Effects, State, TokenizeContext } from 'micromark-util-types';
import { isBlank, isLineEnd, isSpace } from './character-codes.ts';

/**
 * A block quotation that begins with `>` and a space. CommonMark needs no space: it would turn
 * `>500亩的有三家` into a quotation and drop the sign.
 */
export const quotation: Construct = {
  name: 'quotation',
  tokenize(effects, ok, nok) {
    return effects.check(mark, prefix(this, effects, ok), nok);
  },
  continuation: {
    tokenize(effects, ok, nok) {
      const marked = effects.check(mark, prefix(this, effects, ok), nok);
      return (code) => (isSpace(code) ? blanks(effects, marked)(code) : marked(code));
    },
  },
  exit: (effects) => void effects.exit('blockQuote'),
};

/** `>` before a space, before another `>`, or alone on its line. */
const mark: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const inside: State = (code) => {
      if (code === 62) {
        effects.consume(code);
        return inside;
      }
      effects.exit('blockQuoteMarker');
      return isLineEnd(code) || isBlank(code) ? ok(code) : nok(code);
    };
    return (code) => {
      if (code !== 62) return nok(code);
      effects.enter('blockQuoteMarker');
      return inside(code);
    };
  },
};

function prefix(context: TokenizeContext, effects: Effects, ok: State): State {
  return (code) => {
    const state = context.containerState;
    if (state && !state.open) {
      effects.enter('blockQuote', { _container: true });
      state.open = true;
    }
    effects.enter('blockQuotePrefix');
    effects.enter('blockQuoteMarker');
    effects.consume(code);
    effects.exit('blockQuoteMarker');
    return (next) => {
      if (isBlank(next)) {
        effects.enter('blockQuotePrefixWhitespace');
        effects.consume(next);
        effects.exit('blockQuotePrefixWhitespace');
        effects.exit('blockQuotePrefix');
        return ok;
      }
      effects.exit('blockQuotePrefix');
      return ok(next);
    };
  };
}

function blanks(effects: Effects, then: State): State {
  const inside: State = (code) => {
    if (isSpace(code)) {
      effects.consume(code);
      return inside;
    }
    effects.exit('linePrefix');
    return then(code);
  };
  return (code) => {
    effects.enter('linePrefix');
    return inside(code);
  };
}
