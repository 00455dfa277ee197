import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, PathWithRoute } from 'astro';

/**
 * Keeps every page and picture that has a `cacheKey` from build to build, in `<cacheDir>/files`. One
 * whose key has not changed is put into the output as it was, and Astro never hears of it: the
 * `pages` of `astro:build:done` are those that were rendered.
 *
 * Not Astro's own `experimental.incrementalBuild`: that takes what lies in its cache on trust. A build
 * that was broken off, or a damaged file, would give other bytes than a clean build.
 */
export function keptFiles(): AstroIntegration {
  let folder = '';
  let outDir = '';
  let kept: KeptFiles;
  let rendered: PathWithRoute[] = [];
  return {
    name: 'kept-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = path.join(fileURLToPath(config.cacheDir), 'files');
        outDir = fileURLToPath(config.outDir);
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((astro) => ({
          ...astro,
          async getStaticPaths() {
            const paths = await astro.getStaticPaths();
            kept = new KeptFiles(folder);
            // Two pages of one address are a fault, and Astro says so.
            const twice = new Set(paths.map(({ pathname }) => pathname)).size < paths.length;
            rendered = twice ? paths : paths.filter((each) => !restore(each, kept, outDir));
            return rendered;
          },
        })),
      'astro:build:generated': () => {
        for (const each of rendered) {
          if (each.cacheKey === undefined) continue;
          kept.keep(keyOf(each), readFileSync(path.join(outDir, fileOf(each))));
        }
        kept.dropUnused();
      },
    },
  };
}

/** Puts a kept file into the output, if there is one. */
function restore(each: PathWithRoute, kept: KeptFiles, outDir: string): boolean {
  const bytes = each.cacheKey === undefined ? undefined : kept.get(keyOf(each));
  if (!bytes) return false;
  const file = path.join(outDir, fileOf(each));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return true;
}

function fileOf({ pathname, route }: PathWithRoute): string {
  return route.type === 'endpoint' ? pathname : path.join(pathname, 'index.html');
}

function keyOf({ pathname, route, cacheKey }: PathWithRoute): string {
  return digest(JSON.stringify([route.component, pathname, cacheKey]));
}

/** A folder of files, each named by its key and the digest of its bytes: a damaged one is none. */
class KeptFiles {
  readonly #folder: string;
  /** By key. */
  readonly #names: Map<string, string>;
  readonly #used = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    this.#names = new Map(readdirSync(folder).map((name) => [name.split('-')[0] ?? '', name]));
  }

  get(key: string): Buffer | undefined {
    const name = this.#names.get(key);
    if (name === undefined) return undefined;
    try {
      const bytes = readFileSync(path.join(this.#folder, name));
      if (name !== nameOf(key, bytes)) return undefined;
      this.#used.add(name);
      return bytes;
    } catch {
      return undefined;
    }
  }

  keep(key: string, bytes: Buffer): void {
    const name = nameOf(key, bytes);
    writeFileSync(path.join(this.#folder, name), bytes);
    this.#used.add(name);
  }

  /** Deletes what was neither asked for nor added. */
  dropUnused(): void {
    for (const name of readdirSync(this.#folder)) {
      if (!this.#used.has(name)) rmSync(path.join(this.#folder, name), { recursive: true, force: true });
    }
  }
}

function nameOf(key: string, bytes: Buffer): string {
  return `${key}-${digest(bytes)}`;
}

function digest(value: string | Buffer): string {
  return createHash('sha256').update(value).digest('hex').slice(0, 32);
}
