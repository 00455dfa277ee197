import type { Issue } from '#core/content.ts';
import { compareText } from '#core/text/compare-text.ts';
import { folderFix, parseIssueFolder } from '#core/issue-folder.ts';
import type { ArticleContext } from './article-reader.ts';
import type { ContentFolder } from './content-folder-fs.ts';
import { readIssue } from './issue-reader.ts';

/** Reads all issues. `broken` are placeholders for invalid ones, so that their articles are read too. */
export async function readIssues(
  folder: ContentFolder,
  categories: ArticleContext['categories'],
): Promise<{ issues: Issue[]; broken: Issue[] }> {
  const named = folder.matching(/^issues\/[^/]+\//u).map((file) => file.split('/')[1] ?? '');
  // Sorted as issues, not as files: `2022-09-s1/` sorts before `2022-09/`.
  const names = [...new Set(named)].toSorted(compareText);
  const issues: Issue[] = [];
  const broken: Issue[] = [];
  const bySerial = new Map<number, Issue>();
  for (const name of names) {
    const file = `issues/${name}/issue.yaml`;
    const whole = folder.collector(`issues/${name}`);
    if (!parseIssueFolder(name)) {
      whole.whole('issue-folder', `文件夹名“${name}”不是期`, `改名，${folderFix(name)}`);
      continue;
    }
    if (!folder.files.includes(file)) {
      const fix = '从别的一期复制 issue.yaml 过来，改好年份、月份、期号和日期';
      whole.whole('issue-file', '这一期没有 issue.yaml', fix);
      continue;
    }
    const collector = await folder.yaml(file);
    const issue = await readIssue(name, collector, {
      categories,
      picture: folder.namedPicture,
      file: folder.namedFile,
      pagePicture: folder.pagePicture,
    });
    if (!issue) {
      broken.push(standIn(name));
      continue;
    }
    const other = issue.serial === undefined ? undefined : bySerial.get(issue.serial);
    if (other) {
      collector.at(
        ['serial'],
        'serial',
        `总第 ${issue.serial} 期已是 ${other.id}`,
        '总期号一期一个，照印刷的写',
      );
    }
    if (issue.serial !== undefined) bySerial.set(issue.serial, issue);
    issues.push(issue);
  }
  return { issues, broken };
}

/** A placeholder for an issue whose issue.yaml is invalid; its date is unknown. */
export function standIn(id: string): Issue {
  const unknown = { year: 0, number: 0, serial: 0, months: [], date: '', status: 'published' as const };
  return { ...unknown, id, editor: '未知', categories: [] };
}
