import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { engineFile } from './engine-folder.ts';

/**
 * Lets Vite find the engine's dependencies where npm or pnpm has put them, which need not be in reach of the
 * bulletin's folder. Astro itself is bundled into the code that prerenders pages; the other packages are
 * imported by their absolute addresses. A peer dependency that is not installed keeps its name, so that importing
 * it fails with the code ERR_MODULE_NOT_FOUND, and only where it is needed.
 */
export function enginePackages(): Plugin {
  const { dependencies, peerDependencies = {} } = JSON.parse(
    readFileSync(engineFile('package.json'), 'utf8'),
  ) as Record<'dependencies' | 'peerDependencies', Record<string, string> | undefined>;
  const external = Object.keys({ ...dependencies, ...peerDependencies }).filter(
    (name) => name !== 'astro' && !name.startsWith('@astrojs/'),
  );
  const isExternal = (id: string) => external.some((name) => id === name || id.startsWith(`${name}/`));
  return {
    name: 'engine-packages',
    enforce: 'pre',
    // The dev server imports packages from where they are; it cannot run bundled CommonJS.
    configEnvironment: (name, _, { command }) =>
      name === 'prerender' && command === 'build' ? { resolve: { noExternal: true } } : undefined,
    configResolved: ({ environments }) => {
      // Astro leaves a bare `sharp` import there, which Node may not be able to resolve from the bulletin's folder.
      const prerender = environments.prerender?.build.rolldownOptions;
      if (prerender) prerender.external = [];
    },
    resolveId(id) {
      if (id === 'astro' || id.startsWith('astro/')) {
        const found = resolved(id);
        return found === undefined ? undefined : fileURLToPath(found);
      }
      if (this.environment.name === 'client' || !isExternal(id)) return undefined;
      const found = resolved(id);
      if (found === undefined) return id in peerDependencies ? { id, external: true } : undefined;
      return { id: found, external: true };
    },
  };
}

/** A module's address as the engine's own code would import it; undefined where there is none. */
function resolved(id: string): string | undefined {
  try {
    return import.meta.resolve(id);
  } catch {
    return undefined;
  }
}
