import path from 'node:path';
import type { AstroIntegration } from 'astro';
import type { ViteDevServer } from 'vite';
import { barringProofreader, proofreader } from '../check/index.ts';
import { contentLoader } from '../loader/content-loader.ts';
import { setLoader, onContentChange } from '../loader/build-context.ts';

/**
 * Reads the content folder, `BULLETIN_CONTENT` or `content`. In the dev server, shows a saved change at
 * once: pages are made from the new content, and open ones reload.
 */
export function content(): AstroIntegration {
  return {
    name: 'content',
    hooks: {
      'astro:config:setup': () => {
        const folder = path.resolve(process.env.BULLETIN_CONTENT ?? 'content');
        setLoader(contentLoader(folder, { build: barringProofreader, dev: proofreader }));
      },
      'astro:server:setup': ({ server }) => {
        onContentChange(() => {
          forgetBodies(server);
          // Astro forgets the paths of all pages.
          server.environments.ssr.hot.send('astro:content-changed', {});
          server.environments.client.hot.send({ type: 'full-reload', path: '*' });
        });
      },
    },
  };
}

/** What Vite has made of `.mdx` bodies is made again: they are loaded from the content, not from disk. */
function forgetBodies({ environments }: ViteDevServer): void {
  for (const { moduleGraph } of Object.values(environments)) {
    for (const [id, module] of moduleGraph.idToModuleMap) {
      if (/\.mdx(?:\?|$)/u.test(id)) moduleGraph.invalidateModule(module);
    }
  }
}
