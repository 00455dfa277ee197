import path from 'node:path/posix';
import { type Document, isScalar, parseDocument, visit } from 'yaml';
import { destinationsOf } from '../markdown/destinations.ts';
import { decodeAddress } from '#core/text/decode-address.ts';
import { isParseError } from '../markdown/parse.ts';
import { partRaw, type RawArticle } from './raw-article.ts';

/** A place in a text where another file of the content folder, or an article's address, is named. */
export interface Reference {
  /** What is named: a path inside the content folder; or, where it begins with `/`, an address. */
  target: string;
  /** The path as it is written, without an anchor. */
  written: string;
  start: number;
  end: number;
}

/** Keys of front matter and `issue.yaml` that name a file. */
const FILE_KEYS = new Set(['src', 'image', 'pdf']);

/**
 * The files and addresses that an article names, in body and front matter.
 * @param file path inside the content folder
 * @throws the parser's error where an `.mdx` body is no MDX
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

/** The files that a YAML text names: `issue.yaml` its cover, its pages. */
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

/** What an address written in a file names; undefined for other sites, anchors and nothing. */
function targetOf(file: string, named: string): string | undefined {
  if (named === '' || /^[a-z][a-z0-9+.-]*:|^\/\//iu.test(named)) return undefined;
  return named.startsWith('/') ? named : path.join(path.dirname(file), named);
}

/**
 * How a file names another: `./images/a.jpg`, `../2022-10/b.md`. What is written stays where it leads
 * there; else of it the file's name is kept where that is the same.
 */
export function addressFor(file: string, target: string, written: string): string {
  const isSame = (one: string, other: string) => one.normalize('NFC') === other.normalize('NFC');
  if (isSame(path.join(path.dirname(file), meant(written)), target)) return written;
  const folder = path.relative(path.dirname(file), path.dirname(target));
  const head = folder === '' ? './' : folder.startsWith('..') ? `${folder}/` : `./${folder}/`;
  const base = path.basename(written);
  return head + (isSame(meant(base), path.basename(target)) ? base : path.basename(target));
}

/** The path that is meant by one that is written in Markdown: `a\_b%20c.md` is `a_b c.md`. */
function meant(written: string): string {
  return decodeAddress(written.replace(/\\([!-/:-@[-`{-~])/gu, '$1'));
}

/** `/issues/2022-10/x/` for `issues/2022-10/x.md`. */
export function addressOf(file: string): string {
  return `/${file.replace(/\.mdx?$/u, '')}/`;
}

/** All that a Markdown file or an `issue.yaml` names; undefined where it cannot be read. */
export function namedIn(file: string, text: string): Reference[] | undefined {
  if (file.endsWith('.yaml')) return yamlReferences(file, parseDocument(text), text);
  const article = partRaw(file, text);
  try {
    return article && referencesOf(file, article);
  } catch (error) {
    if (!isParseError(error)) throw error;
    return undefined;
  }
}

/** Whether a text can name anything in a folder: it stands there, or has the folder's name in it. */
export function mayName(file: string, text: string, folder: string): boolean {
  return path.dirname(file) === folder || text.includes(path.basename(folder));
}
