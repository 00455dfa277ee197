import { rehypeHeadingIds } from '@astrojs/markdown-remark';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkToHast from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Picture } from '#core/content.ts';
import type { Urls } from '#core/url.ts';
import { rehypePlugins, remarkPlugins, remarkRehype } from './pipeline.ts';

export interface MarkdownSource {
  body: string;
  /** Path of its file, for relative links. */
  file: string;
  /** The body's pictures by the address they have there. */
  pictures: Record<string, { picture: Picture }>;
  /** 电头, set before the first paragraph. */
  dateline?: string;
}

/**
 * Makes the function that turns an article's Markdown into HTML.
 * @param urls addresses of the site
 */
export function createRenderer(urls: Urls): (source: MarkdownSource) => Promise<string> {
  const pictureOf = (src: string, file: VFile) =>
    new Map(Object.entries(file.data.pictures as MarkdownSource['pictures'])).get(src)?.picture;
  const processor = unified()
    .use(remarkParse)
    .use(remarkPlugins)
    .use(remarkToHast, remarkRehype)
    .use(rehypePlugins({ urls, pictureOf }))
    .use(rehypeHeadingIds)
    .use(rehypeStringify)
    .freeze();
  return async ({ body, file, pictures, dateline }) =>
    String(await processor.process(new VFile({ value: body, path: file, data: { pictures, dateline } })));
}
