import { isSymbol, tokensOf } from '../shared/fold.ts';

/** The source of a regular expression that matches a folded text, ignoring white space. */
export function pattern(folded: string): string {
  return tokensOf(folded).map(escaped).join('\\s*');
}

/**
 * Like `pattern`, but ignores punctuation between the characters. Between two digits or Latin letters
 * punctuation counts: 41.22 is not 4122.0; only a comma may separate thousands.
 */
export function loosePattern(folded: string): string {
  let source = '';
  let last = '';
  let between = '';
  for (const token of tokensOf(folded)) {
    if (isSymbol(token)) {
      between += token;
      continue;
    }
    if (last !== '') source += separator(last, token, between);
    source += escaped(token);
    last = token;
    between = '';
  }
  return source;
}

function separator(before: string, after: string, between: string): string {
  if (!/[\da-z]/iu.test(before) || !/[\da-z]/iu.test(after)) return '[^\\p{Alphabetic}\\p{N}]*';
  if (between !== '' && between !== ',') return [...between].map(escaped).join('\\s*');
  return /\d/u.test(before) && /\d/u.test(after) ? '[,，]?' : '\\s*';
}

function escaped(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&');
}
