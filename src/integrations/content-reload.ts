import type { AstroIntegration } from 'astro';
import { onHandover } from '../loader/handover.ts';

/** In the dev server, shows a saved change at once: pages are made from the new content, and open ones reload. */
export function contentReload(): AstroIntegration {
  return {
    name: 'content-reload',
    hooks: {
      'astro:server:setup': ({ server }) => {
        onHandover(() => {
          // Astro forgets the paths of all pages.
          server.environments.ssr.hot.send('astro:content-changed', {});
          server.environments.client.hot.send({ type: 'full-reload', path: '*' });
        });
      },
    },
  };
}
