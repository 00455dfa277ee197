import type { Finding } from './diagnostic.ts';
import { compareText } from './text/compare-text.ts';

/** Name of the file in the content folder. */
export const ADDRESS_LIST = 'addresses.txt';

/** Form of a published or former address: `/issues/2022-09/a/`. */
export const ADDRESS = /^\/(?:[a-z0-9_-][a-z0-9_.-]*\/)+$/u;

/** The list of published addresses, which must work for ever. */
export interface AddressList {
  /** Each address with the first line that contains it, counted from 1. */
  lines: ReadonlyMap<string, number>;
  findings: Finding[];
}

/**
 * Parses a list with one address per line. Git merges two lists by taking the lines of both (`merge=union`),
 * so any order and repeated lines are valid.
 * @param text with LF line endings
 */
export function parseAddressList(text: string): AddressList {
  const lines = new Map<string, number>();
  const findings: Finding[] = [];
  text.split('\n').forEach((raw, index) => {
    const line = raw.trim();
    if (line === '' || lines.has(line)) return;
    if (line === '/' || ADDRESS.test(line)) lines.set(line, index + 1);
    else findings.push(invalidLine(line, index + 1));
  });
  return { lines, findings };
}

/** Formats a list: sorted by code units, each address once. */
export function formatAddressList(addresses: Iterable<string>): string {
  return [...new Set(addresses)]
    .sort(compareText)
    .map((address) => `${address}\n`)
    .join('');
}

function invalidLine(line: string, number: number): Finding {
  const corrected = `/${line
    .replace(/^[a-z]+:\/\/[^/]+/iu, '')
    .toLowerCase()
    .replace(/^\/+|\/+$/gu, '')}/`;
  const isConflictMarker = /^(?:<{7}|={7}|>{7}|\|{7})/u.test(line);
  const excerpt = [...line].length > 60 ? `${[...line].slice(0, 60).join('')}…` : line;
  return {
    rule: 'address-line',
    line: number,
    column: 1,
    problem: isConflictMarker ? 'Git 合并时留下的记号' : `“${excerpt}”不是网址清单里的网址`,
    fix: isConflictMarker
      ? '删去这一行，两边的网址都留下'
      : ADDRESS.test(corrected)
        ? `改成 ${corrected}`
        : '一行一个网址，以 / 开头、以 / 结尾，例如 /issues/2022-09/some-article/；不是网址的删去这一行',
  };
}
