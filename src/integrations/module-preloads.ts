import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const MODULE = /<script type="module" src="([^"]+)">/gu;
/** Imports in a bundle: `import{t as e}from"./fold.unqrxTk-.js"`, `import"./keys.BlhxrLEC.js"`. */
const IMPORT = /\bimport(?:[\w${},\s*]*\bfrom)?\s*"\.\/([^"]+\.js)"/gu;

/** The address of a worker in a bundle: "new Worker(`/_astro/search-worker.Cg6AMG1E.js`". */
const WORKER = /`[^`]*\/([\w-]+-worker\.[\w-]+\.js)`/gu;

/**
 * Adds module preloads for the imports and the workers of a page's scripts: otherwise a browser discovers them only
 * after it has loaded the scripts, which takes half a second on a slow network.
 * @param pages their files in the site
 */
export function modulePreloads(...pages: string[]): AstroIntegration {
  return {
    name: 'module-preloads',
    hooks: {
      'astro:build:done': ({ dir }) => {
        for (const page of pages) addModulePreloads(fileURLToPath(dir), page);
      },
    },
  };
}

export function addModulePreloads(site: string, page: string): void {
  const file = path.join(site, page);
  if (!existsSync(file)) return;
  const html = readFileSync(file, 'utf8');
  const scripts = [...html.matchAll(MODULE)].map(([, address = '']) => address);
  const known = new Set(scripts.map((address) => path.posix.basename(address)));
  const links = scripts.flatMap((address) => {
    const [folder, name] = [path.posix.dirname(address), path.posix.basename(address)];
    const inSite = path.join(site, path.posix.basename(folder));
    return importsOf(inSite, name, known).map(
      (each) => `<link rel="modulepreload" href="${folder}/${each}">`,
    );
  });
  if (links.length === 0) return;
  // The file may be a hard link into the cache.
  rmSync(file);
  writeFileSync(
    file,
    html.replace('</head>', () => `${links.join('')}</head>`),
  );
}

/** Names of the modules that a module imports or starts, directly or not, without those that are known already. */
function importsOf(folder: string, name: string, known: Set<string>): string[] {
  const code = readFileSync(path.join(folder, name), 'utf8');
  return [...code.matchAll(IMPORT), ...code.matchAll(WORKER)].flatMap(([, imported = '']) => {
    if (known.has(imported)) return [];
    known.add(imported);
    return [imported, ...importsOf(folder, imported, known)];
  });
}
