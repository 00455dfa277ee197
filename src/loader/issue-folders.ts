import type { Issue } from '#core/content.ts';
import { ISSUE_FOLDER } from '#core/schema/issue.ts';
import type { ArticleContext } from './articles.ts';
import type { ContentFolder } from './content-folder-fs.ts';
import { readIssue } from './issues.ts';

/** Issues that are right, and stand-ins for those that are not, so that their articles are read too. */
export async function readIssues(
  folder: ContentFolder,
  categories: ArticleContext['categories'],
): Promise<{ issues: Issue[]; broken: Issue[] }> {
  const names = new Set(folder.matching(/^issues\/[^/]+\//u).map((file) => file.split('/')[1] ?? ''));
  const issues: Issue[] = [];
  const broken: Issue[] = [];
  const bySerial = new Map<number, Issue>();
  for (const name of names) {
    const file = `issues/${name}/issue.yaml`;
    const whole = folder.scribe(`issues/${name}`);
    if (!ISSUE_FOLDER.test(name)) {
      const fix = '改名为“年-月”，例如 2022-09；合刊写 2023-01-02';
      whole.whole('issue-folder', `文件夹名“${name}”不是期`, fix);
      continue;
    }
    if (!folder.files.includes(file)) {
      const fix = '从别的一期复制 issue.yaml 过来，改好年份、月份、期号和日期';
      whole.whole('issue-file', '这一期没有 issue.yaml', fix);
      continue;
    }
    const scribe = await folder.yaml(file);
    const issue = await readIssue(name, scribe, {
      categories,
      picture: folder.namedPicture,
      file: folder.namedFile,
    });
    if (!issue) {
      broken.push(standIn(name));
      continue;
    }
    const other = bySerial.get(issue.serial);
    if (other) {
      scribe.at(
        ['serial'],
        'serial',
        `总第 ${issue.serial} 期已是 ${other.id}`,
        '总期号一期一个，照印刷的写',
      );
    }
    bySerial.set(issue.serial, issue);
    issues.push(issue);
  }
  return { issues, broken };
}

/** Stands for an issue whose issue.yaml is wrong, while its articles are read: its date is not known. */
export function standIn(id: string): Issue {
  const unknown = { year: 0, number: 0, serial: 0, months: [], date: '', status: 'published' as const };
  return { ...unknown, id, editor: '未知', categories: [] };
}
