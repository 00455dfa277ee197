import { type Document, parseDocument } from 'yaml';
import { asRead } from '#core/text/edit.ts';
import { findFrontMatter } from '#core/text/find-front-matter.ts';
import { parseYaml } from '#core/yaml-source.ts';

/** An article's text split into front matter and body; `editAsRead` applies edits of it to the text on disk. */
export interface RawArticle {
  /** With LF line ends, without a byte order mark. */
  text: string;
  format: 'md' | 'mdx';
  yaml: Document;
  /** Values of the front matter. */
  data: Record<string, unknown>;
  /** Offsets of the YAML and the body in the text. */
  yamlStart: number;
  /** Offset of the closing `---`. */
  yamlEnd: number;
  bodyStart: number;
}

/**
 * Splits an article's text.
 * @param onDisk the file's text, not normalized
 * @returns undefined if there is no valid front matter
 */
export function splitRawArticle(file: string, onDisk: string): RawArticle | undefined {
  const text = asRead(onDisk);
  const found = findFrontMatter(text);
  if (found === undefined || found === 'open') return undefined;
  const { yamlStart, yamlEnd, bodyStart } = found;
  const yaml = text.slice(yamlStart, yamlEnd);
  const { data, findings } = parseYaml(yaml);
  if (findings.length > 0 || typeof data !== 'object' || data === null || Array.isArray(data)) {
    return undefined;
  }
  return {
    text,
    format: file.endsWith('.mdx') ? 'mdx' : 'md',
    yaml: parseDocument(yaml),
    data: data as Record<string, unknown>,
    yamlStart,
    yamlEnd,
    bodyStart,
  };
}
