import { rehypeHeadingIds } from '@astrojs/markdown-remark';
import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkToHast from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { Heading } from '#core/heading.ts';
import type { Urls } from '#core/url.ts';
import type { BodyContext } from './body-options.ts';
import { textOf } from './text-of.ts';
import { rehypePlugins, remarkPlugins, remarkRehype } from './pipeline.ts';

export interface MarkdownSource extends BodyContext {
  body: string;
  /** Path of the file, for relative links. */
  file: string;
}

export interface RenderedBody {
  html: string;
  headings: Heading[];
}

/** Creates the function that renders Markdown to HTML; see `createBodyRenderer`. */
export function createRenderer(urls: Urls): (source: MarkdownSource) => Promise<string> {
  const render = createBodyRenderer(urls);
  return async (source) => (await render(source)).html;
}

/**
 * Creates the function that renders Markdown to HTML and lists the headings.
 * @param urls addresses of the site
 */
export function createBodyRenderer(urls: Urls): (source: MarkdownSource) => Promise<RenderedBody> {
  const processor = unified()
    .use(remarkParse)
    .use(remarkPlugins)
    .use(remarkToHast, remarkRehype)
    .use(rehypePlugins({ urls, contextOf: (file) => file.data.context as BodyContext }))
    .use(rehypeHeadingIds)
    .use(rehypeListHeadings)
    .use(rehypeStringify)
    .freeze();
  return async ({ body, file, ...context }) => {
    const rendered = await processor.process(new VFile({ value: body, path: file, data: { context } }));
    return { html: String(rendered), headings: rendered.data.headings as Heading[] };
  };
}

/** Lists the headings in the file's data. */
function rehypeListHeadings() {
  return (tree: Root, file: VFile): void => {
    const headings: Heading[] = [];
    visit(tree, 'element', (node) => {
      if (/^h[2-6]$/u.test(node.tagName))
        headings.push({
          depth: Number(node.tagName[1]),
          id: String(node.properties.id),
          text: textOf(node),
        });
    });
    file.data.headings = headings;
  };
}
