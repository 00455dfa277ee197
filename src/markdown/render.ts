import { rehypeHeadingIds } from '@astrojs/markdown-remark';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkToHast from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Urls } from '#core/url.ts';
import type { BodyContext } from './body-options.ts';
import { rehypePlugins, remarkPlugins, remarkRehype } from './pipeline.ts';

export interface MarkdownSource extends BodyContext {
  body: string;
  /** Path of the file, for relative links. */
  file: string;
}

/**
 * Creates the function that renders Markdown to HTML.
 * @param urls addresses of the site
 */
export function createRenderer(urls: Urls): (source: MarkdownSource) => Promise<string> {
  const processor = unified()
    .use(remarkParse)
    .use(remarkPlugins)
    .use(remarkToHast, remarkRehype)
    .use(rehypePlugins({ urls, contextOf: (file) => file.data.context as BodyContext }))
    .use(rehypeHeadingIds)
    .use(rehypeStringify)
    .freeze();
  return async ({ body, file, ...context }) =>
    String(await processor.process(new VFile({ value: body, path: file, data: { context } })));
}
