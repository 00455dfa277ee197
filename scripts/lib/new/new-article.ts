import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fieldsToFill } from '../../../src/core/fields-to-fill.ts';
import type { Issue } from '../../../src/core/content.ts';
import { type Diagnostic, maskDiagnostics } from '../../../src/core/diagnostic.ts';
import { publicMobileNumbers } from '../../../src/core/text/personal-number.ts';
import type { FieldToFill } from '../../../src/core/write-front-matter.ts';
import type { ArticleFrontMatter } from '../../../src/core/schema/article.ts';
import { ID_PATTERN } from '../../../src/core/schema/field.ts';
import { readArticle } from '../../../src/loader/article-reader.ts';
import { splitFrontMatter } from '../../../src/loader/split-front-matter.ts';
import { ReadingCache } from '../../../src/loader/reading-cache-fs.ts';
import { DiagnosticCollector } from '../../../src/loader/diagnostic-collector.ts';
import { freeSlug, slugOf } from '../../../src/pinyin/slug.ts';
import { articleFile } from '../../../src/scaffold/article-file.ts';
import { NAME_PARTS } from '../../../src/scaffold/complete.ts';
import { takenSlugs } from './taken-slugs.ts';
import { ARTICLE_QUESTIONS, type ArticleFlag } from './article-questions.ts';
import { wrongUse } from '../command.ts';
import { type EditingContext, openEditingContext } from '../editing-context.ts';
import { CommandError } from '../command-error.ts';
import { displayPath } from '../display-path.ts';
import { Terminal } from './terminal.ts';

/** Fields of an article as an editor types them. */
export type ArticleFlags = Partial<Record<ArticleFlag, string>>;

export interface NewArticle {
  /** As shown to the editor. */
  file: string;
  /** Fields to fill in before the article can be published. */
  blanks: FieldToFill[];
}

/** The issue of a draft that belongs to none yet. */
const NO_ISSUE: Issue = {
  id: 'inbox',
  year: 0,
  number: 0,
  serial: 0,
  months: [],
  date: '',
  status: 'draft',
  editor: '每期另定',
  categories: [],
};

/**
 * Creates the file of a new article in an issue, or in the inbox.
 * @param ask whether to prompt for the fields
 * @throws CommandError if the issue does not exist, or a name is not in its register
 */
export async function newArticle(
  folder: string | undefined,
  { slug, ...flags }: ArticleFlags & { slug?: string | undefined },
  { content, ask }: { content: string; ask: boolean },
): Promise<NewArticle> {
  if (slug !== undefined) checkSlug(slug);
  if (!ask && flags.title === undefined) wrongUse('要写上标题：--title "园区开出直通车"');
  const context = await openEditingContext(content);
  const issue = issueOf(folder, context);
  const place = folder === undefined ? 'inbox' : `issues/${folder}`;
  const taken = await takenSlugs(context.folder, place);
  if (slug !== undefined && taken.has(slug)) {
    throw new CommandError(`${place}/${slug} 这个名字已经用了`, '换一个 --slug，或不写，由程序按标题取名');
  }
  const fields = ask ? await promptForFields(context, issue) : await checkedFlags(flags, context, issue);
  const name = slug ?? freeSlug(slugOf(String(fields.title)), (each) => taken.has(each));
  const file = path.join(content, place, `${name}.md`);
  const blanks = fieldsToFill(
    fields,
    { issueEditor: issue.editor, reviewRequired: context.site?.review ?? false },
    { categories: context.categories.names(), parks: context.lists.parks.map(({ shortName }) => shortName) },
  );
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, articleFile(fields, blanks), { flag: 'wx' });
  return { file: displayPath(file), blanks };
}

/** The report for people. */
export function formatNewArticle({ file, blanks }: NewArticle): string {
  return [
    `已建 ${file}`,
    ...(blanks.length > 0
      ? ['  请补：', ...blanks.map(({ field, label, hint }) => `    ${label}（${field}）：${hint}`)]
      : []),
    '接着做：打开它，在第二行 --- 下面写正文；写好了把 status 改成 ready，再运行 npm run check',
  ].join('\n');
}

