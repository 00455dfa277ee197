import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { monthLabel, numberLabel, serialLabel } from '../../../src/core/issue-label.ts';
import { FOLDER_FORMS, folderFix, parseIssueFolder } from '../../../src/core/issue-folder.ts';
import { type IssueFile, specialIssueSchema } from '../../../src/core/schema/issue.ts';
import { issueFile } from '../../../src/scaffold/issue-file.ts';
import {
  newFolder,
  nextSpecialFolder,
  type ProposedField,
  proposeIssue,
} from '../../../src/scaffold/issue-proposal.ts';
import { wrongUse } from '../command.ts';
import { type EditingContext, openEditingContext } from '../editing-context.ts';
import { CommandError } from '../command-error.ts';
import { displayPath } from '../display-path.ts';
import { fieldFinding } from './field-finding.ts';
import { Terminal } from './terminal.ts';

/** Fields of an issue that an editor may set, as typed. */
export type IssueFlags = Partial<Record<'number' | 'serial' | 'date' | 'title' | 'editor', string>>;

/** The result, for the report. */
export interface NewIssue {
  /** As shown to the editor. */
  file: string;
  issue: IssueFile;
  proposed: { field: ProposedField; label: string; value: string; reason: string }[];
}

const LABELS = {
  number: '年内期号',
  serial: '总期号',
  date: '出刊日期',
  title: '期名',
  editor: '责任编辑',
  categories: '栏目次序',
} as const;
const PROMPTED_FIELDS = ['number', 'serial', 'date', 'title', 'editor'] as const;

/**
 * Creates the folder of a new issue and its `issue.yaml`.
 * @param typed the folder; with `special`, the month of which it is the next special issue
 * @param ask whether to prompt for the fields
 * @throws CommandError if the folder exists, or the serial number is taken
 */
export async function newIssue(
  typed: string | undefined,
  flags: IssueFlags,
  { content, ask, special = false }: { content: string; ask: boolean; special?: boolean },
): Promise<NewIssue> {
  if (typed === undefined) wrongUse(`要写上是哪一期：${FOLDER_FORMS}`);
  if (!newFolder(typed))
    wrongUse(`“${typed}”不能作一期的文件夹名。${folderFix(typed)}（月份两位，从小到大）`);
  for (const [key, typed] of Object.entries(flags)) {
    const problem = findProblem(key as keyof IssueFlags, typed);
    if (problem) wrongUse(`--${key}：${problem.problem}\n  改法：--${key} ${problem.fix}`);
  }
  const context = await openEditingContext(content);
  const folder = special ? specialFolder(typed, context) : typed;
  requireNewFolder(folder, context);
  const known = context.issues.map((issue) => ({
    ...issue,
    categories: categoryNames(issue.categories, context),
  }));
  const { fields, reasons } = proposeIssue(
    folder,
    known,
    context.lists.categories.map(({ name }) => name),
  );
  const given = ask ? await promptForFields(folder, fields, context) : flags;
  const issue: IssueFile = { ...fields, status: 'draft' };
  for (const [key, typed] of Object.entries(given)) Object.assign(issue, { [key]: parseField(key, typed) });
  const taken = issue.serial === undefined ? undefined : findSerialProblem(issue.serial, context);
  if (taken) throw new CommandError(taken.problem, taken.fix);
  const file = await write(path.join(content, 'issues', folder), issueFile(issue));
  const proposed = (Object.keys(reasons) as ProposedField[])
    .filter((field) => !(field in given))
    .map((field) => ({
      field,
      label: LABELS[field],
      value: [issue[field] ?? []].flat().join('、'),
      reason: reasons[field],
    }));
  return { file: displayPath(file), issue, proposed };
}

/** The report for people. */
export function formatNewIssue({ file, issue, proposed }: NewIssue): string {
  const folder = path.basename(path.dirname(file));
  return [
    `已建 ${file}：${namesOf(folder, issue).join('，')}`,
    ...proposed.map(({ label, value, reason }) => `  ${label}${value && ` ${value}`}：${reason}`),
    `接着做：新写的稿件 npm run new -- article ${folder}；来稿 npm run move -- <稿件> ${folder}；出刊时把 status 改成 published`,
  ].join('\n');
}

