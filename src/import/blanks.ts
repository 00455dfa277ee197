import { articleField, missingKeys } from '#core/missing-fields.ts';
import { GENRES } from '#core/schema/article.ts';
import type { Draft, KnownNames } from './draft.ts';
import type { Blank } from './front-matter.ts';

/** Choices that are named to the editor; more would not help. */
const MOST_CHOICES = 12;

/** What an editor must fill in before a draft may be published, each with a hint. */
export function blanksOf(draft: Draft, { categories, parks }: KnownNames): Blank[] {
  const { title, category, genre, byline, source, reprint, rights, masked, park, interviewee } = draft;
  const lacking = missingKeys(
    {
      title,
      category,
      genre,
      source,
      reprint,
      rights,
      masked,
      interviewee,
      ...(byline.length > 0 && { byline }),
      ...(park.length > 0 && { park }),
    },
    { issueEditor: draft.editor ?? '每期另定', reviewRequired: false },
  );
  const hints: Partial<Record<string, string>> = {
    ...(categories.length > 0 && { category: `可选：${some(categories.map(({ name }) => name))}` }),
    park: `写登记的名字，如${some(parks.map(({ name }) => name).slice(0, 2)) || '某某高新区'}；不写园区的，加一行 scope: 县区（或市、省、全国）`,
    genre: `可选：${GENRES.join('、')}`,
    rights: 'own 本刊、reprint 转载、cleared 已获授权、unknown 未明',
    title: '原稿无题，由编辑拟；再加一行 titleBy: editor',
    byline: '原稿没有署名；工作报告、公告、发刊词可以不写',
  };
  return lacking.map(({ key }) => {
    const { label, example } = articleField(key);
    return { field: key, label, hint: hints[key] ?? `例如 ${example}` };
  });
}

function some(names: string[]): string {
  return names.slice(0, MOST_CHOICES).join('、') + (names.length > MOST_CHOICES ? '…' : '');
}
