import type { AstroIntegration } from 'astro';
import { engineFile } from '../engine/engine-folder.ts';

/** Routes with the file of each in `src/public-routes/`. */
const ROUTES: readonly (readonly [pattern: string, file: string])[] = [
  ['/feed.xml', 'feed.xml.ts'],
  ['/feed.json', 'feed.json.ts'],
  ['/corrections/feed.xml', 'corrections.xml.ts'],
  ['/[kind]/[id]/feed.xml', 'list.xml.ts'],
  ['/feeds', 'feeds.astro'],
  ['/sitemap.xml', 'sitemap.xml.ts'],
  ['/sitemap-[part].xml', 'sitemap-part.xml.ts'],
  ['/robots.txt', 'robots.txt.ts'],
];

/**
 * Adds feeds and sitemap, whose addresses must be absolute.
 * @param hasAddress whether the public address is known; without it there are no such files
 */
export function publicRoutes(hasAddress: boolean): AstroIntegration {
  return {
    name: 'public-routes',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        if (!hasAddress) return;
        for (const [pattern, file] of ROUTES) {
          injectRoute({ pattern, entrypoint: engineFile(`src/public-routes/${file}`), prerender: true });
        }
      },
    },
  };
}