function namesOf(folder: string, issue: IssueFile): string[] {
  const special = parseIssueFolder(folder)?.special;
  return [
    monthLabel({ ...issue, ...(special !== undefined && { special }) }),
    ...(issue.number === undefined ? [] : [`${issue.year}年${numberLabel(issue)}`]),
    ...(issue.serial === undefined ? [] : [serialLabel(issue)]),
  ];
}

/** The folder of the month's next special issue. */
function specialFolder(typed: string, { folder: { files } }: EditingContext): string {
  if (!/^\d{4}-\d{2}$/u.test(typed)) wrongUse(`--special 前面只写一个月份，例如 2022-09；“${typed}”不是`);
  const taken = files.flatMap((file) => /^issues\/([^/]+)\//u.exec(file)?.[1] ?? []);
  const folder = nextSpecialFolder(typed, taken);
  if (folder === undefined) throw new CommandError(`${typed} 已有九期增刊、特刊`, '换一个月份');
  return folder;
}

function categoryNames(ids: string[], context: EditingContext): string[] {
  return ids.flatMap((id) => context.categories.get(id)?.name ?? []);
}

function requireNewFolder(folder: string, { dir, folder: { files }, issues }: EditingContext): void {
  if (issues.some(({ id }) => id === folder)) {
    throw new CommandError(
      `${folder} 这一期已经有了`,
      `直接改 ${displayPath(dir, 'issues', folder, 'issue.yaml')}`,
    );
  }
  if (files.some((file) => file.startsWith(`issues/${folder}/`))) {
    throw new CommandError(
      `文件夹 ${displayPath(dir, 'issues', folder)} 已经有了`,
      '换一期，或把那个文件夹移走',
    );
  }
}

async function promptForFields(
  folder: string,
  fields: Partial<IssueFile>,
  context: EditingContext,
): Promise<IssueFlags> {
  console.log(`新的一期：${folder}。方括号里的是建议，直接回车就用它。`);
  const terminal = new Terminal();
  const given: IssueFlags = {};
  for (const key of PROMPTED_FIELDS) {
    const proposal = key === 'title' ? undefined : fields[key];
    const answer = await terminal.ask({
      label: LABELS[key],
      proposal: proposal === undefined ? undefined : String(proposal),
      validate: async (typed) => {
        const problem =
          findProblem(key, typed) ??
          (key === 'serial' ? findSerialProblem(Number(typed), context) : undefined);
        return problem && `  ！${problem.problem}\n  改法：${problem.fix}`;
      },
    });
    if (answer !== '') given[key] = answer;
  }
  terminal.close();
  return given;
}

/** The schema's first finding on one typed field of `issue.yaml`. */
function findProblem(key: keyof IssueFlags, typed: string): { problem: string; fix: string } | undefined {
  const finding = fieldFinding(specialIssueSchema, key, parseField(key, typed));
  return finding && { problem: finding.problem, fix: finding.fix.replace(`${key}: `, '') };
}

function parseField(key: string, typed: string): string | number {
  const isFigures = (key === 'number' || key === 'serial') && /^\d+$/u.test(typed);
  return isFigures ? Number(typed) : typed;
}

function findSerialProblem(
  serial: number,
  { issues }: EditingContext,
): { problem: string; fix: string } | undefined {
  const other = issues.find((issue) => issue.serial === serial);
  return (
    other && {
      problem: `总第 ${serial} 期已是 ${other.id}`,
      fix: '总期号一期一个，照印刷的写：--serial 后面写对的号',
    }
  );
}

/** Writes `issue.yaml` in a new folder; removes the folder again if the file cannot be written. */
async function write(folder: string, text: string): Promise<string> {
  await mkdir(path.dirname(folder), { recursive: true });
  await mkdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST') throw cause;
    throw new CommandError(`文件夹 ${displayPath(folder)} 已经有了`, '换一期，或把那个文件夹移走');
  });
  const file = path.join(folder, 'issue.yaml');
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return file;
}
