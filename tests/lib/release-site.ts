import { chmod, copyFile, link, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { digestsOfFiles, type PreparedSite } from '../../scripts/lib/hosting/prepare-for-host.ts';
import type { ReleaseDisk } from '../../scripts/lib/release/releases.ts';

/** A site of three pages and a style sheet whose name depends on the version. */
const SITE = (version: string): Record<string, string> => ({
  'index.html': `<link rel="stylesheet" href="/_astro/page.${version}.css">`,
  'about/index.html': version,
  '404.html': version,
  'pictures/always.webp': 'the same',
  [`_astro/page.${version}.css`]: `a{--version:${version}}`,
  [`_astro/page.${version}.css.gz`]: 'compressed',
});

/** Builds it, as a build with a strict umask would. */
export const build =
  (version: string, redirects: PreparedSite['manifest']['redirects'] = []) =>
  async (site: string): Promise<PreparedSite> => {
    for (const [name, text] of Object.entries(SITE(version))) {
      await mkdir(path.join(site, path.dirname(name)), { recursive: true, mode: 0o700 });
      await writeFile(path.join(site, name), text, { mode: 0o600 });
    }
    const files = Object.keys(SITE(version)).filter((name) => !name.endsWith('.gz'));
    return {
      manifest: {
        version: 1,
        host: 'nginx',
        base: '/',
        files: await digestsOfFiles(site, files),
        redirects,
      },
      beside: { 'nginx.conf': `# ${version}` },
      copies: [],
    };
  };

/** A disk that calls `die` instead of its n-th change. */
export function dyingDisk(moment: number, die: () => never): { disk: ReleaseDisk; calls: () => number } {
  let calls = 0;
  const mortal = <A extends unknown[], R>(work: (...args: A) => R) =>
    ((...args: A) => {
      calls += 1;
      return calls > moment ? die() : work(...args);
    }) as never;
  const all = { chmod, copyFile, link, mkdir, rename, rm, symlink, writeFile };
  const disk = Object.fromEntries(
    Object.entries(all).map(([name, work]) => [name, mortal(work as (...args: unknown[]) => unknown)]),
  );
  return { disk: disk as unknown as ReleaseDisk, calls: () => calls };
}
