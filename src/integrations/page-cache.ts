import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer, PathWithRoute } from 'astro';
import { setPictureListener } from '../loader/build-context.ts';
import { FileStore, keyOf, linkOrCopy } from '../build-cache/file-store.ts';
import type { PageGate } from './page-gate.ts';
import { EncodeQueue } from '../pictures/encode-queue.ts';

/** One page or file that a build makes. */
export interface PlannedPage {
  /** Below the base path, without slashes at its ends: `issues/2022-09/a`. */
  pathname: string;
  /** Its route, `/issues/[issue]/[slug]`: one for each template. */
  route: string;
  /** The same for the same page, see `page-key.ts`. */
  cacheKey: string | undefined;
  /** Where it goes in the output. */
  file: string;
  /** Whether it is there already, as the last build made it. */
  kept: boolean;
}

/** Hears of some pages of a build. */
export interface PagesListener {
  /** Route of its pages. They are rendered first, so that its work is done beside the other pages. */
  route: string;
  /** Told of all its pages, in their order, before any is rendered. */
  planned(pages: PlannedPage[], outDir: string): void;
  /** Told of each of its pages that is rendered, as soon as it is. */
  rendered(page: PlannedPage, html: string): void;
}

/** Files that hold text. */
const TEXT = /\.(?:html|json|svg|txt|xml)$/u;
/** Web servers look for this page under its own name. */
const NOT_FOUND = /^\/?404\/?$/u;
/** Route of the pictures' copies. */
const PICTURES = '/pictures/[name].webp';

/**
 * Keeps every page that has a `cacheKey`, and every copy of a picture, from build to build, in
 * `<cacheDir>/files`. One whose key has not changed is put into the output as it was, and Astro never
 * hears of it: the `pages` of `astro:build:done` are those that were rendered.
 *
 * Not Astro's own `experimental.incrementalBuild`: that takes what lies in its cache on trust. A build
 * that was broken off, or a damaged file, would give other bytes than a clean build.
 */
export function pageCache(listener: PagesListener, gate: PageGate): AstroIntegration {
  let building = false;
  let base = '';
  let outDir = '';
  let store: FileStore;
  let queue: EncodeQueue;
  /** Addresses of the published copies of pictures, with their files. */
  const pictures = new Map<string, Promise<string>>();
  return {
    name: 'page-cache',
    hooks: {
      'astro:config:setup': ({ command }) => {
        building = command === 'build';
      },
      'astro:config:done': ({ config }) => {
        if (!building) return;
        ({ base } = config);
        outDir = fileURLToPath(config.outDir);
        store = new FileStore(path.join(fileURLToPath(config.cacheDir), 'files'));
        queue = new EncodeQueue(store);
        setPictureListener(queue);
        gate.onFailure(() => store.clear());
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => cachingPrerenderer(astro, { base, outDir, store, listener, gate, copyOf }));
      },
      'astro:build:generated': async () => {
        queue.useAllCores();
        for (const [pathname, copy] of pictures) linkOrCopy(await copy, path.join(outDir, pathname));
        store.dropUnused();
      },
    },
  };

  /** Whether a file is a copy of a picture that was begun; it is put into the output at the end. */
  function copyOf({ route, pathname }: PlannedPage): boolean {
    if (route !== PICTURES) return false;
    const copy = queue.fileOf(path.parse(pathname).name);
    if (!copy) return false;
    // A fault is told when it is waited for.
    copy.catch(() => undefined);
    pictures.set(pathname, copy);
    return true;
  }
}

interface PageCacheParts {
  base: string;
  outDir: string;
  store: FileStore;
  listener: PagesListener;
  gate: PageGate;
  copyOf(page: PlannedPage): boolean;
}

/** Astro's prerenderer, which is asked for what is not kept; what it renders is kept. */
function cachingPrerenderer(
  astro: AstroPrerenderer,
  { base, outDir, store, listener, gate, copyOf }: PageCacheParts,
): AstroPrerenderer {
  const toRender = new Map<string, PlannedPage>();
  return {
    ...astro,
    async getStaticPaths() {
      const paths = await astro.getStaticPaths();
      // Two pages of one address are a fault, and Astro says so.
      if (new Set(paths.map(({ pathname }) => pathname)).size < paths.length) return paths;
      const planned = new Map(paths.map((each) => [each, plannedOf(each)]));
      for (const page of planned.values()) {
        const kept = page.cacheKey === undefined ? undefined : store.find(keyOfPage(page));
        if (kept !== undefined) {
          linkOrCopy(kept, path.join(outDir, page.file));
          gate.kept(page, () => readFileSync(kept, 'utf8'));
        }
        page.kept = kept !== undefined || copyOf(page);
        if (!page.kept) toRender.set(page.pathname, page);
      }
      const wanted = paths.filter(({ route }) => route.route === listener.route);
      listener.planned(
        wanted.flatMap((each) => planned.get(each) ?? []),
        outDir,
      );
      return [...new Set([...wanted, ...paths])].filter((each) => !planned.get(each)?.kept);
    },
    async render(request, options) {
      const result = await astro.render(request, options);
      const page = toRender.get(pathnameOf(request, base));
      if (!page) return result;
      const response = result instanceof Response ? result : result.response;
      const body = Buffer.from(await response.arrayBuffer());
      let mayKeep = page.cacheKey !== undefined;
      if (TEXT.test(page.file)) {
        const text = body.toString('utf8');
        if (!gate.rendered(page, text)) mayKeep = false;
        if (page.route === listener.route) listener.rendered(page, text);
      }
      if (!mayKeep) return new Response(body, response);
      // Rendering alone never waits: pictures and index would stand still beside it.
      await setImmediate();
      linkOrCopy(store.put(keyOfPage(page), body), path.join(outDir, page.file));
      // Where there is no body, Astro writes nothing.
      return new Response(null);
    },
  };
}

function plannedOf({ pathname, route, cacheKey }: PathWithRoute): PlannedPage {
  const file =
    route.type === 'endpoint' || NOT_FOUND.test(pathname)
      ? pathname.replace(NOT_FOUND, '404.html')
      : path.join(pathname, 'index.html');
  return { pathname: trimmed(pathname), route: route.route, cacheKey, file, kept: false };
}

function keyOfPage({ route, pathname, cacheKey }: PlannedPage): string {
  return keyOf(JSON.stringify([route, pathname, cacheKey]));
}

function pathnameOf({ url }: Request, base: string): string {
  return trimmed(decodeURI(new URL(url).pathname).slice(base.length - 1));
}

function trimmed(pathname: string): string {
  return pathname.replace(/^\/|\/$/gu, '');
}