function checkSlug(slug: string): void {
  if (ID_PATTERN.test(slug)) return;
  wrongUse(`--slug：文件名“${slug}”只能用小写英文字母、数字和连字符\n  改法：--slug some-article`);
}

function issueOf(folder: string | undefined, { issues }: EditingContext): Issue {
  if (folder === undefined) return NO_ISSUE;
  const issue = issues.find(({ id }) => id === folder);
  if (issue) return issue;
  const last = issues
    .map(({ id }) => id)
    .toSorted()
    .slice(-3);
  throw new CommandError(
    `没有 ${folder} 这一期${last.length > 0 ? `（最近的几期：${last.join('、')}）` : ''}`,
    `先建这一期：npm run new -- issue ${folder}；还没定期的不写期号，放进 inbox`,
  );
}

/**
 * The fields that the flags give.
 * @throws CommandError that lists every invalid flag
 */
async function checkedFlags(
  flags: ArticleFlags,
  context: EditingContext,
  issue: Issue,
): Promise<ArticleFrontMatter> {
  const problems: { problem: string; fix: string }[] = [];
  let fields: ArticleFrontMatter = {};
  for (const { key } of ARTICLE_QUESTIONS) {
    const typed = flags[key];
    if (typed === undefined) continue;
    const candidate = { ...fields, [key]: parseField(key, typed) };
    const found = await findProblems(candidate, context, issue);
    if (found.length === 0) fields = candidate;
    problems.push(...found.map(({ problem, fix }) => ({ problem: `--${key}：${problem}`, fix })));
  }
  const [first, ...others] = problems;
  if (!first) return fields;
  const further = others.map(({ problem, fix }) => `${problem}\n  改法：${fix}`);
  throw new CommandError(first.problem, [first.fix, ...further].join('\n'));
}

async function promptForFields(context: EditingContext, issue: Issue): Promise<ArticleFrontMatter> {
  console.log('新的稿件。不知道的直接回车，以后再补。');
  const terminal = new Terminal();
  let fields: ArticleFrontMatter = {};
  for (const { key, label, proposal, when, choices, offers } of ARTICLE_QUESTIONS) {
    if (when && !when(fields)) continue;
    const withAnswer = (answer: string) => ({ ...fields, [key]: parseField(key, answer) });
    const answer = await terminal.ask({
      label,
      proposal,
      choices: choices?.(context),
      offers: offers?.(context),
      required: key === 'title',
      validate: async (typed) => {
        const [found] = await findProblems(withAnswer(typed), context, issue);
        return found && `  ！${found.problem}\n  改法：${found.fix}`;
      },
    });
    // The proposal is the default of the content model, so the file does not need it.
    if (answer !== '' && answer !== proposal) fields = withAnswer(answer);
  }
  terminal.close();
  return fields;
}

/** The check's diagnostics for an article with these fields: typed values follow the same rules as files. */
async function findProblems(
  fields: ArticleFrontMatter,
  context: EditingContext,
  issue: Issue,
): Promise<Diagnostic[]> {
  const markdown = splitFrontMatter(articleFile(fields, []));
  const collector = new DiagnosticCollector('', markdown.frontMatter);
  const { folder, lists: _, dir: __, issues: ___, ...registers } = context;
  await readArticle(
    {
      collector,
      markdown,
      file: '',
      digest: '',
      slug: 'new',
      format: 'md',
      skim: true,
      addNumberFindings: () => {},
      cached: ReadingCache.empty().of(''),
    },
    {
      ...registers,
      issue,
      picture: folder.namedPicture,
      bodyPicture: (src) => folder.picture('', src),
      drafts: false,
    },
  );
  return maskDiagnostics(collector.diagnostics, publicMobileNumbers(context.site));
}

function parseField(key: ArticleFlag, typed: string): string | string[] {
  if (key !== 'park' && key !== 'county') return typed.trim();
  const names = typed
    .split(NAME_PARTS)
    .map((name) => name.trim())
    .filter(Boolean);
  return names.length === 1 ? (names[0] ?? '') : names;
}
