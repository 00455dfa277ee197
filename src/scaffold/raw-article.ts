import { type Document, isMap, parseDocument } from 'yaml';

/** An article's file as it is on disk, its BOM and line ends kept, parted without changing a character. */
export interface RawArticle {
  text: string;
  format: 'md' | 'mdx';
  yaml: Document;
  /** Its values. */
  data: Record<string, unknown>;
  /** Where the YAML and the body begin in the text. */
  yamlStart: number;
  /** Where the closing `---` begins. */
  yamlEnd: number;
  bodyStart: number;
  /** The line end of this file. */
  eol: '\n' | '\r\n';
}

/** @returns undefined where there is no front matter, or none that can be read */
export function partRaw(file: string, text: string): RawArticle | undefined {
  const match = /^(\uFEFF?---[ \t]*\r?\n)((?:[\s\S]*?\n)??)---[ \t]*(?:\r?\n|$)/u.exec(text);
  if (!match) return undefined;
  const [whole, head = '', inner = ''] = match;
  const yaml = parseDocument(inner);
  const data = valuesOf(yaml);
  if (!data) return undefined;
  return {
    text,
    format: file.endsWith('.mdx') ? 'mdx' : 'md',
    yaml,
    data,
    yamlStart: head.length,
    yamlEnd: head.length + inner.length,
    bodyStart: whole.length,
    eol: head.endsWith('\r\n') ? '\r\n' : '\n',
  };
}

function valuesOf(yaml: Document): Record<string, unknown> | undefined {
  if (yaml.errors.length > 0 || !isMap(yaml.contents)) return undefined;
  try {
    return yaml.toJS({ maxAliasCount: 100 });
  } catch {
    // YAML's own aliases (& and *), far too many: the check says so.
    return undefined;
  }
}

/** Characters from `start` to `end` that are to be replaced. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The text with its edits made; all else is as it was. Edits do not overlap. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, text: replacement } of edits.toSorted((a, b) => a.start - b.start)) {
    out += text.slice(at, start) + replacement;
    at = end;
  }
  return out + text.slice(at);
}
