import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { type Article, previewedContent, publishedContent } from '#core/content.ts';
import { type Diagnostic, formatDiagnostic } from '#core/diagnostic.ts';
import { ContentError } from './content-error.ts';
import type { ProofreaderKind } from './article-reader.ts';
import { type ReadResult, readContent } from './content-reader-fs.ts';
import { fingerprint } from '../build-cache/fingerprint-fs.ts';
import { setLaterAddresses, setContent } from './build-context.ts';
import { THEME_STYLE } from './theme.ts';
import { showsDrafts } from './site-address-fs.ts';
import { ReadingCache } from './reading-cache-fs.ts';

/** Code and packages that the cached results of reading depend on; the text rules compare pinyin. */
export const READING_CODE = [
  'src/core',
  'src/markdown',
  'src/pinyin',
  'src/check',
  'src/loader',
  'package.json',
];

/**
 * Creates the Astro loader of a content folder. It passes the content to the pages in memory; only `.mdx`
 * articles become collection entries, because Astro compiles their bodies.
 * @param dir the content folder
 * @param proofreaders what checks the texts: in a build, and in the dev server
 */
export function contentLoader(dir: string, proofreaders: Record<'build' | 'dev', ProofreaderKind>): Loader {
  return {
    name: 'bulletin',
    async load(context) {
      const { config, watcher } = context;
      const file = path.join(fileURLToPath(config.cacheDir), 'reading.json');
      const version = fingerprint(READING_CODE);
      const cache = await ReadingCache.open(file, version);
      // The dev server and a site with drafts always show everything.
      const asOf = watcher || showsDrafts() ? undefined : process.env.BULLETIN_AS_OF;
      const options = {
        proofreader: watcher ? proofreaders.dev : proofreaders.build,
        cache,
        asOf,
        inbox: Boolean(watcher),
      };
      const first = await readContent(dir, options);
      const { diagnostics } = first;
      setLaterAddresses(first.later);
      await cache.save(file, version);
      if (!watcher && diagnostics.some(({ severity }) => severity === 'error')) {
        throw new ContentError(diagnostics);
      }
      publish(context, first);
      if (!watcher) return;
      const style = path.resolve(dir, THEME_STYLE);
      let reading: Promise<ReadResult> | undefined;
      const onChange = async (changed: string) => {
        const isContent = path.resolve(changed).startsWith(path.resolve(dir) + path.sep);
        if (!isContent && path.resolve(changed) !== style) return;
        const mine = readContent(dir, options);
        reading = mine;
        const result = await mine;
        // Otherwise a later edit has started a newer reading, which will be published instead.
        if (reading === mine) publish(context, result);
      };
      watcher.add([dir, style]);
      watcher.on('change', onChange).on('add', onChange).on('unlink', onChange);
    },
  };
}

/** Passes the content to the pages (drafts in the dev server and with `--drafts` only) and prints its diagnostics. */
function publish(context: LoaderContext, { content: all, diagnostics, inbox }: ReadResult): void {
  const content = all && (context.watcher || showsDrafts() ? previewedContent(all) : publishedContent(all));
  context.store.clear();
  // An inbox draft with errors may not compile.
  const drafts = inbox.flatMap(({ article, problems }) =>
    article && problems.every(isWarning) ? article : [],
  );
  const mdx = [...(content?.articles ?? []), ...drafts].filter(({ format }) => format === 'mdx');
  for (const article of mdx) addMdx(context, article);
  setContent(content, mdx, inbox);
  // Not Astro's logger: that would add an English prefix.
  if (context.watcher) for (const diagnostic of diagnostics) console.warn(formatDiagnostic(diagnostic));
  else if (diagnostics.length > 0) {
    console.warn('有不妨碍发布的提醒；npm run check 会逐条列出。');
  }
}

function isWarning({ severity }: Diagnostic): boolean {
  return severity !== 'error';
}

function addMdx({ store, config }: LoaderContext, { id, digest, file }: Article): void {
  const filePath = path.relative(fileURLToPath(config.root), file).replaceAll(path.sep, '/');
  store.set({ id, digest, data: {}, filePath, deferredRender: true });
}
