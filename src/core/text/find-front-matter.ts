/** Offsets of front matter and body in the original text of a file, with any line endings. */
export interface FrontMatterParts {
  yamlStart: number;
  /** Where the closing `---` begins. */
  yamlEnd: number;
  bodyStart: number;
  /** Line of the file on which the body begins, from 1. */
  bodyLine: number;
  /** The line ending after the opening `---`. */
  eol: '\n' | '\r\n' | '\r';
}

const OPENING = /^\uFEFF?---[ \t]*(\r\n?|\n)/u;
/** Not `^`, which would also match after U+2028. */
const CLOSING = /(?<![^\r\n])---[ \t]*(?:\r\n?|\n|(?![\s\S]))/u;

/**
 * Finds front matter. It lies between a first line `---` and the next such line; lines end with LF, CRLF or CR.
 * All code that splits a file uses this function.
 * @param text with or without a byte order mark
 * @returns `open` if it has no end, undefined if there is none
 */
export function findFrontMatter(text: string): FrontMatterParts | 'open' | undefined {
  const opening = OPENING.exec(text);
  if (!opening) return undefined;
  const yamlStart = opening[0].length;
  const rest = text.slice(yamlStart);
  const closing = CLOSING.exec(rest);
  if (!closing) return 'open';
  const yamlEnd = yamlStart + closing.index;
  return {
    yamlStart,
    yamlEnd,
    bodyStart: yamlEnd + closing[0].length,
    bodyLine: linesIn(text.slice(0, yamlEnd)) + (/[\r\n]$/u.test(closing[0]) ? 2 : 1),
    eol: opening[1] as FrontMatterParts['eol'],
  };
}

/** The YAML of a file's front matter, with LF line endings; empty if there is none. */
export function frontMatterYaml(text: string): string {
  const found = findFrontMatter(text);
  if (found === undefined || found === 'open') return '';
  return text.slice(found.yamlStart, found.yamlEnd).replace(/\r\n?/gu, '\n');
}

function linesIn(text: string): number {
  return text.match(/\r\n?|\n/gu)?.length ?? 0;
}
