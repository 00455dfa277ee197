import { build } from 'astro';
import { astroConfig } from '../../../src/config.ts';
import { progress } from './progress.ts';

/**
 * Writes the site of the content folder `BULLETIN_CONTENT` with Astro. Loading this file loads Astro.
 * @param outDir folder of the site, absolute
 * @param cacheDir folder for what the next build can reuse
 */
export async function renderSite(
  outDir: string,
  cacheDir: string,
  say: (line: string) => void,
): Promise<void> {
  const config = astroConfig();
  await build({
    ...config,
    configFile: false,
    outDir,
    cacheDir,
    // Astro's English warnings are of no use to editors; errors are thrown regardless.
    logLevel: 'silent',
    integrations: [...(config.integrations ?? []), progress(say)],
  });
}
