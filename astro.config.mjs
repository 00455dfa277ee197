import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { createUrls } from './src/core/url.ts';
import { content } from './src/integrations/content.ts';
import { inbox } from './src/integrations/inbox.ts';
import { pageCache } from './src/integrations/page-cache.ts';
import { mdxBody } from './src/integrations/mdx-body.ts';
import { pageGate } from './src/integrations/page-gate.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { supportedPackages } from './src/integrations/supported-packages.ts';
import { getMdxArticle } from './src/loader/build-context.ts';
import { rehypePlugins, remarkPlugins, remarkRehype } from './src/markdown/pipeline.ts';

const address = process.env.SITE_URL ? new URL(process.env.SITE_URL) : undefined;
const base = address ? address.pathname : '/';

/**
 * Constants of the build, for pages. Not in import.meta.env: environment variables such as DEV or BASE_URL
 * would override them, and a build could take itself for the dev server.
 */
const buildConstants = {
  name: 'build-constants',
  config: (_, { command }) => ({
    define: {
      __BASE__: JSON.stringify(base),
      __DEV_SERVER__: JSON.stringify(command === 'serve'),
      __ADMIN__: JSON.stringify(process.env.BULLETIN_ADMIN !== 'off'),
    },
  }),
};

const search = searchIndex();
const gate = pageGate();

export default defineConfig({
  ...(address && { site: address.origin }),
  base,
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  build: { inlineStylesheets: 'never', concurrency: 4 },
  devToolbar: { enabled: false },
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins,
      remarkRehype,
      rehypePlugins: rehypePlugins({
        urls: createUrls(base),
        contextOf: ({ path }) => getMdxArticle(path),
      }),
    }),
  },
  integrations: [
    supportedPackages(),
    mdx(),
    pageCache(search.pages, gate.pages),
    content(),
    inbox(),
    search,
    gate,
  ],
  vite: {
    plugins: [buildConstants, mdxBody()],
    // Small scripts and styles stay files of their own: the CSP allows no inline ones.
    build: { assetsInlineLimit: 0 },
  },
});
