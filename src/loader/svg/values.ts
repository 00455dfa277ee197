import { FUNCTIONS } from './vocabulary.ts';

/** Pieces of a value that only say how something looks: numbers, colours, words, names of fonts. */
const PIECE =
  /[\s,/]+|[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?:%|[a-z]+)?|#[\da-f]{3,8}(?![\p{L}\d_-])|-{0,2}[\p{L}_][\p{L}\p{M}\d_.-]*|"[\p{L}\p{M}\d ,.+_-]*"|'[\p{L}\p{M}\d ,.+_-]*'|[()+*-]/iuy;

const LOCAL = /url\(\s*(?:#([^"'()\\\s]+)|"#([^"'()\\\s]+)"|'#([^"'()\\\s]+)')\s*\)/giu;

/** Without white space that says nothing. */
export function tidy(value: string): string {
  return value.replace(/\s+/gu, ' ').trim();
}

/** The ids that a value names, `url(#a)`. */
export function idsIn(value: string): string[] {
  return [...value.matchAll(LOCAL)].map(([, plain, double, single]) => plain ?? double ?? single ?? '');
}

/** A value with each `url(#a)` as `to` gives it. */
export function replaceIds(value: string, to: (id: string) => string): string {
  return value.replace(LOCAL, (_, plain?: string, double?: string, single?: string) =>
    to(plain ?? double ?? single ?? ''),
  );
}

/** Whether a value holds nothing but numbers, colours, words and known functions of them. */
export function isPlain(value: string): boolean {
  let depth = 0;
  let before = '';
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < value.length) {
    const piece = PIECE.exec(value)?.[0];
    if (piece === undefined) return false;
    if (piece === '(') {
      // A bracket alone groups what is calculated; after a word it calls a function.
      const called = /^[\p{L}_-]/u.test(before);
      if (called ? !FUNCTIONS.has(before.toLowerCase()) : depth === 0) return false;
      depth += 1;
    } else if (piece === ')') depth -= 1;
    if (depth < 0) return false;
    if (piece.trim() !== '') before = piece;
  }
  return depth === 0;
}

/** Whether a value is the data of a path. */
export function isPathData(value: string): boolean {
  return /^[\s\d,.+\-eEMmLlHhVvCcSsQqTtAaZz]*$/u.test(value);
}
