import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Urls } from '#core/url.ts';
import { articleOfLink } from './link-target.ts';

/** Adds the base path to internal links, and turns links to articles' files into links to their pages. */
export function rehypeLinks({ urls }: { urls: Urls }) {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'a' || typeof node.properties.href !== 'string') return;
      const { href } = node.properties;
      const [path = '', anchor] = href.split('#');
      const article = articleOfLink(path, file.path);
      if (article) node.properties.href = urls.article(article) + (anchor ? `#${anchor}` : '');
      else if (/^\/(?!\/)/u.test(href)) node.properties.href = urls.internal(href);
      else if (/^https?:/iu.test(href)) node.properties.rel = ['noopener'];
    });
  };
}
