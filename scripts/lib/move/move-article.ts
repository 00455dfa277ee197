import { readFileSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { ifMissing } from '../../../src/core/system-error.ts';
import { decodeStrictly } from '../../../src/core/text/decode-strictly.ts';
import { hasNotice, isPublic } from '../../../src/core/content.ts';
import { ID_PATTERN } from '../../../src/core/schema/field.ts';
import { slugProblem } from '../../../src/core/slug.ts';
import { escapeControls } from '../../../src/core/text/control-character.ts';
import { folderFix, parseIssueFolder } from '../../../src/core/issue-folder.ts';
import { applyChanges } from '../../../src/scaffold/apply-changes-fs.ts';
import { type Move, planMove } from '../../../src/scaffold/plan-move.ts';
import { splitRawArticle } from '../../../src/scaffold/raw-article.ts';
import { wrongUse } from '../command.ts';
import { type EditingContext, openEditingContext } from '../editing-context.ts';
import { CommandError } from '../command-error.ts';
import { displayPath } from '../display-path.ts';

/** The result, for the report; paths as shown to the editor. */
export interface MovedArticle extends Pick<Move, 'pictures' | 'relinked' | 'alias' | 'missing' | 'unread'> {
  from: string;
  to: string;
  /** Whether readers lose it until its new issue is published. */
  hidden: boolean;
}

/**
 * Moves an article with its pictures into an issue, or renames it.
 * @param file as typed: a path from where the command runs
 * @throws CommandError if it cannot be moved; then nothing has changed
 */
export async function moveArticle(
  file: string,
  folder: string,
  { content, slug }: { content: string; slug?: string | undefined },
): Promise<MovedArticle> {
  if (!parseIssueFolder(folder)) wrongUse(`“${folder}”不是期。${folderFix(folder)}`);
  const why = slug === undefined ? undefined : slugProblem(slug);
  if (why !== undefined) wrongUse(`--slug：文件名“${slug}”${why}\n  改法：--slug new-name`);
  const context = await openEditingContext(content);
  const from = await locateArticle(file, context);
  const issue = context.issues.find(({ id }) => id === folder);
  if (!issue) throw new CommandError(`没有 ${folder} 这一期`, `先建这一期：npm run new -- issue ${folder}`);
  const { name, ext } = path.posix.parse(from);
  if (slug === undefined && !ID_PATTERN.test(name)) {
    throw new CommandError(
      `文件名“${name}”不能作网址，只能用小写英文字母、数字和连字符`,
      '给它起个名字：加 --slug new-name',
    );
  }
  const to = `issues/${folder}/${slug ?? name}${ext}`;
  if (to === from)
    throw new CommandError(`${displayPath(content, from)} 已经在这一期`, '要改名的话加 --slug new-name');
  const texts = await readTexts(context);
  const wasPublic = isPublished(from, texts.get(from) ?? '', context);
  const read = (each: string) => readFileSync(path.join(content, each));
  const plan = planMove({ from, to, isPublic: wasPublic, texts, files: context.folder.files, read });
  if ('problem' in plan) throw new CommandError(plan.problem, plan.fix);
  await applyChanges(content, plan);
  const { pictures, relinked, alias, missing, unread } = plan;
  const hidden = wasPublic && issue.status !== 'published';
  return {
    from: displayPath(content, from),
    to: displayPath(content, to),
    pictures,
    relinked,
    ...(alias && { alias }),
    missing,
    unread,
    hidden,
  };
}

const PICTURE_ACTIONS = { moved: '移到', copied: '另一篇也在用，复制到', there: '那里已有同一张' } as const;

/** The report for people. */
export function formatMove(moved: MovedArticle): string {
  const { from, to, pictures, relinked, alias, missing, unread, hidden } = moved;
  return [
    `${from} → ${to}`,
    ...pictures.map(
      ({ from: picture, to: place, how }) =>
        `  图片 ${path.basename(picture)}：${PICTURE_ACTIONS[how]} ${place}`,
    ),
    ...(alias ? [`  旧网址 ${alias} 已记在 aliases 里，读者点旧链接会转到新网址`] : []),
    ...(hidden ? ['  请注意：新的一期还没有出刊，这篇稿件在出刊以前读者看不到，旧网址也打不开'] : []),
    ...relinked.map((file) => `  ${file} 里的链接已改到新的位置`),
    ...missing.map((picture) => `  请看：图片 ${picture} 不在，没有移`),
    ...unread.map((file) => `  请看：${file} 读不懂，里面的链接没有改，用到的图片没有移走`),
    '接着做：npm run check',
  ]
    .map((line) => escapeControls(line))
    .join('\n');
}

const ARTICLE = /^(?:inbox|issues\/[^/]+)\/[^/]+\.mdx?$/u;

/** Path of an article's file inside the content folder. */
async function locateArticle(file: string, { dir, folder }: EditingContext): Promise<string> {
  const full = await realpath(file).catch((error: unknown) => {
    ifMissing(undefined)(error);
    const alike = folder
      .matching(ARTICLE)
      .filter((each) => path.posix.basename(each) === path.basename(file));
    throw new CommandError(
      `没有 ${file} 这个文件`,
      alike.length > 0
        ? `它也许已经移走了，同名的有：${alike.map((each) => displayPath(dir, each)).join('、')}`
        : '检查路径；有空格的路径要加引号',
    );
  });
  const inside = path.relative(await realpath(dir), full).replaceAll(path.sep, '/');
  if (ARTICLE.test(inside) && folder.files.includes(inside)) return inside;
  throw new CommandError(
    `${file} 不是内容文件夹 ${displayPath(dir)} 里的稿件`,
    '写 inbox 或某一期文件夹里的 .md 文件；内容文件夹不是它的话，加 --content',
  );
}

/** Reads all texts. Files that are not UTF-8 are left out; the check reports them. */
async function readTexts({ dir, folder }: EditingContext): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const file of folder.matching(
    /^(?:inbox|pages|issues\/[^/]+)\/[^/]+\.mdx?$|^issues\/[^/]+\/issue\.yaml$/u,
  )) {
    const text = decodeStrictly(await readFile(path.join(dir, file)), 'utf-8', { ignoreBOM: true });
    if (text !== undefined) texts.set(file, text);
  }
  return texts;
}

/** Whether readers can open an article's address. */
function isPublished(file: string, text: string, { issues }: EditingContext): boolean {
  const issue = issues.find(({ id }) => id === file.split('/')[1]);
  const data = splitRawArticle(file, text)?.data;
  if (issue === undefined || !file.startsWith('issues/') || data === undefined) return false;
  return isPublic(data, issue) || hasNotice(data, issue);
}
