import type { AstroIntegration } from 'astro';
import { engineFile } from '../engine/engine-folder.ts';

/** Adds the pages of the inbox, to the dev server only: a build does not have these routes. */
export function inbox(): AstroIntegration {
  return {
    name: 'inbox',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev') return;
        injectRoute({ pattern: '/inbox/', entrypoint: engineFile('src/inbox/List.astro'), prerender: true });
        injectRoute({
          pattern: '/inbox/[name]/',
          entrypoint: engineFile('src/inbox/Draft.astro'),
          prerender: true,
        });
      },
    },
  };
}
