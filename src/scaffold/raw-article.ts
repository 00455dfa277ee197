import { type Document, parseDocument } from 'yaml';
import { asRead } from '#core/text/edit.ts';
import { findFrontMatter } from '#core/text/find-front-matter.ts';
import { parseYaml } from '#core/yaml-source.ts';

/** An article's text as it is read, parted; what is edited in it is made on disk by `editAsRead`. */
export interface RawArticle {
  /** With LF line ends, without a byte order mark. */
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
}

/**
 * @param onDisk the file's own text
 * @returns undefined where there is no front matter, or none that can be read
 */
export function partRaw(file: string, onDisk: string): RawArticle | undefined {
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
