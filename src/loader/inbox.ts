import { fieldsToFill } from '#core/fields-to-fill.ts';
import type { InboxDraft } from '#core/inbox-draft.ts';
import type { ArticleContext, ArticleDraft } from './article-reader.ts';
import type { ContentFolder } from './content-folder-fs.ts';

/** Characters with a meaning in URLs; `_` replaces them in a draft's address. */
const URL_SYNTAX = /[#%?&/\\]/gu;

/**
 * Every file of the inbox, including those that cannot be parsed as articles.
 * @param drafts those that can
 */
export async function inboxDrafts(
  folder: ContentFolder,
  drafts: readonly ArticleDraft[],
  { site, categories, parks }: Pick<ArticleContext, 'site' | 'categories' | 'parks'>,
): Promise<InboxDraft[]> {
  const byFile = new Map(drafts.map((draft) => [draft.collector.file, draft]));
  const known = { categories: categories.names(), parks: parks.names() };
  const context = { issueEditor: '每期另定', reviewRequired: site?.review ?? false };
  const problems = Map.groupBy(folder.diagnostics, ({ file }) => file);
  const taken = new Set<string>();
  const inbox: InboxDraft[] = [];
  for (const file of folder.matching(/^inbox\/[^/]+\.mdx?$/u)) {
    const whole = file.slice('inbox/'.length).replace(URL_SYNTAX, '_');
    const short = whole.replace(/\.mdx?$/u, '');
    const name = taken.has(short) ? whole : short;
    taken.add(name);
    const draft = byFile.get(file);
    const { written = {}, wrong = [], article } = draft ?? {};
    inbox.push({
      file,
      name,
      // The editor is set by the issue that the draft will go into.
      ...(article && { article: { ...article, editor: written.editor } }),
      text: article?.body ?? (await folder.bareText(file)),
      // Invalid fields are among `problems` already.
      blanks: draft
        ? fieldsToFill(written, context, known).filter(({ field }) => !wrong.includes(field))
        : [],
      problems: problems.get(file) ?? [],
    });
  }
  return inbox;
}
