import { type FieldToFill, frontMatterText } from '#core/write-front-matter.ts';
import { type ArticleFrontMatter, articleSchema } from '#core/schema/article.ts';

/**
 * Returns the text of a new article: front matter in the order of the content model, and an empty body.
 * @param fields values that the editor has given; the function adds only `status: draft`
 * @param blanks fields to be filled in later, written empty with their hints
 */
export function articleFile(fields: ArticleFrontMatter, blanks: FieldToFill[]): string {
  const values: ArticleFrontMatter = { ...fields, status: 'draft' };
  const blank = new Set(blanks.map(({ field }) => field));
  const entries = Object.keys(articleSchema.shape).flatMap((key): [string, unknown][] => {
    const value = values[key as keyof ArticleFrontMatter];
    if (value !== undefined) return [[key, value]];
    return blank.has(key) ? [[key, null]] : [];
  });
  return `${frontMatterText(entries, blanks)}\n`;
}
