import type { AstroIntegration } from 'astro';
import { engineFile } from '../engine/engine-folder.ts';

/** The pages of the inbox. They are routes of the dev server alone: a build does not know of them. */
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
