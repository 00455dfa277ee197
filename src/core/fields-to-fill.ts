import type { FieldToFill } from './write-front-matter.ts';
import { articleField, missingKeys, type PublishingContext } from './missing-fields.ts';
import { type ArticleFrontMatter, GENRES } from './schema/article.ts';

/** Choices that are named to the editor; more would not help. */
const MAX_CHOICES = 12;

/**
 * What an editor must fill in before an article may be published, each with a hint.
 * @param names names that the registers know, as choices and examples
 * @param ownHints hints that say more than the usual ones
 */
export function fieldsToFill(
  article: ArticleFrontMatter,
  context: PublishingContext,
  names: { categories: string[]; parks: string[] },
  ownHints: Partial<Record<string, string>> = {},
): FieldToFill[] {
  const { categories, parks } = names;
  const hints: Partial<Record<string, string>> = {
    ...(categories.length > 0 && { category: `可选：${some(categories)}` }),
    park: `写登记的名字，如${some(parks.slice(0, 2)) || '某某高新区'}；不写园区的，加一行 scope: 县区（或市、省、全国）`,
    genre: `可选：${GENRES.join('、')}`,
    rights: articleField('rights').description,
    ...ownHints,
  };
  return missingKeys(article, context).map(({ key }) => {
    const { label, example } = articleField(key);
    return { field: key, label, hint: hints[key] ?? `例如 ${example}` };
  });
}

function some(names: string[]): string {
  return names.slice(0, MAX_CHOICES).join('、') + (names.length > MAX_CHOICES ? '…' : '');
}
