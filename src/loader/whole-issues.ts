import { newestFirst } from '#core/archive.ts';
import type { Issue } from '#core/content.ts';
import type { ArticleDraft } from './article-reader.ts';
import type { Dated } from './as-of.ts';
import type { DiagnosticCollector } from './diagnostic-collector.ts';

/** The state of the issues' files. */
export interface IssueFiles {
  /** Whether any file of a folder has an error: then an article seems to be missing because of it. */
  hasError(folder: string): boolean;
  collectorOf(file: string): DiagnosticCollector;
}

/** Records an error for each published issue without a public article. */
export function checkEmptyIssues({ issues, drafts }: Dated, files: IssueFiles): void {
  for (const issue of issues) {
    if (!isChecked(issue, files)) continue;
    const own = drafts.filter(({ article }) => article.issue === issue.id);
    // An issue whose articles are all withdrawn stays: it links to the notices.
    if (own.some(({ article, notice }) => article.public || notice)) continue;
    const why = own.length === 0 ? '文件夹里没有稿件' : `${own.length} 篇稿件都不能发布`;
    const problem = `这一期已出刊，却没有一篇可以发布的稿件（${why}）`;
    const fix = '把要发的稿件改成 status: ready，权利写清；还没编好就把这里改成 status: draft';
    files.collectorOf(`issues/${issue.id}/issue.yaml`).at(['status'], 'empty-issue', problem, fix);
  }
}

/** Warns if the issue on the front page has no lead or no picture; the page is built all the same. */
export function checkFrontPage({ issues, drafts }: Dated, files: IssueFiles): void {
  const [front] = issues.filter(({ status }) => status === 'published').toSorted(newestFirst);
  if (!front || !isChecked(front, files)) return;
  const own = drafts.filter(({ article }) => article.issue === front.id && article.public);
  const leads = own.filter(({ article }) => article.lead);
  const collector = files.collectorOf(`issues/${front.id}/issue.yaml`);
  const warn = (rule: 'no-lead' | 'no-cover', problem: string, fix: string) =>
    collector.add([{ rule, severity: 'warning', line: 1, column: 1, problem, fix }]);
  if (own.length === 0) return;
  if (leads.length === 0) {
    const fix = '选一篇作头条，在它的稿件信息里加一行 lead: true';
    warn('no-lead', '首页的这一期没有头条，首页和封面用第一篇代替', fix);
  }
  // Without a lead, the page shows the first article instead.
  const pictured = leads.length > 0 ? leads : own;
  if (front.cover || pictured.some(mayHavePicture)) return;
  const fix = '在 issue.yaml 里加 cover（文件、替代文字、署名），或给头条配一张图；封面只要字的，不改也行';
  const neither = leads.length > 0 ? '头条也没有配图' : '稿件也都没有图';
  warn('no-cover', `首页的这一期没有封面图，${neither}，首页和封面只有字`, fix);
}

function isChecked({ id, status }: Issue, files: IssueFiles): boolean {
  return status === 'published' && !files.hasError(`issues/${id}`);
}

/** Whether an article has a picture, or may have one in a body that was not read. */
function mayHavePicture({ article, anchors }: ArticleDraft): boolean {
  return anchors === undefined || article.cover !== undefined || Object.keys(article.pictures).length > 0;
}
