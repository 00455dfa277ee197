import type { Category, Issue, Park, Region, Source } from '../../src/core/content.ts';
import { formatDiagnostic } from '../../src/core/diagnostic.ts';
import { Register } from '../../src/core/register.ts';
import type { ArticleContext } from '../../src/loader/article-reader.ts';
import type { ContentFolder } from '../../src/loader/content-folder-fs.ts';
import { readRegisters } from '../../src/loader/content-reader-fs.ts';
import { readIssues } from '../../src/loader/issue-folder-reader.ts';
import { CommandError } from './command-error.ts';
import { displayPath } from './display-path.ts';
import { openContent } from './open-content.ts';

/** What the commands that write articles and issues read first: the registers and the issues. */
export interface EditingContext extends Pick<
  ArticleContext,
  'site' | 'categories' | 'parks' | 'regions' | 'sources' | 'series' | 'topics' | 'industries'
> {
  dir: string;
  folder: ContentFolder;
  issues: Issue[];
  lists: { categories: Category[]; parks: Park[]; regions: Region[]; sources: Source[] };
}

/**
 * Reads the registers and issues of a content folder.
 * @throws CommandError if the content is written for a newer engine, or one of them cannot be read: a proposal based on the rest might be wrong
 */
export async function openEditingContext(dir: string): Promise<EditingContext> {
  const folder = await openContent(dir);
  const shown = displayPath(dir);
  if (folder.files.length === 0) {
    throw new CommandError(
      `内容文件夹 ${shown} 是空的，或者不存在`,
      '用 --content 写对文件夹；新的刊物从本项目自带的 content 复制一份再改',
    );
  }
  const { categories, parks, regions, sources, series, topics, industries, site } =
    await readRegisters(folder);
  const register = new Register(categories);
  const { issues } = await readIssues(folder, register);
  if (folder.failed) {
    const errors = folder.diagnostics.filter(({ severity }) => severity === 'error');
    const lines = errors.map((diagnostic) => formatDiagnostic(diagnostic, shown));
    throw new CommandError(`名录或别的期有错\n${lines.join('\n')}`, '先改好上面这些，再运行一次');
  }
  return {
    dir,
    folder,
    site,
    issues,
    categories: register,
    parks: new Register(parks),
    regions: new Register(regions),
    sources: new Register(sources),
    series: new Register(series),
    topics: new Register(topics),
    industries: new Register(industries),
    lists: { categories, parks, regions, sources },
  };
}
