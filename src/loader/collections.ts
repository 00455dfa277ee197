import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { type Article, type Content, publishedContent } from '#core/content.ts';
import { type Diagnostic, formatDiagnostic } from '#core/diagnostic.ts';
import { type ReadOptions, type ReadResult, readContent } from './content-fs.ts';
import { fingerprint, READING_CODE } from './fingerprint-fs.ts';
import { ReadingCache } from './reading-cache-fs.ts';

/** Thrown in a build whose content has errors; nothing has been written by then. */
export class ContentError extends Error {
  override name = 'ContentError';
  readonly diagnostics: Diagnostic[];

  constructor(diagnostics: Diagnostic[]) {
    super(diagnostics.map((diagnostic) => formatDiagnostic(diagnostic)).join('\n'));
    this.diagnostics = diagnostics;
  }
}

/**
 * Makes the Astro loaders of one content folder. They share one reading of it. The store holds what
 * the front matter says and a digest; a body is read and rendered by the page that shows it.
 * @param dir the content folder
 * @param options what is looked for besides: it bars a build as well
 */
export function contentLoaders(dir: string, options: ReadOptions): (name: keyof Content) => Loader {
  const contexts = new Map<keyof Content, LoaderContext>();
  let reading: Promise<ReadResult> | undefined;
  let cache: ReadingCache | undefined;
  const readFirst = async ({ config }: LoaderContext) => {
    const file = path.join(fileURLToPath(config.cacheDir), 'reading.json');
    const version = fingerprint(READING_CODE);
    cache = await ReadingCache.open(file, version);
    const result = await readContent(dir, { ...options, cache });
    await cache.save(file, version);
    return result;
  };
  const refresh = async () => {
    const mine = readContent(dir, { ...options, ...(cache && { cache }) });
    reading = mine;
    const { content, diagnostics } = await mine;
    // A later edit has begun a newer reading: that one will fill the collections.
    if (reading !== mine) return;
    for (const [name, context] of contexts) fill(name, context, content);
    tell(diagnostics);
  };
  return (name) => ({
    name: `bulletin-${name}`,
    async load(context) {
      contexts.set(name, context);
      reading ??= readFirst(context);
      const { content, diagnostics } = await reading;
      const { watcher } = context;
      if (!watcher && diagnostics.some(({ severity }) => severity === 'error')) {
        throw new ContentError(diagnostics);
      }
      fill(name, context, content);
      if (name !== 'site') return;
      tell(diagnostics);
      if (watcher) {
        watcher.add(dir);
        const onChange = (file: string) => {
          if (path.resolve(file).startsWith(path.resolve(dir) + path.sep)) void refresh();
        };
        watcher.on('change', onChange).on('add', onChange).on('unlink', onChange);
      }
    },
  });
}

/** To the terminal, in the editor's language and without Astro's prefix. */
function tell(diagnostics: Diagnostic[]): void {
  for (const diagnostic of diagnostics) console.warn(formatDiagnostic(diagnostic));
}

/** Puts one part of the content into its collection; drafts are let in by the dev server only. */
function fill(name: keyof Content, context: LoaderContext, all: Content | undefined): void {
  context.store.clear();
  if (!all) return;
  const content = context.watcher ? all : publishedContent(all);
  if (name === 'site') {
    context.store.set({ id: 'site', data: { ...content.site } });
  } else if (name === 'articles') {
    for (const article of content.articles) fillArticle(context, article);
  } else {
    for (const entry of content[name]) context.store.set({ id: entry.id, data: { ...entry } });
  }
}

/** Astro compiles an `.mdx` body itself, so it must know the file. */
function fillArticle(context: LoaderContext, article: Article): void {
  const { id, digest, file, format } = article;
  const root = fileURLToPath(context.config.root);
  const filePath = path.relative(root, file).replaceAll(path.sep, '/');
  const compiled = format === 'mdx' && { filePath, deferredRender: true };
  context.store.set({ id, digest, data: { ...article }, ...compiled });
}
