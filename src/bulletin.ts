import { getEntry, render } from 'astro:content';
import { type Archive, createArchive } from '#core/archive.ts';
import type { InboxDraft } from '#core/inbox-draft.ts';
import { createUrls, type Urls } from '#core/url.ts';
import { getInbox, getContent } from './loader/build-context.ts';
import { createRenderer, type MarkdownSource } from './markdown/render.ts';

/** Addresses below the base path of this build. */
export const urls: Urls = createUrls(__BASE__);

let shown: Archive | undefined;
const renderMarkdown = createRenderer(urls);

/** The bulletin as the loader has read it last, with drafts in the dev server only. */
export function getArchive(): Archive {
  const content = getContent();
  if (!content) throw new Error('content/site.yaml could not be read');
  if (shown?.content !== content) shown = createArchive(content);
  return shown;
}

/** HTML of the body of an article or page, as it was checked. */
export function renderBody({ body, file, pictures, dateline }: MarkdownSource): Promise<string> {
  return renderMarkdown({ body, file, pictures, ...(dateline && { dateline }) });
}

/** HTML of a Markdown text of the program's own, such as the handbook. */
export function renderText(body: string): Promise<string> {
  return renderMarkdown({ body, file: 'text.md', pictures: {} });
}

/** Whether the body of a draft can be shown: one with errors may be more than the pipeline takes. */
export async function hasBody({ article, problems }: InboxDraft): Promise<boolean> {
  if (!article) return false;
  if (article.format === 'mdx') return problems.every(({ severity }) => severity !== 'error');
  return renderBody(article).then(
    () => true,
    () => false,
  );
}

/** An article's body as it was checked: HTML, or the component that Astro makes of it. */
export async function articleBody(id: string) {
  const drafts = getInbox().flatMap(({ article: draft }) => draft ?? []);
  const article = getArchive().article(id) ?? drafts.find((draft) => draft.id === id);
  if (!article) throw new Error(`No article ${id}`);
  if (article.format === 'md') return { html: await renderBody(article) };
  const entry = await getEntry('mdx', id);
  if (!entry) throw new Error(`No body of ${id}`);
  return { Mdx: (await render(entry)).Content };
}
