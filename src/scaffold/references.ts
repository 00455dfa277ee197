import path from 'node:path/posix';
import { type Document, isScalar, parseDocument, visit } from 'yaml';
import { destinationsOf } from '../markdown/destinations.ts';
import { decodeAddress } from '#core/text/decode-address.ts';
import { isParseError } from '../markdown/parse.ts';
import { splitRawArticle, type RawArticle } from './raw-article.ts';

/** A reference in a text to another file of the content folder, or to an article's address. */
export interface Reference {
  /** A path relative to the content folder, or an address if it begins with `/`. */
  target: string;
  /** The path as written in the text, without query and anchor. */
  written: string;
  start: number;
  end: number;
}

/** Keys of front matter and `issue.yaml` whose value is a file path. */
const FILE_KEYS = new Set(['src', 'image', 'pdf']);

/**
 * Returns all references in an article's body and front matter.
 * @param file path relative to the content folder
 * @throws the parser's error if the body of an `.mdx` file is invalid
 */
export function referencesOf(file: string, article: RawArticle): Reference[] {
  const { text, yaml, yamlStart, bodyStart, format } = article;
  const inBody = destinationsOf(text.slice(bodyStart), format).flatMap(({ url, isPicture, start, end }) => {
    const anchored = text.slice(bodyStart + start, bodyStart + end);
    const written = isPicture ? anchored : (/^[^#?]*/u.exec(anchored)?.[0] ?? '');
    const named = isPicture ? url : (/^[^#?]*/u.exec(url)?.[0] ?? '');
    const target = targetOf(file, decodeAddress(named));
    if (target === undefined) return [];
    return [{ target, written, start: bodyStart + start, end: bodyStart + start + written.length }];
  });
  return [...yamlReferences(file, yaml, text, yamlStart), ...inBody];
}

/** Returns the files that a YAML text refers to, such as the cover in `issue.yaml`. */
export function yamlReferences(file: string, yaml: Document, text: string, start = 0): Reference[] {
  const found: Reference[] = [];
  visit(yaml, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !FILE_KEYS.has(String(key.value))) return;
      if (!isScalar(value) || typeof value.value !== 'string' || !value.range) return;
      const target = targetOf(file, value.value);
      const offset = text.indexOf(value.value, start + value.range[0]);
      if (target === undefined || offset < 0 || offset > start + value.range[1]) return;
      found.push({ target, written: value.value, start: offset, end: offset + value.value.length });
    },
  });
  return found;
}

/** Resolves an address written in a file; returns undefined for other sites, anchors and empty addresses. */
function targetOf(file: string, named: string): string | undefined {
  if (named === '' || /^[a-z][a-z0-9+.-]*:|^\/\//iu.test(named)) return undefined;
  return named.startsWith('/') ? named : path.join(path.dirname(file), named);
}

/**
 * Returns the relative address of another file: `./images/a.jpg`, `../2022-10/b.md`. Returns `written`
 * unchanged if it already leads there, and keeps its notation of the file name if that is the same.
 */
export function addressFor(file: string, target: string, written: string): string {
  const isSame = (one: string, other: string) => one.normalize('NFC') === other.normalize('NFC');
  if (isSame(path.join(path.dirname(file), decodePath(written)), target)) return written;
  const folder = path.relative(path.dirname(file), path.dirname(target));
  const head = folder === '' ? './' : folder.startsWith('..') ? `${folder}/` : `./${folder}/`;
  const base = path.basename(written);
  return head + (isSame(decodePath(base), path.basename(target)) ? base : path.basename(target));
}

/** Decodes escapes of a path in Markdown: `a\_b%20c.md` is `a_b c.md`. */
function decodePath(written: string): string {
  return decodeAddress(written.replace(/\\([!-/:-@[-`{-~])/gu, '$1'));
}

/** Returns `/issues/2022-10/x/` for `issues/2022-10/x.md`. */
export function addressOf(file: string): string {
  return `/${file.replace(/\.mdx?$/u, '')}/`;
}

/** Returns all references in a Markdown file or an `issue.yaml`; undefined if it cannot be parsed. */
export function namedIn(file: string, text: string): Reference[] | undefined {
  if (file.endsWith('.yaml')) return yamlReferences(file, parseDocument(text), text);
  const article = splitRawArticle(file, text);
  try {
    return article && referencesOf(file, article);
  } catch (error) {
    if (!isParseError(error)) throw error;
    return undefined;
  }
}

/** Whether a file can refer to anything in a folder: it is in the folder, or its text contains the folder's name. */
export function mayName(file: string, text: string, folder: string): boolean {
  return path.dirname(file) === folder || text.includes(path.basename(folder));
}
