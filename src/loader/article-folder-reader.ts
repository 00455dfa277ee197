import { setImmediate } from 'node:timers/promises';
import { slugProblem } from '#core/slug.ts';
import { type ArticleContext, type ArticleDraft, readArticle } from './article-reader.ts';
import type { ContentFolder } from './content-folder-fs.ts';

/**
 * Reads the articles of an issue's folder or of the inbox, and reports wrong and repeated file names.
 * @param from the folder below the content folder, `issues/2022-09`
 * @param only files whose bodies are read (default: all)
 */
export async function readArticles(
  folder: ContentFolder,
  from: string,
  context: Omit<ArticleContext, 'bodyPicture'>,
  only: ReadonlySet<string> | undefined,
): Promise<ArticleDraft[]> {
  const own = new RegExp(`^${from}/([^/]+)\\.(mdx?)$`, 'u');
  const bySlug = new Map<string, string>();
  const drafts: ArticleDraft[] = [];
  for (const file of folder.below(from)) {
    const [, slug = '', format] = own.exec(file) ?? [];
    const input = format === undefined ? undefined : await folder.markdown(file);
    if (!input) continue;
    const twin = bySlug.get(slug);
    const why = slugProblem(slug);
    if (why !== undefined) {
      const fix = '改名，例如 some-article.md；文件名就是网址的一部分';
      input.collector.whole('file-name', `文件名“${slug}”${why}`, fix);
    } else if (twin) {
      input.collector.whole('duplicate-slug', `与 ${twin} 的网址相同`, '给其中一个换个文件名');
    }
    bySlug.set(slug, `${slug}.${format}`);
    const source = {
      ...input,
      slug,
      format: format === 'mdx' ? ('mdx' as const) : ('md' as const),
      skim: only !== undefined && !only.has(file),
    };
    const draft = await readArticle(source, {
      ...context,
      bodyPicture: (src) => folder.picture(file, src),
    });
    if (draft) drafts.push(draft);
    // Files are read synchronously: let the encode queue run in between.
    await setImmediate();
  }
  return drafts;
}
