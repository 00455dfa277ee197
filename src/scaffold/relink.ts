import path from 'node:path/posix';
import { isScalar, isSeq } from 'yaml';
import { type Edit, editAsRead } from '#core/text/edit.ts';
import { isParseError } from '../markdown/parse.ts';
import { splitRawArticle, type RawArticle } from './raw-article.ts';
import { addressFor, addressOf, mayName, referencesOf } from './references.ts';

/**
 * Updates the links of all other articles to a moved article: `../2022-10/a.md`, `/issues/2022-10/a/`, and
 * `related` in the front matter.
 * @param texts all Markdown files, by path relative to the content folder
 * @returns the changed texts, and the files that may refer to the article but cannot be parsed
 */
export function relink(texts: ReadonlyMap<string, string>, from: string, to: string) {
  const changed = new Map<string, string>();
  const unread: string[] = [];
  for (const [file, text] of texts) {
    if (file === from || file.endsWith('.yaml') || !mayName(file, text, path.dirname(from))) continue;
    const article = splitRawArticle(file, text);
    try {
      const edits = article
        ? [...relatedEdits(article, from, to), ...linkEdits(file, article, from, to)]
        : [];
      if (edits.length > 0) changed.set(file, editAsRead(text, edits));
      if (!article) unread.push(file);
    } catch (error) {
      if (!isParseError(error)) throw error;
      unread.push(file);
    }
  }
  return { texts: changed, unread };
}

function linkEdits(file: string, article: RawArticle, from: string, to: string): Edit[] {
  return referencesOf(file, article).flatMap(({ target, written, start, end }) => {
    if (target === from) return [{ start, end, text: addressFor(file, to, written) }];
    return target === addressOf(from) ? [{ start, end, text: addressOf(to) }] : [];
  });
}

/** Updates `related`, which identifies an article by issue and file name. */
function relatedEdits({ yaml, yamlStart, text }: RawArticle, from: string, to: string): Edit[] {
  const [old, now] = [from, to].map((file) => addressOf(file).slice('/issues/'.length, -1));
  const related = yaml.get('related', true);
  if (!from.startsWith('issues/') || !isSeq(related) || old === undefined || now === undefined) return [];
  return related.items.flatMap((item) => {
    if (!isScalar(item) || item.value !== old || !item.range) return [];
    const start = text.indexOf(old, yamlStart + item.range[0]);
    return [{ start, end: start + old.length, text: now }];
  });
}
