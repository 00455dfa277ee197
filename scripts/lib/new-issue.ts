import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { monthLabel, numberLabel, serialLabel } from '../../src/core/issue-label.ts';
import { validate } from '../../src/core/schema/validate.ts';
import { FOLDER_FORMS, folderFix, parseIssueFolder } from '../../src/core/issue-folder.ts';
import { type IssueFile, specialIssueSchema } from '../../src/core/schema/issue.ts';
import { parseYaml } from '../../src/core/yaml-source.ts';
import { issueFile } from '../../src/scaffold/issue-file.ts';
import {
  newFolder,
  nextSpecialFolder,
  type ProposedField,
  proposeIssue,
} from '../../src/scaffold/issue-proposal.ts';
import { wrongUse } from './command.ts';
import { type EditingContext, openEditingContext } from './editing-context.ts';
import { CommandError } from './command-error.ts';
import { shownPath } from './shown-path.ts';
import { Terminal } from './terminal.ts';

/** Fields of an issue that an editor may give; as typed. */
export type IssueFlags = Partial<Record<'number' | 'serial' | 'date' | 'title' | 'editor', string>>;

/** What was made, for the report. */
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
const ASKED = ['number', 'serial', 'date', 'title', 'editor'] as const;

/**
 * Makes the folder of a new issue and its `issue.yaml`.
 * @param typed the folder; with `special`, the month of which it is the next special issue
 * @param ask whether somebody is asked for what flags do not give
 * @throws Refusal where there is such a folder, or the serial number is taken
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
    const fault = faultOf(key as keyof IssueFlags, typed);
    if (fault) wrongUse(`--${key}：${fault.problem}\n  改法：--${key} ${fault.fix}`);
  }
  const desk = await openEditingContext(content);
  const folder = special ? specialFolder(typed, desk) : typed;
  refuseFolder(folder, desk);
  const known = desk.issues.map((issue) => ({ ...issue, categories: columnNames(issue.categories, desk) }));
  const { fields, reasons } = proposeIssue(
    folder,
    known,
    desk.lists.categories.map(({ name }) => name),
  );
  const given = ask ? await askFor(folder, fields, desk) : flags;
  const issue: IssueFile = { ...fields, status: 'draft' };
  for (const [key, typed] of Object.entries(given)) Object.assign(issue, { [key]: meantBy(key, typed) });
  const taken = issue.serial === undefined ? undefined : serialFault(issue.serial, desk);
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
  return { file: shownPath(file), issue, proposed };
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

/** The next special issue of the month that was typed. */
function specialFolder(typed: string, { folder: { files } }: EditingContext): string {
  if (!/^\d{4}-\d{2}$/u.test(typed)) wrongUse(`--special 前面只写一个月份，例如 2022-09；“${typed}”不是`);
  const taken = files.flatMap((file) => /^issues\/([^/]+)\//u.exec(file)?.[1] ?? []);
  const folder = nextSpecialFolder(typed, taken);
  if (folder === undefined) throw new CommandError(`${typed} 已有九期增刊、特刊`, '换一个月份');
  return folder;
}

function columnNames(ids: string[], desk: EditingContext): string[] {
  return ids.flatMap((id) => desk.categories.get(id)?.name ?? []);
}

function refuseFolder(folder: string, { dir, folder: { files }, issues }: EditingContext): void {
  if (issues.some(({ id }) => id === folder)) {
    throw new CommandError(
      `${folder} 这一期已经有了`,
      `直接改 ${shownPath(dir, 'issues', folder, 'issue.yaml')}`,
    );
  }
  if (files.some((file) => file.startsWith(`issues/${folder}/`))) {
    throw new CommandError(
      `文件夹 ${shownPath(dir, 'issues', folder)} 已经有了`,
      '换一期，或把那个文件夹移走',
    );
  }
}

async function askFor(folder: string, fields: Partial<IssueFile>, desk: EditingContext): Promise<IssueFlags> {
  console.log(`新的一期：${folder}。方括号里的是建议，直接回车就用它。`);
  const terminal = new Terminal(() => {
    console.log('\n没有写任何文件。');
    process.exit(1);
  });
  const given: IssueFlags = {};
  for (const key of ASKED) {
    const proposal = key === 'title' ? undefined : fields[key];
    const answer = await terminal.ask({
      label: LABELS[key],
      proposal: proposal === undefined ? undefined : String(proposal),
      fault: async (typed) => {
        const fault =
          faultOf(key, typed) ?? (key === 'serial' ? serialFault(Number(typed), desk) : undefined);
        return fault && `  ！${fault.problem}\n  改法：${fault.fix}`;
      },
    });
    if (answer !== '') given[key] = answer;
  }
  terminal.close();
  return given;
}

/** What is wrong with one field as typed, by the schema of `issue.yaml`. */
function faultOf(key: keyof IssueFlags, typed: string): { problem: string; fix: string } | undefined {
  const source = { ...parseYaml(''), data: { [key]: meantBy(key, typed) } };
  const [finding] = validate(
    specialIssueSchema.pick({ [key]: true } as Record<typeof key, true>),
    source,
  ).findings;
  return finding && { problem: finding.problem, fix: finding.fix.replace(`${key}: `, '') };
}

function meantBy(key: string, typed: string): string | number {
  const isFigures = (key === 'number' || key === 'serial') && /^\d+$/u.test(typed);
  return isFigures ? Number(typed) : typed;
}

function serialFault(
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

/** All or nothing: the folder goes away again where its file cannot be written. */
async function write(folder: string, text: string): Promise<string> {
  await mkdir(path.dirname(folder), { recursive: true });
  await mkdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST') throw cause;
    throw new CommandError(`文件夹 ${shownPath(folder)} 已经有了`, '换一期，或把那个文件夹移走');
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
