import { build } from 'astro';
import { astroConfig } from '../../../src/config.ts';
import { openBuildCache } from './build-cache.ts';
import { progress } from './progress.ts';

/**
 * Builds the site of a content folder. Loading this file loads Astro.
 * @param content the content folder, which is `BULLETIN_CONTENT` too
 * @param outDir folder of the site, absolute
 */
export async function buildSite(content: string, outDir: string, say: (line: string) => void): Promise<void> {
  const cache = openBuildCache(content, say);
  try {
    const config = astroConfig();
    await build({
      ...config,
      configFile: false,
      outDir,
      cacheDir: cache.folder,
      // Astro's English warnings are of no use to editors; errors are thrown regardless.
      logLevel: 'silent',
      integrations: [...(config.integrations ?? []), progress(say)],
    });
  } finally {
    cache.close();
  }
}
