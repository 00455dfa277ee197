import type { Finding } from './diagnostic.ts';
import { compareText } from './text/compare-text.ts';

/** Its name in the content folder. */
export const ADDRESS_LIST = 'addresses.txt';

/** An address as it is listed, or kept as an old one: `/issues/2022-09/a/`. */
export const ADDRESS = /^\/(?:[a-z0-9_-][a-z0-9_.-]*\/)+$/u;

/** The list of published addresses: what must answer for ever, and on which line each stands first. */
export interface AddressList {
  lines: ReadonlyMap<string, number>;
  findings: Finding[];
}

/**
 * Reads a list, one address a line. Git merges two lists by taking the lines of both (`merge=union`): any
 * order is right, and a line may stand twice.
 * @param text with LF line ends
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

/** The list as it is written: sorted by code units, each address once. */
export function formatAddressList(addresses: Iterable<string>): string {
  return [...new Set(addresses)]
    .sort(compareText)
    .map((address) => `${address}\n`)
    .join('');
}

function invalidLine(line: string, number: number): Finding {
  const near = `/${line
    .replace(/^[a-z]+:\/\/[^/]+/iu, '')
    .toLowerCase()
    .replace(/^\/+|\/+$/gu, '')}/`;
  const isMark = /^(?:<{7}|={7}|>{7}|\|{7})/u.test(line);
  const shown = [...line].length > 60 ? `${[...line].slice(0, 60).join('')}…` : line;
  return {
    rule: 'address-line',
    line: number,
    column: 1,
    problem: isMark ? 'Git 合并时留下的记号' : `“${shown}”不是网址清单里的网址`,
    fix: isMark
      ? '删去这一行，两边的网址都留下'
      : ADDRESS.test(near)
        ? `改成 ${near}`
        : '一行一个网址，以 / 开头、以 / 结尾，例如 /issues/2022-09/some-article/；不是网址的删去这一行',
  };
}
