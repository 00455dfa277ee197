import { FUNCTIONS } from './vocabulary.ts';

/** Tokens of a presentation value: numbers, colours, keywords, font names. */
const PIECE =
  /[\s,/]+|[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?:%|[a-z]+)?|#[\da-f]{3,8}(?![\p{L}\d_-])|-{0,2}[\p{L}_][\p{L}\p{M}\d_.-]*|"[\p{L}\p{M}\d ,.+_-]*"|'[\p{L}\p{M}\d ,.+_-]*'|[()+*-]/iuy;

const LOCAL = /url\(\s*(?:#([^"'()\\\s]+)|"#([^"'()\\\s]+)"|'#([^"'()\\\s]+)')\s*\)/giu;

/** Collapses and trims white space. */
export function tidy(value: string): string {
  return value.replace(/\s+/gu, ' ').trim();
}

/** The ids in `url(#a)` references of a value. */
export function idsIn(value: string): string[] {
  return [...value.matchAll(LOCAL)].map(([, plain, double, single]) => plain ?? double ?? single ?? '');
}

/** Replaces each `url(#a)` in a value by `to('a')`. */
export function replaceIds(value: string, to: (id: string) => string): string {
  return value.replace(LOCAL, (_, plain?: string, double?: string, single?: string) =>
    to(plain ?? double ?? single ?? ''),
  );
}

/** Whether a value contains only numbers, colours, keywords and allowed functions. */
export function isPlain(value: string): boolean {
  let depth = 0;
  let before = '';
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < value.length) {
    const piece = PIECE.exec(value)?.[0];
    if (piece === undefined) return false;
    if (piece === '(') {
      // After a word it calls a function; alone it groups a part of `calc()`.
      const called = /^[\p{L}_-]/u.test(before);
      if (called ? !FUNCTIONS.has(before.toLowerCase()) : depth === 0) return false;
      depth += 1;
    } else if (piece === ')') depth -= 1;
    if (depth < 0) return false;
    if (piece.trim() !== '') before = piece;
  }
  return depth === 0;
}

/** Whether a value consists of path commands and numbers. */
export function isPathData(value: string): boolean {
  return /^[\s\d,.+\-eEMmLlHhVvCcSsQqTtAaZz]*$/u.test(value);
}
