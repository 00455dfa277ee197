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
    noteStrays(folder, name);
    const scribe = await folder.yaml(file);
    const issue = await readIssue(name, scribe, { categories, picture: folder.namedPicture });
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

/** Files in an issue's folder that nobody will ever see: most often a Word file, or `A.MD`. */
function noteStrays(folder: ContentFolder, issue: string): void {
  const own = `issues/${issue}/`;
  const known = /^(?:issue\.yaml|[^/]+\.mdx?|(?:images|pages)\/.+|[^/]+\.pdf)$/u;
  for (const file of folder.below(`issues/${issue}`)) {
    if (known.test(file.slice(own.length))) continue;
    folder.scribe(file).add([
      {
        rule: 'stray-file',
        severity: 'warning',
        problem: '这个文件不会发布',
        fix: /\.(?:docx?|wps|rtf|txt|pdf|html?|zip)$/iu.test(file)
          ? '来稿先用 npm run import 变成草稿，再用 npm run place 移进来；原件移到别处'
          : '稿件直接放在期的文件夹里，文件名以 .md 或 .mdx 结尾；图片放进 images；其他文件移走',
      },
    ]);
  }
}
