import { getEntry, render } from 'astro:content';
import { type Archive, createArchive } from '#core/archive.ts';
import type { InboxDraft } from '#core/inbox-draft.ts';
import type { Heading } from '#core/heading.ts';
import { createUrls, type Urls } from '#core/url.ts';
import { getInbox, getContent } from './loader/build-context.ts';
import type { Publication } from './views/structured-data.ts';
import { createBodyRenderer, type MarkdownSource } from './markdown/render.ts';

/** Addresses with the base path and public address of this build. */
export const urls: Urls = createUrls(__BASE__, __ORIGIN__);

let archive: Archive | undefined;
const renderMarkdown = createBodyRenderer(urls);

/**
 * The bulletin as the loader read it last; with drafts in the dev server only.
 * @throws Error if the content could not be read
 */
export function getArchive(): Archive {
  const content = getContent();
  if (!content) throw new Error('content/site.yaml could not be read');
  if (archive?.content !== content) archive = createArchive(content);
  return archive;
}

/** What descriptions of pages for search engines need besides the page itself. */
export function getPublication(): Publication {
  return { site: getArchive().content.site, urls };
}

/** Renders the checked body of an article or page to HTML. */
export async function renderBody(source: MarkdownSource): Promise<string> {
  return (await renderSource(source)).html;
}

function renderSource({ body, file, pictures, dateline }: MarkdownSource) {
  return renderMarkdown({ body, file, pictures, ...(dateline && { dateline }) });
}

/** Renders a Markdown text that belongs to the program, such as the handbook, to HTML. */
export function renderText(body: string): Promise<string> {
  return renderBody({ body, file: 'text.md', pictures: {} });
}

/** Whether the body of a draft can be rendered; with errors, rendering may throw. */
export async function hasBody({ article, problems }: InboxDraft): Promise<boolean> {
  if (!article) return false;
  if (article.format === 'mdx') return problems.every(({ severity }) => severity !== 'error');
  return renderBody(article).then(
    () => true,
    () => false,
  );
}

/** An article's body: HTML, or the component that Astro compiled from MDX; and its headings. */
export interface ArticleBody {
  html?: string;
  Mdx?: Awaited<ReturnType<typeof render>>['Content'];
  headings: Heading[];
}

/**
 * An article's checked body.
 * @throws Error if there is no such article
 */
export async function articleBody(id: string): Promise<ArticleBody> {
  const drafts = getInbox().flatMap(({ article: draft }) => draft ?? []);
  const article = getArchive().article(id) ?? drafts.find((draft) => draft.id === id);
  if (!article) throw new Error(`No article ${id}`);
  if (article.format === 'md') return renderSource(article);
  const entry = await getEntry('mdx', id);
  if (!entry) throw new Error(`No body of ${id}`);
  const { Content, headings } = await render(entry);
  return { Mdx: Content, headings: headings.map(({ depth, slug, text }) => ({ depth, id: slug, text })) };
}
