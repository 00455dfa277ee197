import type { FieldToFill } from './write-front-matter.ts';
import { articleField, missingKeys, type PublishingContext } from './missing-fields.ts';
import { type ArticleFrontMatter, GENRES } from './schema/article.ts';

/** Choices in one hint; longer lists do not fit on a line. */
const MAX_CHOICES = 12;

/**
 * The fields that an editor must fill in before an article can be published, each with a hint.
 * @param names names in the registers, used as choices and examples
 * @param ownHints hints by field that replace the default ones
 */
export function fieldsToFill(
  article: ArticleFrontMatter,
  context: PublishingContext,
  names: { categories: string[]; parks: string[] },
  ownHints: Partial<Record<string, string>> = {},
): FieldToFill[] {
  const { categories, parks } = names;
  const hints: Partial<Record<string, string>> = {
    ...(categories.length > 0 && { category: `可选：${firstFew(categories)}` }),
    park: `写登记的名字，如${firstFew(parks.slice(0, 2)) || '某某高新区'}；不写园区的，加一行 scope: 县区（或市、省、全国）`,
    genre: `可选：${GENRES.join('、')}`,
    rights: articleField('rights').description,
    ...ownHints,
  };
  return missingKeys(article, context).map(({ key }) => {
    const { label, example } = articleField(key);
    return { field: key, label, hint: hints[key] ?? `例如 ${example}` };
  });
}

function firstFew(names: string[]): string {
  return names.slice(0, MAX_CHOICES).join('、') + (names.length > MAX_CHOICES ? '…' : '');
}
