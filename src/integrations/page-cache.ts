import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer, PathWithRoute } from 'astro';
import { setBuildOutput, setPictureListener, startBuild } from '../loader/build-context.ts';
import { FileStore, keyOf, linkOrCopy } from '../build-cache/file-store.ts';
import { FinishedPages } from './finished-pages.ts';
import type { PageGate } from './page-gate.ts';
import { EncodeQueue } from '../pictures/encode-queue.ts';

/** A page or file that the build will produce. */
export interface PlannedPage {
  /** Below the base path, without slashes at its ends: `issues/2022-09/a`. */
  pathname: string;
  /** Its route, `/issues/[issue]/[slug]`; each template has one. */
  route: string;
  /** Equal keys mean equal pages, see `page-key.ts`. */
  cacheKey: string | undefined;
  /** Path in the output folder. */
  file: string;
  /** Whether it need not be rendered: it was taken from the cache, or is a copy of a picture. */
  isCached: boolean;
}

/** Receives the pages of one template while a build runs. */
export interface PagesListener {
  /** The route. Its pages are rendered first, so that the listener can work while others are rendered. */
  route: string;
  /** Called with all its pages, in order, before any is rendered. */
  planned(pages: PlannedPage[], outDir: string): void;
  /** Called for each of its pages as soon as it is rendered; not for cached ones. */
  rendered(page: PlannedPage, html: string): void;
}

/** Text files. */
const TEXT = /\.(?:html|json|svg|txt|xml)$/u;
/** Files that wait for pictures: they come last, when most pictures are encoded. */
const FEED = /(?:^|\/)feed\.(?:xml|json)$/u;
/** Web servers expect this page as `404.html`. */
const NOT_FOUND = /^\/?404\/?$/u;
/** Route of the resized copies of pictures. */
const PICTURES = '/pictures/[name].webp';

/**
 * Caches every page that has a `cacheKey`, and every resized picture, in `<cacheDir>/files`. If the key is
 * unchanged, the file is linked into the output and Astro does not render it: `astro:build:done` lists the
 * rendered pages only.
 *
 * Not Astro's `experimental.incrementalBuild`: that trusts its cache. After an interrupted build, or with a
 * corrupt file, its output would differ from a clean build.
 */
export function pageCache(listener: PagesListener, gate: PageGate): AstroIntegration {
  let building = false;
  let base = '';
  let outDir = '';
  let store: FileStore;
  let queue: EncodeQueue;
  let finished: FinishedPages;
  /** Files of the published copies of pictures, by address. */
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
        queue = new EncodeQueue(store, startBuild());
        setPictureListener(queue);
        finished = new FinishedPages(outDir);
        setBuildOutput({
          page: (pathname) => finished.read(pathname),
          sizeOf: (pathname) => statSync(path.join(outDir, pathname), { throwIfNoEntry: false })?.size,
          picture: (name) => {
            // The caller waits, and no page is rendered meanwhile.
            queue.useAllCores();
            return queue.fileOf(name);
          },
        });
        gate.onFailure(() => store.clear());
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) =>
          cachingPrerenderer(astro, { base, outDir, store, listener, gate, finished, isQueuedPicture }),
        );
      },
      'astro:build:generated': async () => {
        queue.useAllCores();
        for (const [pathname, copy] of pictures) linkOrCopy(await copy, path.join(outDir, pathname));
        store.dropUnused();
      },
    },
  };

  /** Whether a page is a copy of a queued picture; it is linked into the output when the build ends. */
  function isQueuedPicture({ route, pathname }: PlannedPage): boolean {
    if (route !== PICTURES) return false;
    const copy = queue.fileOf(path.parse(pathname).name);
    if (!copy) return false;
    // `astro:build:generated` awaits it and rethrows its error.
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
  finished: FinishedPages;
  isQueuedPicture(page: PlannedPage): boolean;
}

/** Wraps Astro's prerenderer: skips cached pages, and caches what is rendered. */
function cachingPrerenderer(
  astro: AstroPrerenderer,
  { base, outDir, store, listener, gate, finished, isQueuedPicture }: PageCacheParts,
): AstroPrerenderer {
  const toRender = new Map<string, PlannedPage>();
  return {
    ...astro,
    async getStaticPaths() {
      const paths = await astro.getStaticPaths();
      // Two pages have the same address: Astro reports the error.
      if (new Set(paths.map(({ pathname }) => pathname)).size < paths.length) return paths;
      const planned = new Map(paths.map((each) => [each, plannedOf(each)]));
      for (const page of planned.values()) {
        const cached = page.cacheKey === undefined ? undefined : store.find(keyOfPage(page));
        if (cached !== undefined) {
          linkOrCopy(cached, path.join(outDir, page.file));
          gate.cached(page, () => readFileSync(cached, 'utf8'));
        }
        page.isCached = cached !== undefined || isQueuedPicture(page);
        if (page.isCached) continue;
        toRender.set(page.pathname, page);
        if (page.route === listener.route) finished.await(page.pathname);
      }
      const wanted = paths.filter(({ route }) => route.route === listener.route);
      listener.planned(
        wanted.flatMap((each) => planned.get(each) ?? []),
        outDir,
      );
      const feeds = paths.filter(({ pathname }) => FEED.test(pathname));
      const others = paths.filter(({ pathname }) => !FEED.test(pathname));
      return [...new Set([...wanted, ...others, ...feeds])].filter((each) => !planned.get(each)?.isCached);
    },
    async render(request, options) {
      const result = await astro.render(request, options);
      const page = toRender.get(pathnameOf(request, base));
      if (!page) return result;
      const response = result instanceof Response ? result : result.response;
      const body = Buffer.from(await response.arrayBuffer());
      let isCacheable = page.cacheKey !== undefined;
      if (TEXT.test(page.file)) {
        const text = body.toString('utf8');
        if (!gate.rendered(page, text)) isCacheable = false;
        if (page.route === listener.route) listener.rendered(page, text);
        if (!isCacheable) finished.finish(page.pathname, text);
      }
      if (!isCacheable) return new Response(body, response);
      // Rendering never yields by itself: let the encode queue and the index builder run in between.
      await setImmediate();
      linkOrCopy(store.put(keyOfPage(page), body), path.join(outDir, page.file));
      finished.finish(page.pathname);
      // Without a body, Astro writes no file: it is in the output already.
      return new Response(null);
    },
  };
}

function plannedOf({ pathname, route, cacheKey }: PathWithRoute): PlannedPage {
  const file =
    route.type === 'endpoint' || NOT_FOUND.test(pathname)
      ? pathname.replace(NOT_FOUND, '404.html')
      : path.join(pathname, 'index.html');
  return { pathname: trimmed(pathname), route: route.route, cacheKey, file, isCached: false };
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
