import { hash } from 'node:crypto';
import { copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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
          kept.keep(keyOf(each), path.join(outDir, fileOf(each)));
        }
        kept.dropUnused();
      },
    },
  };
}

/** Puts a kept file into the output, if there is one. */
function restore(each: PathWithRoute, kept: KeptFiles, outDir: string): boolean {
  if (each.cacheKey === undefined) return false;
  const source = kept.find(keyOf(each));
  if (source === undefined) return false;
  const file = path.join(outDir, fileOf(each));
  mkdirSync(path.dirname(file), { recursive: true });
  place(source, file);
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

  /** The file of a key, if there is one and it is whole. */
  find(key: string): string | undefined {
    const name = this.#names.get(key);
    if (name === undefined) return undefined;
    const file = path.join(this.#folder, name);
    if (name !== nameOf(key, file)) return undefined;
    this.#used.add(name);
    return file;
  }

  keep(key: string, file: string): void {
    const name = nameOf(key, file);
    if (name === undefined) return;
    rmSync(path.join(this.#folder, name), { force: true });
    place(file, path.join(this.#folder, name));
    this.#used.add(name);
  }

  /** Deletes what was neither asked for nor added. */
  dropUnused(): void {
    for (const name of readdirSync(this.#folder)) {
      if (!this.#used.has(name)) rmSync(path.join(this.#folder, name), { recursive: true, force: true });
    }
  }
}

/** The name that a file must have here; undefined where it cannot be read. */
function nameOf(key: string, file: string): string | undefined {
  try {
    return `${key}-${digest(readFileSync(file))}`;
  } catch {
    return undefined;
  }
}

/** A second name for the same file where the disk allows it, else a copy. */
function place(source: string, file: string): void {
  try {
    linkSync(source, file);
  } catch {
    copyFileSync(source, file);
  }
}

function digest(value: string | Buffer): string {
  return hash('sha256', value, 'hex').slice(0, 32);
}
