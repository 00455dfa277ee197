import path from 'node:path';
import type { Plugin } from 'vite';
import { getMdxArticle } from '../loader/build-context.ts';

/**
 * Gives @astrojs/mdx the very string that was checked, behind an empty front matter: it neither reads
 * the file again nor splits it by rules of its own. (Without front matter, it would take one from the
 * head of the body.)
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
