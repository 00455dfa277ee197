import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { isLater, parseCalendarDate } from '../../src/core/calendar-date.ts';
import type { FormerArticle } from '../../src/check/index.ts';
import { hasNotice, isPublic, type Issue } from '../../src/core/content.ts';
import type { ArticleFrontMatter } from '../../src/core/schema/article.ts';
import { asRead } from '../../src/core/text/edit.ts';
import { parseYaml, record } from '../../src/core/yaml-source.ts';
import { splitFrontMatter } from '../../src/loader/split-front-matter.ts';

/** What the history says of the articles that readers once could open. */
export interface History {
  /** Those whose files are gone. */
  former: FormerArticle[];
  /**
   * Why not all of it could be asked: `none` where there is no repository, or no commit yet; `shallow`
   * where older commits were not fetched; `failed` where Git is not there, or refuses.
   */
  lacks?: 'none' | 'shallow' | 'failed';
}

/** A file that is gone, and the revisions that still may have it. */
interface Gone {
  /** Path inside the content folder, `issues/2022-09/a.md`. */
  file: string;
  revisions: string[];
}

/**
 * The articles that were public when they were last seen in the history and whose files are gone.
 * @param dir the content folder
 * @param day up to which the bulletin was published: what was dated later never was
 */
export async function formerArticles(dir: string, day?: string): Promise<History> {
  // Deletions inside a merge are seen by comparing it with each parent.
  const log = ['log', '-m', '--no-renames', '--diff-filter=D', '--format=%x00%H %P', '--name-only', '-z'];
  try {
    const [place, history, head] = await Promise.all([
      git(dir, ['rev-parse', '--is-shallow-repository', '--show-prefix']),
      git(dir, [...log, '--relative', '--', 'issues']),
      git(dir, ['ls-tree', '-r', '-z', '--name-only', 'HEAD', '--', 'issues']),
    ]);
    const [shallow, prefix = ''] = String(place).split('\n');
    const gone = goneFiles(String(history), String(head)).filter(
      ({ file }) => !existsSync(path.join(dir, file)),
    );
    const former = await formerOf(dir, prefix, gone, day);
    if (!former) return { former: [], lacks: 'failed' };
    return { former, ...(shallow === 'true' && { lacks: 'shallow' }) };
  } catch {
    return { former: [], lacks: (await isRepository(dir)) ? 'failed' : 'none' };
  }
}

/** Undefined where the history does not hold what it names: it was fetched in part. */
async function formerOf(
  dir: string,
  prefix: string,
  gone: Gone[],
  day: string | undefined,
): Promise<FormerArticle[] | undefined> {
  if (gone.length === 0) return [];
  const asked = gone.flatMap(({ file, revisions }) => revisions.map((revision) => ({ file, revision })));
  const names = asked.flatMap(({ file, revision }) =>
    [file, `${path.posix.dirname(file)}/issue.yaml`].map((name) => `${revision}:${prefix}${name}`),
  );
  const texts = textsIn(await git(dir, ['cat-file', '--batch'], `${names.join('\n')}\n`));
  const found = new Map<string, FormerArticle | undefined>();
  for (const [index, { file }] of asked.entries()) {
    const text = texts[index * 2];
    if (text === undefined) continue;
    found.set(file, found.get(file) ?? formerArticle(file, text, texts[index * 2 + 1], day));
  }
  if (gone.some(({ file }) => !found.has(file))) return undefined;
  return [...found.values()].filter((each) => each !== undefined);
}

/** Files of articles that the newest commit has, or that a commit has removed: each once, from its last revisions. */
function goneFiles(history: string, head: string): Gone[] {
  const last = new Map(head.split('\0').map((file) => [file, ['HEAD']]));
  let parents: string[] = [];
  for (const token of history.split('\0')) {
    const line = token.replace(/^\n/u, '');
    if (/^[0-9a-f]{40,64}(?: |$)/u.test(line)) parents = line.split(' ').slice(1);
    else if (!last.has(line)) last.set(line, parents);
  }
  return [...last]
    .map(([file, revisions]) => ({ file, revisions }))
    .filter(({ file }) => /^issues\/[^/]+\/[^/]+\.mdx?$/u.test(file));
}

/** What readers could open, where the article was public, or its notice was. */
function formerArticle(
  file: string,
  text: string,
  issueText: string | undefined,
  day: string | undefined,
): FormerArticle | undefined {
  const written = record(splitFrontMatter(text).frontMatter?.data) as ArticleFrontMatter;
  const issue = record(parseYaml(issueText ?? '').data) as Pick<Issue, 'status' | 'date'>;
  const dates = [written.date, issue.date].flatMap((date) => parseCalendarDate(String(date)) ?? []);
  if (day !== undefined && dates.some((date) => isLater(date, day))) return undefined;
  if (!isPublic(written, issue) && !hasNotice(written, issue)) return undefined;
  const { title, aliases } = written;
  const old = Array.isArray(aliases) ? aliases.map(String) : [];
  return { file, title: String(title), addresses: [`/${file.replace(/\.mdx?$/u, '')}/`, ...old] };
}

/** Whether there is a history that could be asked: a repository with a commit. */
async function isRepository(dir: string): Promise<boolean> {
  let folder = path.resolve(dir);
  while (!existsSync(path.join(folder, '.git'))) {
    const above = path.dirname(folder);
    if (above === folder) return false;
    folder = above;
  }
  const asked = await Promise.allSettled([
    git(dir, ['rev-parse', '--git-dir']),
    git(dir, ['rev-parse', '--verify', '--quiet', 'HEAD']),
  ]);
  const [repository, commit] = asked.map(({ status }) => status === 'fulfilled');
  return !repository || commit === true;
}

/** The objects that `git cat-file --batch` prints, undefined for those that are missing. */
function textsIn(output: Buffer): (string | undefined)[] {
  const texts: (string | undefined)[] = [];
  for (let at = 0; at < output.length;) {
    const end = output.indexOf('\n', at);
    const size = / blob (\d+)$/u.exec(output.toString('utf8', at, end))?.[1];
    const text = () => asRead(output.toString('utf8', end + 1, end + 1 + Number(size)));
    texts.push(size === undefined ? undefined : text());
    at = end + 1 + (size === undefined ? 0 : Number(size) + 1);
  }
  return texts;
}

async function git(dir: string, args: string[], input = ''): Promise<Buffer> {
  const child = spawn('git', ['-C', dir, ...args], {
    stdio: ['pipe', 'pipe', 'ignore'],
    // A history that was fetched in part stays so: nothing is asked of the network.
    env: { ...process.env, GIT_NO_LAZY_FETCH: '1' },
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  // Git that ends before it has read its input says so by its exit code.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [output, code] = await Promise.all([buffer(child.stdout), ended]);
  if (code !== 0) throw new Error(`git ${args[0]} ended with ${code}`);
  return output;
}
