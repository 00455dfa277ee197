import { getCollection, getEntry, render } from 'astro:content';
import { type Archive, createArchive } from '#core/archive.ts';
import type { Content } from '#core/content.ts';
import { createUrls, type Urls } from '#core/url.ts';
import { readText } from './loader/files-fs.ts';
import { splitFrontMatter } from './loader/front-matter.ts';
import { createRenderer, type MarkdownSource } from './markdown/render.ts';

/** Addresses below the base path of this build. */
export const urls: Urls = createUrls(__BASE__);

let archive: Promise<Archive> | undefined;
const renderMarkdown = createRenderer(urls);

/**
 * The bulletin: the one place where collections are read. They hold drafts in the dev server only. A
 * build reads them once, the dev server on every request.
 */
export function getArchive(): Promise<Archive> {
  if (__DEV_SERVER__) return readArchive();
  archive ??= readArchive();
  return archive;
}

async function readArchive(): Promise<Archive> {
  const all = async <K extends Exclude<keyof Content, 'site'>>(name: K) =>
    (await getCollection(name)).map(({ data }) => data) as Content[K];
  const [site] = await getCollection('site');
  if (!site) throw new Error('content/site.yaml could not be read');
  const content: Content = {
    site: site.data,
    issues: await all('issues'),
    articles: await all('articles'),
    pages: await all('pages'),
    categories: await all('categories'),
    parks: await all('parks'),
    regions: await all('regions'),
    sources: await all('sources'),
    series: await all('series'),
    topics: await all('topics'),
    industries: await all('industries'),
  };
  return createArchive(content);
}

/** HTML of an article's or page's Markdown. */
export async function renderBody(source: Omit<MarkdownSource, 'body'>): Promise<string> {
  const text = await readText(source.file);
  if ('finding' in text) throw new Error(`${source.file}: ${text.finding.problem}`);
  return renderMarkdown({ ...source, body: splitFrontMatter(text.text).body });
}

/** HTML of a Markdown text of the program's own, such as the handbook. */
export function renderText(body: string): Promise<string> {
  return renderMarkdown({ body, file: 'text.md', pictures: {} });
}

/** The component that Astro makes of an `.mdx` body. */
export async function mdxBody(id: string) {
  const entry = await getEntry('articles', id);
  if (!entry) throw new Error(`No article ${id}`);
  return (await render(entry)).Content;
}
