import type { AstroIntegration } from 'astro';
import type { ViteDevServer } from 'vite';
import { blockingProofreader, proofreader } from '../check/index.ts';
import { contentLoader } from '../loader/content-loader.ts';
import { contentFolder } from '../loader/site-address-fs.ts';
import { setLoader, onContentChange } from '../loader/build-context.ts';

/**
 * Reads the content folder, `BULLETIN_CONTENT` or `content`. In the dev server, a saved change reloads open
 * pages with the new content.
 */
export function content(): AstroIntegration {
  return {
    name: 'content',
    hooks: {
      'astro:config:setup': () => {
        setLoader(contentLoader(contentFolder(), { build: blockingProofreader, dev: proofreader }));
      },
      'astro:server:setup': ({ server }) => {
        onContentChange(() => {
          invalidateMdxModules(server);
          // Makes Astro compute the page paths again.
          server.environments.ssr.hot.send('astro:content-changed', {});
          server.environments.client.hot.send({ type: 'full-reload', path: '*' });
        });
      },
    },
  };
}

/** Vite must compile `.mdx` bodies again: `mdx-body.ts` loads them from the content, so Vite sees no change. */
function invalidateMdxModules({ environments }: ViteDevServer): void {
  for (const { moduleGraph } of Object.values(environments)) {
    for (const [id, module] of moduleGraph.idToModuleMap) {
      if (/\.mdx(?:\?|$)/u.test(id)) moduleGraph.invalidateModule(module);
    }
  }
}
