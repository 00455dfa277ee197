import { expect, it } from 'vitest';
import { findLostText } from '../../src/import/verify/find-lost-text.ts';
import { MarkupScanner } from '../../src/import/verify/source-markup.ts';

/** A text that counts how many of its characters are read; patterns read a copy, which is not counted. */
function countedText(text: string): { text: string; reads: () => number } {
  let reads = 0;
  const counting = new Proxy(Object(text) as object, {
    get: (_, key) => {
      if (typeof key === 'string' && /^\d+$/u.test(key)) {
        reads += 1;
        return text[Number(key)];
      }
      const value: unknown = text[key as keyof string];
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        const result: unknown = Reflect.apply(value, text, args);
        reads += charactersRead(String(key), args, result, text.length);
        return result;
      };
    },
  });
  return { text: counting as unknown as string, reads: () => reads };
}

/** What a search reads up to what it finds, or all the rest; what a slice copies. */
function charactersRead(method: string, args: unknown[], result: unknown, length: number): number {
  if (method === 'slice') return String(result).length;
  if (method !== 'indexOf') return 0;
  const from = Number(args[1] ?? 0);
  return (result === -1 ? length : Number(result)) - from;
}

/** Characters read, and regions found, in a text of some length that consists of a repeated sign. */
function workOf(sign: string, length: number): { reads: number; regions: number } {
  const plain = sign.repeat(length / sign.length);
  const { text, reads } = countedText(plain);
  const scanner = new MarkupScanner(text);
  let regions = 0;
  for (let at = 0; at < plain.length; at += 1) {
    regions += scanner.at(at).length;
    scanner.isSyntax(at);
  }
  return { reads: reads(), regions };
}

/** Signs that begin markup; none of them is ever closed. */
const OPENING = [
  '[',
  '![',
  '](',
  '<a "',
  '<!--',
  '<svg>',
  '&',
  '*',
  '~',
  '](a "',
  '{{',
  '[^a]',
  '\n- ',
  '\\',
];

it.each(OPENING)('reads twice as much in a text twice as long: %j', (sign) => {
  const [short, long] = [workOf(sign, 6000), workOf(sign, 12_000)];
  expect(long.reads).toBeLessThan(2.1 * short.reads);
  expect(long.regions).toBeLessThan(2.1 * short.regions + 1);
  expect(findLostText(sign.repeat(1000), '乙')).toBeDefined();
});
