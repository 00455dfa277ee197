import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Article } from '#core/content.ts';
import type { MissingGlyph } from './issue-to-typst.ts';
import { codePointName } from './typst-text.ts';

const FIX = '核对这个字是不是打错；没有错就不用改，网页上照常显示。常见的表情符号请改用文字';

/**
 * Says where the characters stand that the PDF cannot print.
 * @param articles those of the issue
 * @param folder the content folder; messages name its files relative to the working directory if they are inside it
 */
export async function glyphWarnings(
  missing: readonly MissingGlyph[],
  articles: readonly Pick<Article, 'id' | 'file' | 'format'>[],
  folder: string,
): Promise<string[]> {
  return Promise.all(
    missing.map(async ({ article: id, character }) => {
      const article = articles.find((each) => each.id === id);
      const lines = article ? (await readFile(article.file, 'utf8')).split('\n') : [];
      const line = lines.findIndex((each) => each.includes(character)) + 1;
      const file = path.relative('.', article?.file ?? path.join(folder, 'site.yaml'));
      const shown = file.startsWith('..') ? path.resolve(file) : file;
      const problem = `PDF 的字体没有“${character}”（${codePointName(character)}），印成方框和编码`;
      return `${shown}${line > 0 ? `:${line}` : ''} 提醒：${problem}\n  改法：${FIX}`;
    }),
  );
}
