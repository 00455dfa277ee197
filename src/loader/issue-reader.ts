import type { CaptionedPicture, Category, Issue, Picture } from '#core/content.ts';
import { parseCalendarDate } from '#core/calendar-date.ts';
import type { Register } from '#core/register.ts';
import { parseIssueFolder } from '#core/issue-folder.ts';
import { type IssueFile, issueSchema, specialIssueSchema } from '#core/schema/issue.ts';
import type { Path } from '#core/yaml-source.ts';
import type { DiagnosticCollector } from './diagnostic-collector.ts';
import { pageFileOf, readPrintedPages } from './printed-pages-fs.ts';

export interface IssueContext {
  categories: Register<Category>;
  picture: PictureFinder;
  /** Finds a file named in a YAML field; records a diagnostic if there is none. */
  file: (collector: DiagnosticCollector, path: Path, src: string) => string | undefined;
  /** Reads the picture of a printed page; records problems as diagnostics. */
  pagePicture: (collector: DiagnosticCollector, path: Path, src: string) => Promise<Picture | undefined>;
}

/** Reads a picture named in a YAML field; records problems as diagnostics. */
export type PictureFinder = (
  collector: DiagnosticCollector,
  key: string,
  written: { src: string; alt: string; caption?: string | undefined; credit?: string | undefined },
) => Promise<CaptionedPicture | undefined>;

/** Reads `issue.yaml`; the folder's name decides which issue it is. Undefined if it is invalid. */
export async function readIssue(
  folder: string,
  collector: DiagnosticCollector,
  context: IssueContext,
): Promise<Issue | undefined> {
  const named = parseIssueFolder(folder);
  const file: IssueFile | undefined = collector.validate(named?.special ? specialIssueSchema : issueSchema);
  if (!file || !named) return undefined;
  const { year, months, special } = named;
  if (file.year !== year) {
    collector.at(['year'], 'issue-folder', `年份 ${file.year} 与文件夹名 ${folder} 不符`, `year: ${year}`);
  }
  if (file.months.join() !== months.join()) {
    collector.at(
      ['months'],
      'issue-folder',
      `月份 [${file.months.join(', ')}] 与文件夹名 ${folder} 不符`,
      `months: [${months.join(', ')}]`,
    );
  }
  const { cover, categories = [], editor, pages, pdf, ...rest } = file;
  const ownPdf = pdf && context.file(collector, ['pdf'], pdf);
  const picture = cover && (await context.picture(collector, 'cover', cover));
  return {
    ...rest,
    id: folder,
    ...(special !== undefined && { special }),
    date: parseCalendarDate(file.date) ?? file.date,
    categories: collector.resolveAll('categories', '栏目', categories, context.categories),
    ...(editor && { editor }),
    ...(picture && { cover: picture }),
    ...(ownPdf && { pdf: await pageFileOf(ownPdf) }),
    ...(pages && { pages: await readPrintedPages(folder, pages, collector, context) }),
  };
}
