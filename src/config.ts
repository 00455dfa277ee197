import path from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import type { AstroUserConfig } from 'astro';
import { createUrls } from './core/url.ts';
import { assetNames } from './engine/asset-names.ts';
import { buildTargets } from './engine/oldest-browsers.ts';
import { engineFile, engineFolder, setEngineFolder } from './engine/engine-folder.ts';
import { enginePackages } from './engine/engine-packages.ts';
import { content } from './integrations/content.ts';
import { inbox } from './integrations/inbox.ts';
import { mdxBody } from './integrations/mdx-body.ts';
import { modulePreloads } from './integrations/module-preloads.ts';
import { pageCache } from './integrations/page-cache.ts';
import { pageGate } from './integrations/page-gate.ts';
import { publicRoutes } from './integrations/public-routes.ts';
import { supportedPackages } from './integrations/supported-packages.ts';
import { searchIndex } from './integrations/search-index.ts';
import { getMdxArticle } from './loader/build-context.ts';
import { contentFolder, readSiteAddress, showsDrafts } from './loader/site-address-fs.ts';
import { rehypePlugins, remarkPlugins, remarkRehype } from './markdown/pipeline.ts';

/**
 * Astro's configuration: pages and code come from the engine, content, caches and output lie in the bulletin's
 * folder. In the repository both are one folder.
 * @param root the bulletin's folder
 */
export function astroConfig(root = process.cwd()): AstroUserConfig {
  // Pages are bundled elsewhere and cannot find the engine by themselves.
  setEngineFolder(engineFolder());
  const address = readSiteAddress(contentFolder(root));
  const { origin = '', base = '/' } = address ?? {};
  const search = searchIndex();
  const gate = pageGate();
  const isElsewhere = path.resolve(root) !== engineFolder();
  return {
    root,
    srcDir: engineFile('src'),
    // There is no such folder: files of a bulletin's own `public` would be published unchecked.
    publicDir: engineFile('public'),
    ...(address && { site: origin }),
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
        // Astro's types name plugins of one version of unified, ours another spelling of the same.
        remarkPlugins: remarkPlugins as never,
        remarkRehype,
        rehypePlugins: rehypePlugins({
          urls: createUrls(base),
          // The dev server also compiles the handbook's Markdown, though its pages read it as text.
          contextOf: ({ path: file = '' }) =>
            file.endsWith('.mdx') ? getMdxArticle(file) : { pictures: {} },
        }) as never,
      }),
    },
    integrations: [
      supportedPackages(),
      modulePreloads('search/index.html'),
      mdx(),
      pageCache(search.pages, gate.pages),
      content(),
      inbox(),
      publicRoutes(address !== undefined),
      search,
      gate,
    ],
    vite: {
      plugins: [
        buildFacts(origin, base),
        plainImports(),
        shortTable(),
        mdxBody(),
        ...(isElsewhere ? [enginePackages()] : []),
      ],
      environments: assetNames(),
      // Workers are bundled by themselves.
      worker: {
        format: 'es',
        plugins: () => [plainImports(), shortTable()],
        rolldownOptions: { output: assetNames().client.build.rolldownOptions.output },
      },
      // Ignores configuration files of the bulletin's folder.
      css: { postcss: {} },
      // Small scripts and styles stay files of their own: the CSP allows no inline ones.
      build: { assetsInlineLimit: 0, cssTarget: buildTargets() },
    },
  };
}

/**
 * What pages know of the build. Not from import.meta.env: there, variables of the machine such as
 * DEV or BASE_URL would win, and a build could take itself for the dev server.
 */
function buildFacts(origin: string, base: string) {
  return {
    name: 'build-facts',
    config: (_: unknown, { command }: { command: string }) => ({
      define: {
        __BASE__: JSON.stringify(base),
        __ORIGIN__: JSON.stringify(origin),
        __DEV_SERVER__: JSON.stringify(command === 'serve'),
        __DRAFTS__: JSON.stringify(showsDrafts()),
        __ADMIN__: JSON.stringify(process.env.BULLETIN_ADMIN !== 'off'),
      },
    }),
  };
}

/**
 * Scripts that are loaded on first use are imported as they are. Vite's helper, which preloads their styles and
 * imports, is larger than any script that every page loads; no such script has styles.
 */
function plainImports() {
  return {
    name: 'plain-imports',
    enforce: 'pre' as const,
    load: (id: string) =>
      id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
  };
}

/**
 * OpenCC's table of traditional characters, `㑯 㑔|㑳 㑇|…`, without the signs between them and what stays the same:
 * a fifth smaller as readers load it. `simplify.ts` reads both forms.
 */
function shortTable() {
  return {
    name: 'short-table',
    transform: (code: string, id: string) =>
      id.includes('opencc-js') && id.includes('TSCharacters')
        ? code.replaceAll(/(\p{Script=Han}) (\p{Script=Han})\|?/gu, (_, from: string, to: string) =>
            from === to ? '' : from + to,
          )
        : undefined,
  };
}
