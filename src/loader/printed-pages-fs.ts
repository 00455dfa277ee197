import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { PageFile, PrintedPage } from '#core/content.ts';
import { isOutside, overlap } from '#core/printed-pages.ts';
import type { IssueFile } from '#core/schema/issue.ts';
import type { ArticleDraft } from './article-reader.ts';
import type { DiagnosticCollector } from './diagnostic-collector.ts';
import type { IssueContext } from './issue-reader.ts';
import type { IssueFiles } from './whole-issues.ts';

const RULE = 'page-area';

/** Reads the printed pages of an issue, and checks what can be checked without its articles. */
export async function readPrintedPages(
  issue: string,
  pages: NonNullable<IssueFile['pages']>,
  collector: DiagnosticCollector,
  context: Pick<IssueContext, 'file' | 'pagePicture'>,
): Promise<PrintedPage[]> {
  checkOrder(pages, collector);
  return Promise.all(
    pages.map(async ({ no, name, image, pdf, areas = [] }, index) => {
      const picture = image && (await context.pagePicture(collector, ['pages', index, 'image'], image));
      const file = pdf && context.file(collector, ['pages', index, 'pdf'], pdf);
      if (areas.length > 0 && image === undefined) {
        const fix = '加一行 image: ./pages/1.jpg（这一版的图片），或删去 areas';
        collector.at(['pages', index, 'areas'], RULE, `第 ${no} 版画了稿件区域，却没有版面图`, fix);
      }
      const page: PrintedPage = {
        no,
        areas: areas.map(({ article, ...area }) => ({ article: `${issue}/${article}`, ...area })),
        ...(name !== undefined && { name }),
        ...(picture && { picture }),
        ...(file && { pdf: await pageFileOf(file) }),
      };
      checkAreas(page, index, collector);
      return page;
    }),
  );
}

/** The facts of a file that is published as it is. */
export async function pageFileOf(file: string): Promise<PageFile> {
  const bytes = await readFile(file);
  return { file, digest: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
}

function checkOrder(pages: NonNullable<IssueFile['pages']>, collector: DiagnosticCollector): void {
  pages.forEach(({ no }, index) => {
    const before = pages[index - 1]?.no;
    if (before === undefined || no > before) return;
    const problem = no === before ? `第 ${no} 版写了两次` : `第 ${no} 版排在第 ${before} 版后面`;
    const fix = no === before ? '改成这一版的版号，一版只写一次' : '按版号从小到大排';
    collector.at(['pages', index, 'no'], RULE, problem, fix);
  });
}

/** Reports areas that reach over the page or over each other. */
function checkAreas({ no, areas }: PrintedPage, index: number, collector: DiagnosticCollector): void {
  areas.forEach((area, place) => {
    const path = ['pages', index, 'areas', place];
    if (isOutside(area)) {
      const fix = '四个数都是百分数：x、y 不小于 0，宽、高大于 0，x 加宽、y 加高不超过 100';
      collector.at(path, RULE, `第 ${no} 版“${slugOf(area.article)}”的区域超出版面`, fix);
      return;
    }
    const other = areas.slice(0, place).find((each) => !isOutside(each) && overlap(each, area));
    if (!other) return;
    const problem = `第 ${no} 版“${slugOf(area.article)}”和“${slugOf(other.article)}”的区域重叠`;
    collector.at(path, RULE, problem, '改小其中一块；一篇稿件不是长方形，就分成几块来写');
  });
}

/** Checks the areas of all issues against their articles. */
export function checkPrintedArticles(
  issues: readonly { id: string; status: string; pages?: PrintedPage[] }[],
  drafts: readonly ArticleDraft[],
  files: IssueFiles,
): void {
  const hasError = (article: string) =>
    files.hasError(`issues/${article}.md`) || files.hasError(`issues/${article}.mdx`);
  for (const { id, pages } of issues) {
    if (!pages?.some(({ areas }) => areas.length > 0)) continue;
    const own = drafts.filter(({ article }) => article.issue === id);
    const collector = files.collectorOf(`issues/${id}/issue.yaml`);
    for (const [index, page] of pages.entries()) checkPage(page, index, { drafts: own, hasError }, collector);
  }
}

function checkPage(
  { no, areas }: PrintedPage,
  index: number,
  { drafts, hasError }: { drafts: readonly ArticleDraft[]; hasError: (article: string) => boolean },
  collector: DiagnosticCollector,
): void {
  const warn = (path: (string | number)[], problem: string, fix: string) =>
    collector.add([
      { rule: 'page-without-area', severity: 'warning', ...collector.source?.place(path), problem, fix },
    ]);
  areas.forEach((area, place) => {
    const path = ['pages', index, 'areas', place, 'article'];
    const slug = slugOf(area.article);
    const draft = drafts.find(({ article }) => article.id === area.article);
    if (!draft) {
      // Its file is reported already.
      if (hasError(area.article)) return;
      const fix = '写这一期里稿件的文件名，不带 .md；稿件没收进来，就删去这块区域';
      collector.at(path, RULE, `第 ${no} 版：这一期没有“${slug}”这篇稿件`, fix);
    } else if (draft.notice) {
      const fix = '区域不会显示；请把 image 换成遮去这篇的图，再删去这块区域';
      warn(path, `第 ${no} 版的版面图上还有已撤的稿件“${slug}”`, fix);
    } else if (draft.article.masked) {
      const fix = '请把 image 换成遮去地名的图';
      warn(path, `第 ${no} 版的版面图会露出“${slug}”隐去的地名`, fix);
    }
  });
  if (areas.length === 0) return;
  for (const { article, notice } of drafts) {
    if (article.page !== no || notice || areas.some((area) => area.article === article.id)) continue;
    const fix = `在 areas 里加一块 article: ${article.slug}，或改稿件里的 page`;
    warn(['pages', index, 'areas'], `稿件“${article.slug}”在第 ${no} 版，版面图上却没有它的区域`, fix);
  }
}

function slugOf(article: string): string {
  return article.split('/')[1] ?? article;
}
