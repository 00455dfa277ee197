import { fieldsToFill } from '#core/fields-to-fill.ts';
import type { FieldToFill } from '#core/write-front-matter.ts';
import type { Draft, KnownNames } from './draft.ts';

/** The fields that an editor must fill in before a draft may be published, each with a hint. */
export function draftFieldsToFill(draft: Draft, { categories, parks }: KnownNames): FieldToFill[] {
  const { title, category, genre, byline, source, reprint, rights, masked, park, interviewee } = draft;
  return fieldsToFill(
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
    { categories: categories.map(({ name }) => name), parks: parks.map(({ name }) => name) },
    {
      title: '原稿无题，由编辑拟；再加一行 titleBy: editor',
      byline: '原稿没有署名；工作报告、公告、发刊词可以不写',
    },
  );
}
