import path from 'node:path';
import type { Plugin } from 'vite';
import { getMdxArticle } from '../loader/build-context.ts';

/**
 * Passes the checked body of an article to @astrojs/mdx, after an empty front matter. So @astrojs/mdx neither
 * reads the file again nor splits it by its own rules. (Without the empty front matter, it could mistake the
 * start of the body for one.)
 */
export function mdxBody(): Plugin {
  return {
    name: 'mdx-body',
    enforce: 'pre',
    load: {
      filter: { id: /\.mdx(?:\?|$)/u },
      handler: (id) => {
        const [file = ''] = id.split('?');
        return { code: `---\n---\n${getMdxArticle(path.normalize(file)).body}`, map: null };
      },
    },
  };
}
